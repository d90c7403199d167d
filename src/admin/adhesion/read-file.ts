import { CLOSINGS } from '../../adhesion/actions/close.ts'
import { CLOSE_REASON_LABELS } from '../../record/facts/labels.ts'
import { idOf } from '../../lib/ids.ts'
import { STATE_LABELS } from '../../adhesion/lifecycle/states.ts'
import { CHOICE_LABELS } from '../../deliberation/majority.ts'
import { sessionIn } from '../../deliberation/stored-round.ts'
import { formatDay, isDay } from '../../lib/dates.ts'
import type { Adhesion, Round } from '../../payload-types.ts'
import { actionsOf } from './actions-of.ts'
import type { Shown } from './forms.ts'
import { checksOf } from './checks-of.ts'
import { facts, moment, organisationFacts, personFacts } from './declared-facts.ts'
import type { Fact } from '../fact.ts'
import type { FileModel } from './model.ts'
import { filesOf, membershipsOf } from '../history/read-member.ts'
import { roundModel, earlierRounds } from './read-round.ts'
import { readMails } from './read-mails.ts'
import { readJournal, readRequests, readSignature } from './read-parts.ts'
import { readSessionForm } from './read-session.ts'
import { accountNames, asReader, peopleNames, type Names, type Reader } from '../reader.ts'
import { signatureHolds } from '../../adhesion/signature/standing-signature.ts'
import { since } from './since.ts'
import { situationOf } from './situation.ts'
import { EXPECTED, EXPECTED_OF_YOU, KINDS, LABELS, TEXTS } from './words.ts'

/**
 * Everything that one person may see of one file, and what they may do on it now. Read with their own rights
 * throughout. Null when there is no such file for them.
 */
export async function readFile(reader: Reader, id: string): Promise<FileModel | null> {
  const { payload } = reader
  const adhesion = await payload.findByID({ collection: 'adhesions', id, ...asReader(reader), disableErrors: true })
  if (!adhesion) return null
  const situation = await situationOf(reader, adhesion)
  const { round, votes, count, standing, at } = situation
  const { recused } = standing
  const people = await peopleNames(reader)
  const sight = {
    recused,
    votes: standing.roles.has('secretariat') || standing.roles.has('elector'),
  }
  const signature = await readSignature(reader, adhesion)
  const holder = idOf(adhesion.claimedBy)
  const holderName = (await accountNames(reader, [holder])).get(holder ?? '') ?? null
  const session =
    standing.roles.has('secretariat') && ['before-bureau', 'referred'].includes(adhesion.status)
      ? await readSessionForm(reader, round, people, at)
      : null
  const shown: Shown = { ...situation, holderName, session }
  const { requests, attachments } = await readRequests(reader, adhesion, at)
  const { journal, notes, conversation } = await readJournal(reader, adhesion)
  return {
    id,
    rev: adhesion.rev,
    reference: adhesion.reference,
    title: adhesion.organisation.legalName,
    kind: KINDS[adhesion.kind],
    state: adhesion.status,
    stateLabel: STATE_LABELS[adhesion.status],
    since: since(adhesion.enteredStateAt, at),
    holder: ['under-review', 'needs-information'].includes(adhesion.status) ? holderText(shown) : null,
    expected: expectedOf(shown),
    recused: recused ? TEXTS.recused : null,
    organisation: organisationFacts(adhesion),
    representative: personFacts('representative', adhesion),
    contact: personFacts('contact', adhesion),
    motivation: adhesion.motivation ?? null,
    checks: await checksOf(reader, {
      adhesion,
      round,
      evidence: signature?.evidence ?? null,
      signed: await signatureHolds(situation),
      at,
      people,
    }),
    signature: signature?.model ?? null,
    requests,
    attachments,
    mails: await readMails(reader, [`adhesion:${id}`]),
    earlier: [
      ...(await membershipsOf(reader, adhesion.identifierKey)),
      ...(await filesOf(reader, adhesion.identifierKey, id)),
    ],
    notes: recused ? null : notes,
    conversation,
    round: round ? await roundModel(reader, round, votes, count, sight, people, at) : null,
    earlierRounds: await earlierRounds(reader, id, round?.id ?? null, recused),
    decision: decisionFacts(adhesion, people),
    journal,
    actions: actionsOf(shown),
  }
}

function holderText({ holder, holderName }: Shown): string {
  if (holder === 'self') return TEXTS.heldByYou
  return holderName ? TEXTS.heldBy(holderName) : TEXTS.heldByNobody
}

/** What is to be done next, said to this person. */
function expectedOf({ adhesion, round, standing, sessionRecorded, count }: Shown): string {
  const { status } = adhesion
  if (sessionRecorded) {
    if (round && sessionIn(round)?.disputed !== undefined) return EXPECTED_OF_YOU.sessionDisputed
    return standing.roles.has('presiding') && !standing.recused
      ? EXPECTED_OF_YOU.confirmSession
      : EXPECTED_OF_YOU.sessionWaits
  }
  if (status === 'before-bureau' && standing.roles.has('elector') && !standing.recused)
    return expectedVote(round, count)
  if (status === 'under-review' && !standing.roles.has('secretariat')) return EXPECTED_OF_YOU.reviewElsewhere
  if (status !== 'rejected') return EXPECTED[status]
  if (adhesion.refusal?.notifiedAt) return EXPECTED_OF_YOU.refusalSent
  if (adhesion.refusal?.text && adhesion.refusal.approvedBy) return EXPECTED_OF_YOU.sendRefusal
  return standing.roles.has('presiding') && !standing.recused
    ? EXPECTED_OF_YOU.writeRefusal
    : EXPECTED_OF_YOU.refusalWaits
}

function expectedVote(round: Round | null, count: Shown['count']): string {
  const own = count?.own
  if (own && own !== 'recused') return EXPECTED_OF_YOU.voted(CHOICE_LABELS[own])
  return EXPECTED_OF_YOU.vote(moment(round?.closesAt) ?? '')
}

function decisionFacts({ status, decidedOn, member, refusal, closeReason }: Adhesion, people: Names): Fact[] {
  const memberId = idOf(member)
  const closed = CLOSINGS.find((reason) => reason === closeReason)
  return facts([
    { label: LABELS.decidedOn, value: isDay(decidedOn) ? formatDay(decidedOn) : null },
    {
      label: LABELS.member,
      value: memberId ? LABELS.openMember : null,
      ...(memberId ? { href: `/admin/collections/members/${memberId}` } : {}),
    },
    { label: LABELS.refusalText, value: status === 'rejected' ? refusal?.text : null },
    { label: LABELS.refusalApproved, value: people.get(idOf(refusal?.approvedBy) ?? '') },
    { label: LABELS.refusalNotified, value: moment(refusal?.notifiedAt) },
    { label: LABELS.closeReason, value: closed ? CLOSE_REASON_LABELS[closed] : null },
  ])
}
