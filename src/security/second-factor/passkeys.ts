import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Payload } from 'payload'
import { findFirst } from '../../db/find.ts'
import type { UnitOfWork } from '../../db/unit-of-work.ts'
import { now } from '../../lib/clock.ts'
import { settingsOf } from '../../lib/settings.ts'
import type { SecondFactor, User } from '../../payload-types.ts'
import { factorsOf } from './factors.ts'

const originOf = (payload: Pick<Payload, 'config'>): string => new URL(settingsOf(payload).PUBLIC_URL).origin
const relyingParty = (payload: Pick<Payload, 'config'>): string => new URL(settingsOf(payload).PUBLIC_URL).hostname

const credentialOf = ({ credentialId, transports }: SecondFactor) => ({
  id: credentialId ?? '',
  transports: transportsIn(transports),
})
const transportsIn = (text: string | null | undefined): AuthenticatorTransport[] =>
  text ? (text.split(',') as AuthenticatorTransport[]) : []

/** What a browser is asked to make a passkey of an account: kept by the device, opened by its holder. */
export async function creationOptions(
  payload: Payload,
  account: Pick<User, 'id' | 'email' | 'name'>,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = (await factorsOf(payload, account.id)).filter(({ kind }) => kind === 'passkey')
  return generateRegistrationOptions({
    rpName: 'CPOF',
    rpID: relyingParty(payload),
    userID: new Uint8Array(Buffer.from(account.id)),
    userName: account.email,
    userDisplayName: account.name,
    excludeCredentials: known.map(credentialOf),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Keeps a passkey that a browser made for a challenge of ours. @returns whether it was one */
export async function addPasskey(
  unit: UnitOfWork,
  account: string,
  { response, challenge, label }: { response: unknown; challenge: string; label: string },
): Promise<boolean> {
  const { payload, req } = unit
  const info = await verified(() =>
    verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: originOf(payload),
      expectedRPID: relyingParty(payload),
    }),
  )
  if (!info?.registrationInfo) return false
  const { credential } = info.registrationInfo
  await payload.create({
    collection: 'second-factors',
    data: {
      key: `passkey:${credential.id}`,
      account,
      kind: 'passkey',
      label,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      signCount: credential.counter,
      transports: (credential.transports ?? []).join(','),
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return true
}

/** What a browser is asked to show a passkey: of one account, or whichever its holder chooses. */
export async function assertionOptions(
  payload: Payload,
  account: string | null,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const known = account === null ? [] : (await factorsOf(payload, account)).filter(({ kind }) => kind === 'passkey')
  return generateAuthenticationOptions({
    rpID: relyingParty(payload),
    userVerification: 'required',
    ...(account === null ? {} : { allowCredentials: known.map(credentialOf) }),
  })
}

/** The account whose passkey answered a challenge of ours, its holder verified by the device; null for any other answer. */
export async function accountOfAssertion(
  payload: Payload,
  { response, challenge }: { response: unknown; challenge: string },
): Promise<string | null> {
  const id: unknown = typeof response === 'object' && response !== null && 'id' in response ? response.id : undefined
  if (typeof id !== 'string' || id.length > 1400) return null
  const factor = await findFirst({ payload }, 'second-factors', { where: { key: { equals: `passkey:${id}` } } })
  if (!factor?.publicKey) return null
  const { publicKey, signCount, transports } = factor
  const info = await verified(() =>
    verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: originOf(payload),
      expectedRPID: relyingParty(payload),
      credential: {
        id,
        publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
        counter: signCount ?? 0,
        transports: transportsIn(transports),
      },
    }),
  )
  if (!info?.verified) return null
  await payload.db.updateOne({
    collection: 'second-factors',
    where: { id: { equals: factor.id } },
    data: { signCount: info.authenticationInfo.newCounter, usedAt: now().toISOString() },
    returning: false,
  })
  return factor.account
}

/** The library throws at what is malformed or does not match: for us it is an answer that proves nothing. */
async function verified<Info extends { verified: boolean }>(verify: () => Promise<Info>): Promise<Info | null> {
  try {
    const info = await verify()
    return info.verified ? info : null
  } catch {
    return null
  }
}
