import type { Payload } from 'payload'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import type { GovernanceBody } from '../payload-types.ts'
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
  type InHand,
} from '../record/second-person.ts'
import {
  issuesOfRule,
  isRuleChange,
  presentRule,
  ruleWithSource,
  sameChange,
  storedRule,
  type RuleChange,
} from './body-rule.ts'
import { validationSlot } from './competences.ts'
import { competenceTaken, nothingChanges, ruleInvalid } from './errors.ts'
import { bodyWithCompetence } from './mandates.ts'
import { oweNotice } from './notices.ts'

type Act = { id: string; clerk: Clerk }

const subjectOf = (id: string) => `body:${id}`

/**
 * Proposes how a body decides and what: its present rule holds until a second person confirms, and ballots that
 * are open keep theirs.
 * @throws DomainError 400 `invalid`; 404; 409 `competence-taken`, `change-pending`, `nothing-changes`
 */
export function proposeRule(
  payload: Payload,
  { id, clerk, change, deliberation }: Act & { change: Partial<RuleChange>; deliberation: string },
): Promise<GovernanceBody> {
  return secretariatUnit(payload, async (unit) => {
    const body = await takeInHand(unit, 'governance-bodies', id)
    refusePending(body)
    const before = presentRule(body)
    const after = { ...before, ...change }
    if (sameChange(before, after)) throw nothingChanges()
    await check(unit, id, after)
    const proposed = await layProposal(unit, 'governance-bodies', body, {
      subject: subjectOf(id),
      clerk,
      deliberation,
      change: after,
      evidence: { before, after },
    })
    await tell(unit, body, after, { enteredBy: clerk.name, confirmedBy: null, deliberation })
    return proposed
  })
}

/**
 * Confirms the rule and competences that another person proposed.
 * @throws DomainError 403 `second-person-needed`; 404; 409 `nothing-pending`, `competence-taken`
 */
export function confirmRule(payload: Payload, { id, clerk }: Act): Promise<GovernanceBody> {
  return secretariatUnit(payload, async (unit) => {
    const body = await takeInHand(unit, 'governance-bodies', id)
    const waiting = requirePending(body, isRuleChange)
    const { change, deliberation, proposedBy, proposedByName } = waiting
    if (proposedBy === clerk.id) throw secondPersonNeeded()
    await check(unit, id, change)
    // The whole row: SQLite writes what holds a list by an upsert, which misses every column left out.
    const data = {
      ...body,
      rule: storedRule(change),
      competences: change.competences,
      validationSlot: validationSlot(change.competences, id),
      pending: null,
    }
    await payload.db.updateOne({ collection: 'governance-bodies', id, data, req: unit.req, returning: false })
    await recordFact(unit, {
      subject: subjectOf(id),
      type: 'rule-changed',
      actor: clerkFacts(clerk),
      evidence: {
        proposedBy,
        proposedByName,
        name: body.name,
        before: presentRule(body),
        after: change,
        deliberation,
      },
    })
    await tell(unit, body, change, { enteredBy: proposedByName, confirmedBy: clerk.name, deliberation })
    return data
  })
}

/** Drops a proposed rule. @throws DomainError 404; 409 `nothing-pending` */
export function discardRule(
  payload: Payload,
  { id, clerk, reason }: Act & { reason: string },
): Promise<GovernanceBody> {
  return secretariatUnit(payload, async (unit) => {
    const body = await takeInHand(unit, 'governance-bodies', id)
    const waiting = requirePending(body, isRuleChange)
    return discardPending(unit, 'governance-bodies', body, {
      subject: subjectOf(id),
      clerk,
      evidence: { reason, change: waiting.change },
    })
  })
}

async function check({ payload, req }: UnitOfWork, id: string, change: RuleChange): Promise<void> {
  const issues = issuesOfRule(change.rule)
  if (issues.length > 0) throw ruleInvalid(issues)
  if (!change.competences.includes('adhesion-validation')) return
  const holder = await bodyWithCompetence(payload, 'adhesion-validation', req)
  if (holder && holder.id !== id) throw competenceTaken(holder.name)
}

type News = { enteredBy: string; confirmedBy: string | null; deliberation: string }

async function tell(unit: UnitOfWork, body: InHand<'governance-bodies'>, after: RuleChange, news: News): Promise<void> {
  await oweNotice(unit, 'body-rule-changed', {
    body: body.id,
    rev: body.rev,
    data: { body: body.name, before: ruleWithSource(presentRule(body)), after: ruleWithSource(after), ...news },
  })
}
