import type { Payload } from 'payload'
import { findAll } from '../../db/find.ts'
import type { UnitOfWork } from '../../db/unit-of-work.ts'
import { updateIf } from '../../db/update-if.ts'
import { now } from '../../lib/clock.ts'
import type { SecondFactor } from '../../payload-types.ts'
import { keyOf } from '../keys.ts'
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts'
import { seal, unseal } from '../../lib/seal.ts'
import { totpStep } from './totp.ts'

/** All second factors of an account, recovery codes among them. */
export async function factorsOf(payload: Payload, account: string, req?: UnitOfWork['req']): Promise<SecondFactor[]> {
  return findAll({ payload, req }, 'second-factors', {
    where: { account: { equals: account } },
    sort: 'createdAt',
  })
}

/** Whether it is one that somebody signs in with, not a code for the day when it is lost. */
export const isFactor = ({ kind }: Pick<SecondFactor, 'kind'>): boolean => kind !== 'recovery-code'

/** Whether an account has a second factor. */
export const hasSecondFactor = async (payload: Payload, account: string): Promise<boolean> =>
  (await factorsOf(payload, account)).some(isFactor)

/** Gives an account its application; it has one, a further one takes its place. */
export async function addTotp(unit: UnitOfWork, account: string, secret: string, step: number): Promise<void> {
  const { payload, req } = unit
  await payload.db.deleteMany({ collection: 'second-factors', where: { key: { equals: `totp:${account}` } }, req })
  await payload.create({
    collection: 'second-factors',
    data: {
      key: `totp:${account}`,
      account,
      kind: 'totp',
      label: 'Application de codes',
      secret: seal(keyOf(payload, 'second-factor-secret'), secret),
      lastStep: step,
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
}

/** Makes ten recovery codes; those before open nothing any more. @returns the codes, to be shown once */
export async function renewRecoveryCodes(unit: UnitOfWork, account: string): Promise<string[]> {
  const { payload, req } = unit
  const codes = newRecoveryCodes()
  await payload.db.deleteMany({
    collection: 'second-factors',
    where: { and: [{ account: { equals: account } }, { kind: { equals: 'recovery-code' } }] },
    req,
  })
  for (const code of codes) {
    const hash = recoveryHash(keyOf(payload, 'second-factor-secret'), account, code)
    await payload.create({
      collection: 'second-factors',
      data: { key: `recovery:${hash}`, account, kind: 'recovery-code' },
      depth: 0,
      overrideAccess: true,
      req,
    })
  }
  return codes
}

/** Whether a code of the account's application is right and was not used before: each step of time serves once. */
export async function acceptTotp(
  payload: Payload,
  account: string,
  code: string,
  req?: UnitOfWork['req'],
): Promise<boolean> {
  const factor = (await factorsOf(payload, account, req)).find(({ kind }) => kind === 'totp')
  if (!factor?.secret) return false
  const step = totpStep(unseal(keyOf(payload, 'second-factor-secret'), factor.secret), code, now())
  if (step === null) return false
  return updateIf(
    payload,
    {
      collection: 'second-factors',
      where: { and: [{ id: { equals: factor.id } }, { lastStep: { less_than: step } }] },
      data: { lastStep: step, usedAt: now().toISOString() },
    },
    req,
  )
}

/** Whether a recovery code is the account's and was not used before. */
export function acceptRecoveryCode(payload: Payload, account: string, code: string): Promise<boolean> {
  const key = `recovery:${recoveryHash(keyOf(payload, 'second-factor-secret'), account, code)}`
  return updateIf(payload, {
    collection: 'second-factors',
    where: { and: [{ key: { equals: key } }, { account: { equals: account } }, { usedAt: { exists: false } }] },
    data: { usedAt: now().toISOString() },
  })
}
