import { addParisDays, addParisMonths } from '../lib/dates.ts'
import { extendCapability, grantCapability, revokeCapabilities } from '../record/capabilities.ts'
import type { LinkRef } from '../record/messages.ts'
import type { FileInHand } from './on-file.ts'

/** Days a link to the signature lives; it may be renewed until the file expires. */
export const SIGNING_LINK_DAYS = 30

/** Months a follow-up link outlives the end of its file. */
export const FOLLOW_UP_MONTHS = 6

type Purpose = 'sign' | 'follow-up' | 'representative-follow-up'

const PAGE: Record<Purpose, 'sign' | 'follow-up'> = { sign: 'sign', 'follow-up': 'follow-up', 'representative-follow-up': 'follow-up' }

type InHand = Pick<FileInHand, 'unit' | 'subject' | 'at'>

/** The live link of a purpose on a file: the one that exists, else a new one. A signing link is renewed for another 30 days. */
export async function linkTo({ unit, subject, at }: InHand, purpose: Purpose): Promise<LinkRef> {
  const { payload, req } = unit
  const expiresAt = purpose === 'sign' ? addParisDays(at, SIGNING_LINK_DAYS) : null
  const { docs } = await payload.find({
    collection: 'capabilities',
    where: { and: [{ subject: { equals: subject } }, { purpose: { equals: purpose } }, { revokedAt: { exists: false } }] },
    sort: '-createdAt', limit: 1, pagination: false, depth: 0, req, overrideAccess: true,
  })
  const [existing] = docs
  if (!existing || (purpose === 'sign' && existing.usedAt)) {
    const { uid } = await grantCapability(unit, { purpose, subject, expiresAt })
    return { page: PAGE[purpose], capability: uid }
  }
  if (expiresAt) await extendCapability(unit, existing.uid, expiresAt)
  return { page: PAGE[purpose], capability: existing.uid }
}

/** The file's page in the panel. */
export const panelLink = (adhesionId: string): LinkRef => ({ path: `/admin/collections/adhesions/${adhesionId}` })

/** What the end of a file does to its links: signing ones die, follow-up ones live another 6 months. */
export async function onEnded({ unit, subject, at }: InHand): Promise<void> {
  const { payload, req } = unit
  await revokeCapabilities(unit, { subject, purpose: 'sign' })
  const { docs } = await payload.find({
    collection: 'capabilities',
    where: { and: [{ subject: { equals: subject } }, { revokedAt: { exists: false } }] },
    limit: 10, pagination: false, depth: 0, req, overrideAccess: true,
  })
  for (const { uid } of docs) await extendCapability(unit, uid, addParisMonths(at, FOLLOW_UP_MONTHS))
}

/** What reopening a file does to its follow-up links: they no longer run out. */
export async function onReopened({ unit, subject }: InHand): Promise<void> {
  const { payload, req } = unit
  const { docs } = await payload.find({
    collection: 'capabilities',
    where: { and: [{ subject: { equals: subject } }, { purpose: { not_equals: 'sign' } }, { revokedAt: { exists: false } }] },
    limit: 10, pagination: false, depth: 0, req, overrideAccess: true,
  })
  for (const { uid } of docs) await extendCapability(unit, uid, null)
}
