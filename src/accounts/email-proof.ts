import type { Payload } from 'payload'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { isLinkedToSomebody } from '../governance/accounts.ts'
import { rightsChanged } from '../governance/rights-changed.ts'
import { now } from '../lib/clock.ts'
import { addParisDays } from '../lib/dates.ts'
import type { User } from '../payload-types.ts'
import { grantCapability, markUsed, readCapability, revokeCapabilities } from '../record/capabilities.ts'
import {
  alreadyPending,
  proposalBy,
  readRecord,
  secretariatUnit,
  takeInHand,
  type InHand,
  type Proposal,
} from '../record/second-person.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { reauthenticate, type Proof } from '../security/reauthenticate.ts'
import type { EmailChange } from './change.ts'
import { deadProof, emailByTwo } from './change-errors.ts'
import { waitingOn, type Governor } from './governor.ts'
import { checkNewEmail } from './propose-change.ts'
import { endSessionsOf } from './sessions.ts'
import { oweNotice } from '../governance/notices.ts'

/** Days for which the link to a new address opens. */
const PROOF_DAYS = 7

/** Sends the link by which a new address, confirmed by a second person, proves itself; the old one is told. */
export async function askForProof(
  unit: UnitOfWork,
  account: InHand<'users'>,
  waiting: Proposal<unknown>,
  change: EmailChange,
  by: Pick<Governor, 'id' | 'name'>,
): Promise<User> {
  const { payload, req } = unit
  const subject = `account:${account.id}`
  await revokeCapabilities(unit, { subject, purpose: 'confirm-email' })
  const expiresAt = addParisDays(now(), PROOF_DAYS)
  const { uid } = await grantCapability(unit, { purpose: 'confirm-email', subject, expiresAt })
  const pending = { ...waiting, change: { ...change, confirmedBy: by.id, confirmedByName: by.name, capability: uid } }
  await payload.db.updateOne({ collection: 'users', id: account.id, data: { pending }, req, returning: false })
  await oweNotice(unit, 'email-proof', {
    account,
    capability: uid,
    data: { person: account.name, account: account.email, email: change.email, expiresAt: expiresAt.toISOString() },
  })
  await oweNotice(unit, 'account-changed', {
    account,
    news: {
      what: 'email-waits',
      before: account.email,
      after: change.email,
      by: waiting.proposedByName,
      confirmedBy: change.as === 'self' ? null : by.name,
      reason: waiting.deliberation,
    },
  })
  return { ...account, pending }
}

type Own = { account: string; email: string; proof: Proof; ip?: string | null; userAgent?: string | null }

/**
 * Changes one's own address, where the account has neither role nor link: with the present password, and a link to the
 * new one.
 * @throws DomainError 403 `email-by-two`, `present-password-needed`, `wrong-present-password`; 409 `change-pending`,
 * `nothing-changes`, `account-exists`
 */
export async function changeOwnEmail(
  payload: Payload,
  { account: id, email, proof, ip = null, userAgent = null }: Own,
): Promise<void> {
  // Before the transaction: a password takes a third of a second to check.
  await reauthenticate(payload, id, proof)
  await secretariatUnit(payload, async (unit) => {
    const account = await takeInHand(unit, 'users', id)
    if ((account.roles ?? []).length > 0 || (await isLinkedToSomebody(unit.req, id))) throw emailByTwo()
    const waiting = waitingOn(account)
    if (waiting) throw alreadyPending(waiting)
    await checkNewEmail(unit, account, email)
    const change: EmailChange = {
      kind: 'email',
      as: 'self',
      email,
      confirmedBy: null,
      confirmedByName: null,
      capability: null,
    }
    await noteSecurityEvent(
      payload,
      { type: 'email-change-asked', account: id, by: id, ip, userAgent, data: { email, previous: account.email } },
      unit.req,
    )
    await askForProof(unit, account, proposalBy(account, '', change), change, account)
  })
}

/** The account and the two addresses that the page of a proof shows; null for a link that opens nothing. */
export async function viewOfProof(
  payload: Payload,
  token: string,
): Promise<{ name: string; before: string; after: string } | null> {
  const found = await readCapability(payload, token)
  if (found?.state !== 'live' || found.capability.purpose !== 'confirm-email') return null
  const account = await readRecord(payload, 'users', accountIn(found.capability.subject))
  const change = account && waitingOn(account)?.change
  if (!account || change?.kind !== 'email' || change.capability !== found.capability.uid) return null
  return { name: account.name, before: account.email, after: change.email }
}

const accountIn = (subject: string): string => subject.slice('account:'.length)

/**
 * Gives an account the address that proved itself by its link: all sessions and links to choose a password end, and
 * everybody is told, the address left behind too.
 * @throws DomainError 410 `link-over`; 409 `account-exists`
 */
export function proveEmail(
  payload: Payload,
  { token, ip = null, userAgent = null }: { token: string; ip?: string | null; userAgent?: string | null },
): Promise<void> {
  return secretariatUnit(payload, async (unit) => {
    const { req } = unit
    const found = await readCapability(payload, token, req)
    if (found?.state !== 'live' || found.capability.purpose !== 'confirm-email') throw deadProof()
    const account = await takeInHand(unit, 'users', accountIn(found.capability.subject))
    const waiting = waitingOn(account)
    const change = waiting?.change
    if (
      !waiting ||
      change?.kind !== 'email' ||
      change.capability !== found.capability.uid ||
      account.suspended === true
    )
      throw deadProof()
    // A role or a link given meanwhile asks for two.
    if (change.as === 'self' && ((account.roles ?? []).length > 0 || (await isLinkedToSomebody(req, account.id))))
      throw deadProof()
    await checkNewEmail(unit, account, change.email)
    await markUsed(unit, found.capability)
    const before = account.email
    await payload.db.updateOne({
      collection: 'users',
      id: account.id,
      data: { email: change.email, pending: null, resetPasswordToken: null, resetPasswordExpiration: null },
      req,
      returning: false,
    })
    await rightsChanged(unit)
    await endSessionsOf(unit, account.id)
    await noteSecurityEvent(
      payload,
      {
        type: 'email-changed',
        account: account.id,
        by: account.id,
        ip,
        userAgent,
        data: { email: change.email, previous: before },
      },
      req,
    )
    await oweNotice(unit, 'account-changed', {
      account: { ...account, email: change.email },
      news: {
        what: 'email-confirmed',
        before,
        after: change.email,
        by: waiting.proposedByName,
        confirmedBy: change.confirmedByName,
        reason: waiting.deliberation,
      },
      otherEmail: before,
    })
  })
}
