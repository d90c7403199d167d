import type { Payload } from 'payload'
import { findById } from '../db/find.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import type { Mandate } from '../payload-types.ts'
import { recordFact } from '../record/journal.ts'
import {
  clerkFacts,
  discardPending,
  layProposal,
  nothingPending,
  pendingOf,
  refusePending,
  secondPersonNeeded,
  secretariatUnit,
  takeInHand,
  type Clerk,
  type InHand,
  type Proposal,
} from '../record/second-person.ts'
import { refuseOneself } from './concerns.ts'
import { notConfirmed, nothingChanges } from './errors.ts'
import { idOf } from '../lib/ids.ts'
import { isMandateChange, sameTerms, termFacts, termsOf, withChange, type MandateChange } from './mandate-change.ts'
import { mandateTitle, namesOf, tellOfMandate } from './mandate-notice.ts'
import { checkTerms } from './mandate-rules.ts'
import { rightsChanged } from './rights-changed.ts'

type Act = { id: string; clerk: Clerk }

const subjectOf = (id: string) => `mandate:${id}`

const newsOf = (change: MandateChange) => (change.kind === 'end' ? 'ended' : 'changed')

/**
 * Proposes to change or end a mandate: it stands as it is until a second person confirms.
 * @throws DomainError 403 `not-for-oneself`; 404; 409 `not-confirmed`, `change-pending`, `nothing-changes`; what `checkTerms` throws
 */
export function proposeMandateChange(
  payload: Payload,
  { id, clerk, change, deliberation }: Act & { change: MandateChange; deliberation: string },
): Promise<Mandate> {
  return secretariatUnit(payload, async (unit) => {
    const mandate = await takeInHand(unit, 'mandates', id)
    await refuseOneself(unit, clerk, idOf(mandate.person) ?? '')
    if (!mandate.confirmed) throw notConfirmed()
    refusePending(mandate)
    const before = termsOf(mandate)
    const after = withChange(before, change)
    if (sameTerms(before, after)) throw nothingChanges()
    await checkTerms(unit, after, id)
    return layProposal(unit, 'mandates', mandate, {
      subject: subjectOf(id),
      clerk,
      deliberation,
      change: change,
      evidence: { change },
    })
    await tellOfMandate(unit, {
      id,
      rev: mandate.rev,
      change: newsOf(change),
      terms: after,
      enteredBy: clerk.name,
      confirmedBy: null,
      deliberation,
    })
  })
}

/**
 * Confirms what another person of the secretariat entered, changed or ended; from then on it counts.
 * @throws DomainError 403 `second-person-needed`, `not-for-oneself`; 404; 409 `nothing-pending`; what `checkTerms` throws
 */
export function confirmMandate(payload: Payload, { id, clerk }: Act): Promise<Mandate> {
  return secretariatUnit(payload, async (unit) => {
    const mandate = await takeInHand(unit, 'mandates', id)
    await refuseOneself(unit, clerk, idOf(mandate.person) ?? '')
    // Two chairs confirmed at once would each not see the other: the body's revision makes them meet.
    await takeInHand(unit, 'governance-bodies', idOf(mandate.body) ?? '')
    const waiting = pendingOf(mandate, isMandateChange)
    if (waiting) return confirmChange(unit, mandate, clerk, waiting)
    if (mandate.confirmed && idOf(mandate.confirmedBy) === clerk.id) return mandate
    if (mandate.confirmed) throw nothingPending()
    return confirmEntry(unit, mandate, clerk)
  })
}

async function confirmEntry(unit: UnitOfWork, mandate: InHand<'mandates'>, clerk: Clerk): Promise<Mandate> {
  const { payload, req } = unit
  const enteredBy = idOf(mandate.enteredBy)
  if (enteredBy === null || enteredBy === clerk.id) throw secondPersonNeeded()
  const terms = termsOf(mandate)
  await checkTerms(unit, terms, mandate.id)
  const data = { confirmed: true, confirmedBy: clerk.id, confirmedAt: now().toISOString() }
  await payload.db.updateOne({ collection: 'mandates', id: mandate.id, data, req, returning: false })
  await rightsChanged(unit)
  await recordFact(unit, {
    subject: subjectOf(mandate.id),
    type: 'mandate-confirmed',
    actor: clerkFacts(clerk),
    evidence: { enteredBy, ...termFacts(mandate, terms) },
  })
  const author = await findById({ payload, req }, 'users', enteredBy)
  await tellOfMandate(unit, {
    id: mandate.id,
    rev: mandate.rev,
    change: 'entered',
    terms,
    enteredBy: author?.name ?? '',
    confirmedBy: clerk.name,
    deliberation: mandate.deliberation,
  })
  return { ...mandate, ...data }
}

async function confirmChange(
  unit: UnitOfWork,
  mandate: InHand<'mandates'>,
  clerk: Clerk,
  { change, deliberation, proposedBy, proposedByName }: Proposal<MandateChange>,
): Promise<Mandate> {
  const { payload, req } = unit
  if (proposedBy === clerk.id) throw secondPersonNeeded()
  const terms = withChange(termsOf(mandate), change)
  await checkTerms(unit, terms, mandate.id)
  const { role, onBehalfOf, firstDay, lastDay } = terms
  const title = mandateTitle(await namesOf(unit, terms), role)
  const data = { role, onBehalfOf, firstDay, lastDay, title, pending: null }
  await payload.db.updateOne({ collection: 'mandates', id: mandate.id, data, req, returning: false })
  await rightsChanged(unit)
  await recordFact(unit, {
    subject: subjectOf(mandate.id),
    type: change.kind === 'end' ? 'mandate-ended' : 'mandate-changed',
    actor: clerkFacts(clerk),
    evidence: {
      proposedBy,
      proposedByName,
      deliberation,
      before: termFacts(mandate, termsOf(mandate)),
      ...termFacts({ title }, terms),
    },
  })
  await tellOfMandate(unit, {
    id: mandate.id,
    rev: mandate.rev,
    change: newsOf(change),
    terms,
    enteredBy: proposedByName,
    confirmedBy: clerk.name,
    deliberation,
  })
  return { ...mandate, ...data }
}

/**
 * Drops what waits for a confirmation: the proposal, or the whole entry, whose journal stays.
 * @throws DomainError 403 `not-for-oneself`; 404; 409 `nothing-pending`
 */
export function discardMandate(payload: Payload, { id, clerk, reason }: Act & { reason: string }): Promise<Mandate> {
  return secretariatUnit(payload, async (unit) => {
    const { req } = unit
    const mandate = await takeInHand(unit, 'mandates', id)
    await refuseOneself(unit, clerk, idOf(mandate.person) ?? '')
    const waiting = pendingOf(mandate, isMandateChange)
    if (!waiting && mandate.confirmed) throw nothingPending()
    if (waiting) {
      return discardPending(unit, 'mandates', mandate, {
        subject: subjectOf(id),
        clerk,
        evidence: { reason, change: waiting.change },
      })
    }
    await payload.db.deleteOne({ collection: 'mandates', where: { id: { equals: id } }, req })
    await recordFact(unit, {
      subject: subjectOf(id),
      type: 'mandate-discarded',
      actor: clerkFacts(clerk),
      evidence: { reason, ...termFacts(mandate, termsOf(mandate)) },
    })
    return mandate
  })
}
