import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest, Where } from 'payload'
import { findAll, findFirst } from '../db/find.ts'
import { LostRace, type UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { hmacSha256, sameSecret, sha256 } from '../lib/hash.ts'
import { settingsOf } from '../lib/settings.ts'
import type { Capability } from '../payload-types.ts'

export type Purpose = Capability['purpose']

/** The parts from which the token of a capability is made; the token itself is never stored. */
export type CapabilityRef = { uid: string; version: number }

export type CapabilityState = 'live' | 'expired' | 'revoked' | 'used'

const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** The token of a capability: base64url(HMAC-SHA-256(secret, uid ‖ version)), so that a retry sends the same link. */
export function tokenOf(secret: string, { uid, version }: CapabilityRef): string {
  return hmacSha256(secret, `${uid}:${version}`).toString('base64url')
}

/** Opens a link to one purpose on one subject; `expiresAt: null` lives until it is revoked. */
export async function grantCapability(
  { payload, req }: UnitOfWork,
  { purpose, subject, expiresAt }: { purpose: Purpose; subject: string; expiresAt: Date | null },
): Promise<CapabilityRef> {
  const ref = { uid: randomUUID(), version: 1 }
  const tokenHash = sha256(tokenOf(settingsOf(payload).TOKEN_SECRET, ref))
  await payload.create({
    collection: 'capabilities',
    data: {
      ...ref,
      purpose,
      subject,
      tokenHash,
      uses: 0,
      ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}),
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return ref
}

/**
 * Kills the links of a subject, of one purpose or of all. The version is raised, so that the old token can
 * no longer be made; its hash stays, so that its page can say what happened.
 * @returns how many were killed
 */
export async function revokeCapabilities(
  unit: UnitOfWork,
  { subject, purpose }: { subject: string; purpose?: Purpose },
): Promise<number> {
  const where: Where = { subject: { equals: subject }, revokedAt: { exists: false } }
  if (purpose) where['purpose'] = { equals: purpose }
  const docs = await findAll(unit, 'capabilities', { where })
  for (const { id, version } of docs) await write(unit, id, { version: version + 1, revokedAt: now().toISOString() })
  return docs.length
}

/** Gives a link another end; `null` lets it live until it is revoked. The token stays the same. */
export async function extendCapability(unit: UnitOfWork, uid: string, expiresAt: Date | null): Promise<void> {
  const capability = await capabilityOf(unit.payload, uid, unit.req)
  if (!capability) throw new Error('There is no such capability')
  await write(unit, capability.id, { expiresAt: expiresAt?.toISOString() ?? null })
}

/** Notes that a link that serves once has served. */
export async function markUsed(
  { payload, req }: UnitOfWork,
  { id, uses }: Pick<Capability, 'id' | 'uses'>,
): Promise<void> {
  const done: unknown = await payload.db.updateOne({
    collection: 'capabilities',
    where: { and: [{ id: { equals: id } }, { usedAt: { exists: false } }] },
    data: { usedAt: now().toISOString(), uses: (uses ?? 0) + 1 },
    options: { atomic: true },
    req,
  })
  if (done === null) throw new LostRace()
}

/** The capability that a token opens and whether it still does; null for a token that nobody was given. */
export async function readCapability(
  payload: Payload,
  token: string,
  req?: PayloadRequest,
): Promise<{ capability: Capability; state: CapabilityState } | null> {
  if (!TOKEN.test(token)) return null
  const capability = await findOne(payload, { tokenHash: { equals: sha256(token) } }, req)
  if (!capability) return null
  const alive = sameSecret(token, tokenOf(settingsOf(payload).TOKEN_SECRET, capability))
  return { capability, state: alive ? stateOf(capability) : 'revoked' }
}

/** The capability of a uid, whatever its state. */
export async function capabilityOf(payload: Payload, uid: string, req?: PayloadRequest): Promise<Capability | null> {
  return findOne(payload, { uid: { equals: uid } }, req)
}

/** Whether a link still opens what it was made for. */
export function stateOf({
  revokedAt,
  usedAt,
  expiresAt,
}: Pick<Capability, 'revokedAt' | 'usedAt' | 'expiresAt'>): CapabilityState {
  if (revokedAt) return 'revoked'
  if (usedAt) return 'used'
  return expiresAt && new Date(expiresAt) <= now() ? 'expired' : 'live'
}

async function findOne(payload: Payload, where: Where, req?: PayloadRequest): Promise<Capability | null> {
  return findFirst({ payload, req }, 'capabilities', { where })
}

async function write({ payload, req }: UnitOfWork, id: string, data: Record<string, unknown>): Promise<void> {
  await payload.db.updateOne({ collection: 'capabilities', id, data, req })
}
