import QRCode from 'qrcode'
import type { Payload } from 'payload'
import { unitOfWork, type UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import type { User } from '../payload-types.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { keyOf } from '../security/keys.ts'
import { addTotp, factorsOf, isFactor, renewRecoveryCodes } from '../security/second-factor/factors.ts'
import { addPasskey, creationOptions } from '../security/second-factor/passkeys.ts'
import { needsSecondFactor } from '../security/second-factor/required.ts'
import { seal, unseal } from '../lib/seal.ts'
import { newTotpSecret, totpStep, totpUri } from '../security/second-factor/totp.ts'
import { beginAttempt, endAttempt, tryAttempt } from './attempts.ts'
import type { Visitor } from './client.ts'
import { endEnrollingSessionsOf } from './sessions.ts'
import { attemptOver, badEnrolment, lastSecondFactor, unknownFactor } from './errors.ts'

type Enrolling = { account: User; visitor: Visitor }
/** The account of a session; `enrolling` for a session that a password alone opened. */
type Adding = Enrolling & { enrolling: boolean }

/** Offers an application a fresh secret, as text and as a QR code. Nothing stands before a code of it is typed. */
export async function beginTotp(
  payload: Payload,
  account: User,
): Promise<{ attempt: string; expiresAt: string; secret: string; uri: string; qr: string }> {
  const secret = newTotpSecret()
  const uri = totpUri(secret, account.email)
  const qr = await QRCode.toString(uri, { type: 'svg', margin: 2 })
  const { token, until } = await beginAttempt(payload, 'add-totp', {
    account: account.id,
    challenge: seal(keyOf(payload, 'second-factor-secret'), secret),
  })
  return { attempt: token, expiresAt: until, secret, uri, qr }
}

/**
 * Keeps the application whose code was typed.
 * @returns ten recovery codes with the first second factor of an account, else none
 * @throws DomainError 401 `attempt-over`; 400 `bad-second-factor`
 */
export async function confirmTotp(
  payload: Payload,
  { attempt, code }: { attempt?: unknown; code?: unknown },
  { account, visitor, enrolling }: Adding,
): Promise<string[]> {
  const row = await tryAttempt(payload, 'add-totp', attempt)
  if (!row?.challenge || row.account !== account.id) throw attemptOver()
  const secret = unseal(keyOf(payload, 'second-factor-secret'), row.challenge)
  const step = typeof code === 'string' ? totpStep(secret, code, now()) : null
  if (step === null) throw badEnrolment()
  if (!(await endAttempt(payload, row))) throw attemptOver()
  return unitOfWork(payload, async (unit) => {
    const codes = await codesOfFirst(unit, account.id, enrolling)
    await addTotp(unit, account.id, secret, step)
    await noteAdded(unit, { account, visitor }, 'totp')
    return codes
  })
}

/** Asks a browser for a passkey. */
export async function beginPasskeyOf(
  payload: Payload,
  account: User,
): Promise<{ attempt: string; expiresAt: string; options: Awaited<ReturnType<typeof creationOptions>> }> {
  const options = await creationOptions(payload, account)
  const { token, until } = await beginAttempt(payload, 'add-passkey', {
    account: account.id,
    challenge: options.challenge,
  })
  return { attempt: token, expiresAt: until, options }
}

/** Keeps the passkey that a browser made. Returns and throws as {@link confirmTotp}. */
export async function confirmPasskey(
  payload: Payload,
  { attempt, response, label }: { attempt: unknown; response: unknown; label: string },
  { account, visitor, enrolling }: Adding,
): Promise<string[]> {
  const row = await tryAttempt(payload, 'add-passkey', attempt)
  const challenge = row?.challenge
  if (!row || !challenge || row.account !== account.id || !(await endAttempt(payload, row))) throw attemptOver()
  return unitOfWork(payload, async (unit) => {
    const codes = await codesOfFirst(unit, account.id, enrolling)
    if (!(await addPasskey(unit, account.id, { response, challenge, label }))) throw badEnrolment()
    await noteAdded(unit, { account, visitor }, 'passkey')
    return codes
  })
}

/** Ten fresh recovery codes. */
export function newCodesOf(payload: Payload, { account, visitor }: Enrolling): Promise<string[]> {
  return unitOfWork(payload, async (unit) => {
    const codes = await renewRecoveryCodes(unit, account.id)
    await noteAdded(unit, { account, visitor }, 'recovery-codes')
    return codes
  })
}

/**
 * Takes a second factor away; with the last one go the recovery codes.
 * @throws DomainError 404 `not-found`; 409 `last-second-factor` where one is required
 */
export async function removeFactor(payload: Payload, id: string, { account, visitor }: Enrolling): Promise<void> {
  await unitOfWork(payload, async (unit) => {
    const factors = await factorsOf(payload, account.id, unit.req)
    const factor = factors.find((each) => each.id === id && isFactor(each))
    if (!factor) throw unknownFactor()
    const isLast = factors.filter(isFactor).length === 1
    if (isLast && needsSecondFactor(payload, account)) throw lastSecondFactor()
    const gone = isLast ? factors.map((each) => each.id) : [id]
    await payload.db.deleteMany({ collection: 'second-factors', where: { id: { in: gone } }, req: unit.req })
    await noteSecurityEvent(
      payload,
      {
        type: 'second-factor-removed',
        account: account.id,
        by: account.id,
        ip: visitor.ip,
        userAgent: visitor.userAgent,
        data: { kind: factor.kind },
      },
      unit.req,
    )
  })
}

/**
 * The recovery codes that come with the first second factor. From then on a password alone enrols nothing: sessions that it
 * opened end, whoever holds them, and of two that enrol at once one does.
 */
async function codesOfFirst(unit: UnitOfWork, account: string, enrolling: boolean): Promise<string[]> {
  const present = await factorsOf(unit.payload, account, unit.req)
  if (!present.some(isFactor)) {
    await endEnrollingSessionsOf(unit, account)
    return renewRecoveryCodes(unit, account)
  }
  if (enrolling) throw attemptOver()
  return []
}

const noteAdded = ({ payload, req }: UnitOfWork, { account, visitor }: Enrolling, kind: string): Promise<void> =>
  noteSecurityEvent(
    payload,
    {
      type: 'second-factor-added',
      account: account.id,
      by: account.id,
      ip: visitor.ip,
      userAgent: visitor.userAgent,
      data: { kind },
    },
    req,
  )
