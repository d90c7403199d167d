import { findAll, findFirst } from '../../db/find.ts'
import { addParisDays, addParisMonths } from '../../lib/dates.ts'
import type { UnitOfWork } from '../../db/unit-of-work.ts'
import type { Adhesion, Capability } from '../../payload-types.ts'
import { extendCapability, grantCapability, revokeCapabilities, stateOf } from '../../record/capabilities.ts'
import type { LinkRef } from '../../record/messages.ts'

/** Days a link to the signature lives; it may be renewed until the file expires. */
export const SIGNING_LINK_DAYS = 30

/** Months a follow-up link outlives the end of its file. */
const FOLLOW_UP_MONTHS = 6

type Purpose = 'sign' | 'follow-up' | 'representative-follow-up'

const PAGE: Record<Purpose, 'sign' | 'follow-up'> = {
  sign: 'sign',
  'follow-up': 'follow-up',
  'representative-follow-up': 'follow-up',
}

type InHand = { unit: UnitOfWork; subject: string; at: Date }

/** The link of a purpose on a file: the one that exists, else a new one. A signing link is renewed for another 30 days. */
export async function linkTo({ unit, subject, at }: InHand, purpose: Purpose): Promise<LinkRef> {
  const expiresAt = purpose === 'sign' ? addParisDays(at, SIGNING_LINK_DAYS) : null
  const existing = await heldOf(unit, subject, purpose)
  if (!existing || (purpose === 'sign' && existing.usedAt)) {
    const { uid } = await grantCapability(unit, { purpose, subject, expiresAt })
    return { page: PAGE[purpose], capability: uid }
  }
  if (expiresAt) await extendCapability(unit, existing.uid, expiresAt)
  return { page: PAGE[purpose], capability: existing.uid }
}

/** The link that follows an application. The representative has one of their own, who alone may withdraw after the signature. */
export function followUpFor(told: InHand & { adhesion: Adhesion }, recipient: string): Promise<LinkRef> {
  const { signedAt, representative } = told.adhesion
  return linkTo(told, signedAt && representative?.email === recipient ? 'representative-follow-up' : 'follow-up')
}

/** Whether the link of a purpose has run out, and opens nothing any more. */
export async function hasRunOut({ unit, subject }: InHand, purpose: Purpose): Promise<boolean> {
  const existing = await heldOf(unit, subject, purpose)
  return existing !== null && stateOf(existing) === 'expired'
}

async function heldOf({ payload, req }: InHand['unit'], subject: string, purpose: Purpose): Promise<Capability | null> {
  return findFirst({ payload, req }, 'capabilities', {
    where: {
      and: [{ subject: { equals: subject } }, { purpose: { equals: purpose } }, { revokedAt: { exists: false } }],
    },
    sort: '-createdAt',
  })
}

/** The file's page in the panel. */
export const panelLink = (adhesionId: string): LinkRef => ({ path: `/admin/collections/adhesions/${adhesionId}` })

/** What the end of a file does to its links: signing ones die, follow-up ones live another 6 months. */
export async function onEnded(file: InHand): Promise<void> {
  await endSigning(file)
  await letFollowUpRunOut(file)
}

/** Kills the links to the signature. */
export async function endSigning({ unit, subject }: InHand): Promise<void> {
  await revokeCapabilities(unit, { subject, purpose: 'sign' })
}

/**
 * Gives follow-up links their last 6 months, those that had run out too. They begin when the applicant hears of the
 * end: whoever still reads that the Bureau has the file must not find the page closed, nor be told of a refusal by it.
 */
export async function letFollowUpRunOut({ unit, subject, at }: InHand): Promise<void> {
  await extendFollowUp({ unit, subject }, addParisMonths(at, FOLLOW_UP_MONTHS))
}

/** What reopening a file does to its follow-up links: they no longer run out. */
export async function onReopened({ unit, subject }: InHand): Promise<void> {
  await extendFollowUp({ unit, subject }, null)
}

async function extendFollowUp({ unit, subject }: Pick<InHand, 'unit' | 'subject'>, until: Date | null): Promise<void> {
  const { payload, req } = unit
  const docs = await findAll({ payload, req }, 'capabilities', {
    where: {
      and: [{ subject: { equals: subject } }, { purpose: { not_equals: 'sign' } }, { revokedAt: { exists: false } }],
    },
    limit: 10,
  })
  for (const { uid } of docs) await extendCapability(unit, uid, until)
}
