import { idOf } from '../../lib/ids.ts'
import { formatDateTime } from '../../lib/dates.ts'
import type { PublicationApproval, PublicationOpinion } from '../../payload-types.ts'
import { isAuthor } from '../../publications/authors.ts'
import { presentState, type PresentState } from '../../publications/present-state.ts'
import { needsApproval, needsOpinion, OPINIONS } from '../../publications/rules.ts'
import { OPINION_LABELS } from '../../record/facts/labels.ts'
import { approvalsAndOpinions, type ApprovalsAndOpinions } from '../../publications/approvals.ts'
import { isComplete } from '../../publications/complete.ts'
import { seatOf, type Seat } from '../../publications/seat.ts'
import type { ActionModel } from '../actions/model.ts'
import type { Fact } from '../fact.ts'
import { asReader, peopleNames, type Names, type Reader } from '../reader.ts'
import { ACTIONS, APPROVAL, FACTS, FIELDS } from './words.ts'
import { LENGTHS } from '../../input/lengths.ts'

/** How a publication stands before it appears, and what this person may say of it. */
export type ApprovalModel = { waits: boolean; facts: Fact[]; said: string[]; actions: ActionModel[] }

/** Read by who may read the draft; null for everybody else, and where there is none. */
export async function readApproval(reader: Reader, id: string): Promise<ApprovalModel | null> {
  const { payload, req, user } = reader
  const adopter = await seatOf(req, user, 'publication-adoption')
  const reviewer = await seatOf(req, user, 'publication-review')
  const editor = user.roles?.includes('editor') ?? false
  if (!adopter && !reviewer && !editor) return null
  const state = await presentState(reader, id)
  if (!state) return null
  // A draft may not have one yet, whatever its type says.
  const kind: unknown = state.publication.kind
  if (!kind) return { waits: false, facts: [], said: [APPROVAL.kindFirst], actions: [] }
  if (!needsApproval(state.publication.kind)) return { waits: false, facts: [], said: [APPROVAL.free], actions: [] }
  const facts = await factsOf(reader, state, await approvalsAndOpinions({ payload, req }, id))
  const author = reviewer !== null && isAuthor(reviewer.person, state.publication)
  const actions = [
    ...(reviewer && !author ? opinionOf(state, reviewer) : []),
    ...(adopter ? approvalOf(state, adopter) : []),
    ...(editor ? submissionOf(state) : []),
  ]
  const missing = state.missing.length === 0 ? [APPROVAL.ready] : state.missing.map((each) => APPROVAL.missing[each])
  return {
    waits: state.missing.length > 0,
    facts,
    said: [...missing, ...(author ? [APPROVAL.author] : []), APPROVAL.saved],
    actions,
  }
}

const at = (moment: string): string => formatDateTime(new Date(moment))

async function factsOf(reader: Reader, state: PresentState, all: ApprovalsAndOpinions): Promise<Fact[]> {
  const people = await peopleNames(reader)
  const { docs } = await reader.payload.find({
    collection: 'governance-bodies',
    limit: 0,
    ...asReader(reader),
    select: { name: true },
  })
  const bodies: Names = new Map(docs.map(({ id, name }) => [id, name]))
  const {
    docs: [edition],
  } = await reader.payload.find({
    collection: 'publication-editions',
    where: { publication: { equals: state.publication.id } },
    sort: '-number',
    limit: 1,
    ...asReader(reader),
    select: { number: true, publishedAt: true },
  })
  return [
    { label: FACTS.hash, value: state.hash },
    { label: FACTS.approval, value: approvalLine(state.approvals, all.approvals, people, bodies) },
    ...(needsOpinion(state.publication.kind) ? opinionFacts(state, all.opinions, people) : []),
    ...(edition ? [{ label: FACTS.edition, value: FACTS.editionOf(edition.number, at(edition.publishedAt)) }] : []),
  ]
}

