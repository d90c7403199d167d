import type { Payload } from 'payload'
import { findFirst } from '../db/find.ts'
import { now } from '../lib/clock.ts'
import { isDay, parisDay, type Day } from '../lib/dates.ts'
import { sha256 } from '../lib/hash.ts'
import type { CharterVersion } from '../payload-types.ts'
import { recordFact } from '../record/journal.ts'
import {
  clerkFacts,
  discardPending,
  layProposal,
  refusePending,
  requirePending,
  secondPersonNeeded,
  secretariatUnit,
  takeInHand,
  type Clerk,
} from '../record/second-person.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { canonicalBytes } from './canonical-text.ts'
import { adoptedForGood, effectiveInThePast, emptyText, numberNotHighest, textChanged } from './errors.ts'

/** What is proposed is one exact text: the hash stands for it. */
export type Adoption = { effectiveOn: Day; sha256: string }

type Act = {
  id: string
  clerk: Clerk /** Makes Markdown of the rich text; the canonical bytes come from it. */
  toMarkdown: (content: unknown) => string
}

export function isAdoption(value: unknown): value is Adoption {
  return (
    typeof value === 'object' &&
    value !== null &&
    'effectiveOn' in value &&
    isDay(value.effectiveOn) &&
    'sha256' in value &&
    typeof value.sha256 === 'string'
  )
}

const subjectOf = (id: string) => `charter:${id}`

/**
 * Proposes the adoption of a version as its text now stands.
 * @throws DomainError 404; 400 `effective-in-the-past`; 409 `adopted-is-immutable`, `change-pending`, `empty-text`, `number-not-highest`
 */
export function proposeAdoption(
  payload: Payload,
  { id, clerk, toMarkdown, effectiveOn, deliberation }: Act & { effectiveOn: Day; deliberation: string },
): Promise<CharterVersion> {
  return secretariatUnit(payload, async (unit) => {
    const version = await takeInHand(unit, 'charter-versions', id)
    if (version.status === 'adopted') throw adoptedForGood()
    refusePending(version)
    if (effectiveOn < parisDay(now())) throw effectiveInThePast()
    await highestNumber(unit, version.number)
    const change = { effectiveOn, sha256: sha256(textOf(version, toMarkdown)) }
    return layProposal(unit, 'charter-versions', version, {
      subject: subjectOf(id),
      clerk,
      deliberation,
      change: change,
      evidence: { number: version.number, ...change },
    })
  })
}

/**
 * Confirms an adoption that another person proposed: the canonical text is frozen with its hash, and the
 * version changes no more.
 * @throws DomainError 403 `second-person-needed`; 404; 409 `adopted-is-immutable`, `nothing-pending`, `text-changed`, `number-not-highest`
 */
export function confirmAdoption(payload: Payload, { id, clerk, toMarkdown }: Act): Promise<CharterVersion> {
  return secretariatUnit(payload, async (unit) => {
    const version = await takeInHand(unit, 'charter-versions', id)
    if (version.status === 'adopted') throw adoptedForGood()
    const waiting = requirePending(version, isAdoption)
    const { change, deliberation, proposedBy, proposedByName } = waiting
    if (proposedBy === clerk.id) throw secondPersonNeeded()
    await highestNumber(unit, version.number)
    const canonicalText = textOf(version, toMarkdown)
    if (sha256(canonicalText) !== change.sha256) throw textChanged()
    const data = {
      status: 'adopted' as const,
      canonicalText,
      sha256: change.sha256,
      effectiveOn: change.effectiveOn,
      deliberation,
      adoptedAt: now().toISOString(),
      pending: null,
    }
    await payload.db.updateOne({ collection: 'charter-versions', id, data, req: unit.req, returning: false })
    await recordFact(unit, {
      subject: subjectOf(id),
      type: 'charter-adopted',
      actor: clerkFacts(clerk),
      evidence: {
        proposedBy,
        proposedByName,
        number: version.number,
        ...change,
        binds: version.binds,
        resignRequired: version.resignRequired ?? false,
        deliberation,
      },
    })
    return { ...version, ...data }
  })
}

/** Drops a proposed adoption; the draft stays. @throws DomainError 404; 409 `nothing-pending`, `adopted-is-immutable` */
export function discardAdoption(
  payload: Payload,
  { id, clerk, reason }: Pick<Act, 'id' | 'clerk'> & { reason: string },
): Promise<CharterVersion> {
  return secretariatUnit(payload, async (unit) => {
    const version = await takeInHand(unit, 'charter-versions', id)
    if (version.status === 'adopted') throw adoptedForGood()
    const waiting = requirePending(version, isAdoption)
    return discardPending(unit, 'charter-versions', version, {
      subject: subjectOf(id),
      clerk,
      evidence: { reason, ...waiting.change },
    })
  })
}

function textOf({ content }: CharterVersion, toMarkdown: Act['toMarkdown']): string {
  const text = canonicalBytes(toMarkdown(content))
  if (text.trim() === '') throw emptyText()
  return text
}

/** In force is the highest number, so a version adopted under a lower one would never be. */
async function highestNumber({ payload, req }: UnitOfWork, number: number): Promise<void> {
  const higher = await findFirst({ payload, req }, 'charter-versions', {
    where: { and: [{ status: { equals: 'adopted' } }, { number: { greater_than: number } }] },
    sort: '-number',
  })
  if (higher) throw numberNotHighest(higher.number)
}