const nameIn = (names: Names, of: Parameters<typeof idOf>[0]): string => names.get(idOf(of) ?? '') ?? ''

function approvalLine(
  present: readonly PublicationApproval[],
  all: readonly PublicationApproval[],
  people: Names,
  bodies: Names,
): string {
  const first = present.filter(
    ({ person }, place) => present.findIndex((other) => idOf(other.person) === idOf(person)) === place,
  )
  if (first.length > 0)
    return first
      .map((each) => FACTS.approvedBy(nameIn(people, each.person), nameIn(bodies, each.body), at(each.at)))
      .join('\u00a0; ')
  const last = all.at(-1)
  return last ? FACTS.void(nameIn(people, last.person), at(last.at)) : FACTS.awaited
}

function opinionFacts(
  { opinions, approvals }: ApprovalsAndOpinions,
  all: readonly PublicationOpinion[],
  people: Names,
): Fact[] {
  if (opinions.length > 0) {
    const comments = opinions.flatMap(({ comments: said }) => (said ? [said] : []))
    return [
      {
        label: FACTS.opinion,
        value: opinions
          .map((each) => FACTS.given(OPINION_LABELS[each.opinion], nameIn(people, each.person), at(each.at)))
          .join('\u00a0; '),
      },
      ...(comments.length > 0 ? [{ label: FACTS.comments, value: comments.join('\n') }] : []),
    ]
  }
  const waived = approvals.find(({ withoutOpinion }) => withoutOpinion)
  const last = all.at(-1)
  const value = waived
    ? FACTS.without(nameIn(people, waived.person))
    : last
      ? FACTS.opinionVoid(nameIn(people, last.person), at(last.at))
      : FACTS.opinionAwaited
  return [{ label: FACTS.opinion, value }]
}

function approvalOf(
  { publication: { id, kind }, hash, approvals, missing }: PresentState,
  { person }: Seat,
): ActionModel[] {
  const mine = approvals.some((each) => idOf(each.person) === person.id)
  const opinionLacks = needsOpinion(kind) && missing.includes('opinion')
  const sent = { name: 'approve', url: `/api/publications/${id}/approve`, sent: { contentHash: hash } }
  if (!mine)
    return [
      {
        ...sent,
        ...ACTIONS.approve,
        fields: opinionLacks
          ? [
              {
                kind: 'checkbox',
                name: 'withoutOpinion',
                label: FIELDS.withoutOpinion,
                help: FIELDS.withoutOpinionHelp,
              },
            ]
          : [],
      },
    ]
  return opinionLacks ? [{ ...sent, ...ACTIONS.waive, sent: { ...sent.sent, withoutOpinion: true }, fields: [] }] : []
}

function opinionOf({ publication: { id, kind }, hash, opinions }: PresentState, { person }: Seat): ActionModel[] {
  if (!needsOpinion(kind) || opinions.some((each) => idOf(each.person) === person.id)) return []
  return [
    {
      name: 'opinion',
      url: `/api/publications/${id}/opinion`,
      sent: { contentHash: hash },
      ...ACTIONS.opinion,
      fields: [
        {
          kind: 'radio',
          name: 'opinion',
          label: FIELDS.opinion,
          required: true,
          options: OPINIONS.map((value) => ({ value, label: OPINION_LABELS[value] })),
        },
        {
          kind: 'textarea',
          name: 'comments',
          label: FIELDS.comments,
          help: FIELDS.commentsHelp,
          longest: LENGTHS.comments,
        },
      ],
    },
  ]
}

/** What is whole and lacks somebody's word can be brought before them. */
const submissionOf = ({ publication: { id }, content, hash, missing }: PresentState): ActionModel[] =>
  missing.length > 0 && isComplete(content)
    ? [
        {
          name: 'submit',
          url: `/api/publications/${id}/submit`,
          sent: { contentHash: hash },
          ...ACTIONS.submit,
          fields: [],
        },
      ]
    : []
