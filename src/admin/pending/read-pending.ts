import { isOneself } from '../../governance/concerns.ts'
import { idOf } from '../../lib/ids.ts'
import { isLink } from '../../governance/link-account.ts'
import { holdsRole } from '../../governance/roles.ts'
import { formatDateTime } from '../../lib/dates.ts'
import type { Person } from '../../payload-types.ts'
import type { Confirmable } from '../../record/second-person.ts'
import type { ActionGroups, ActionModel } from '../actions/model.ts'
import { textAt } from '../adhesion/stored.ts'
import type { Fact } from '../fact.ts'
import { accountNames, asReader, type Reader } from '../reader.ts'
import { changeFacts } from './changes.ts'
import {
  bodyProposals,
  charterProposals,
  mandateProposals,
  memberProposals,
  personProposals,
  type Proposable,
} from './proposals.ts'
import { ACTIONS, CHANGES, FIELDS, PENDING } from './words.ts'
import { LENGTHS } from '../../input/lengths.ts'

/** What waits on a record for a second person, and what this one may do about it. */
export type PendingModel = { waits: boolean; lines: Fact[]; said: string; actions: ActionGroups }

/** A record with what may be proposed on it, read with the reader's own rights. */
type Found = {
  pending?: unknown
  confirmed?: boolean | null
  enteredBy?: unknown
  proposals: Proposable[]
  oneself: boolean
}

/**
 * What the secretariat may confirm, discard or propose on a record; null for who is not of the secretariat alone
 * (an account that also administers is no second person) and where nothing can be done.
 */
export async function readPending(reader: Reader, collection: Confirmable, id: string): Promise<PendingModel | null> {
  if (!holdsRole(reader.user, 'secretariat')) return null
  const found = await readRecord(reader, collection, id)
  if (!found) return null
  const proposer = textAt(found.pending, 'proposedBy') ?? (found.confirmed === false ? enteredBy(found) : null)
  const waits = proposer !== null || found.confirmed === false
  const { oneself } = found
  const action = ({ name, fields }: Proposable): ActionModel => ({
    name,
    url: `/api/${collection}/${id}/${name}`,
    ...ACTIONS[name],
    fields,
  })
  if (!waits) {
    const others = oneself ? [] : found.proposals.map(action)
    if (others.length === 0 && !oneself) return null
    return {
      waits,
      lines: [],
      said: oneself ? PENDING.oneself : PENDING.nothing[collection],
      actions: { main: null, others, record: [] },
    }
  }
  const mine = proposer === reader.user.id
  const lines = await pendingLines(reader, collection, found)
  const main = mine || oneself ? null : action({ name: 'confirm', fields: [] })
  const discard = action({
    name: 'discard',
    fields: [{ kind: 'textarea', name: 'reason', label: FIELDS.reason, longest: LENGTHS.reason }],
  })
  // A discarded entry is no more; a discarded proposal leaves its record as it was.
  const others = oneself
    ? []
    : [found.confirmed === false ? { ...discard, leadsTo: `/admin/collections/${collection}` } : discard]
  return {
    waits,
    lines,
    said: oneself ? PENDING.oneself : mine ? PENDING.yours : await whoProposed(reader, found),
    actions: { main, others, record: [] },
  }
}

const changeIn = (pending: unknown): unknown =>
  typeof pending === 'object' && pending !== null && 'change' in pending ? pending.change : null

/** A proposal that would have one's own account act for somebody is for others to judge. */
function linksOwnAccount({ user }: Reader, { pending }: Person): boolean {
  const change = changeIn(pending)
  return isLink(change) && change.account === user.id
}

const enteredBy = ({ enteredBy: account }: Found): string | null => (typeof account === 'string' ? account : null)

async function pendingLines(reader: Reader, collection: Confirmable, { pending }: Found): Promise<Fact[]> {
  const change = changeIn(pending)
  if (change === null) return [{ label: CHANGES.entry, value: CHANGES.entered }]
  const deliberation = textAt(pending, 'deliberation')
  return [
    ...(await changeFacts(reader, collection, change)),
    ...(deliberation ? [{ label: CHANGES.deliberation, value: deliberation }] : []),
  ]
}

async function whoProposed(reader: Reader, found: Found): Promise<string> {
  const name = textAt(found.pending, 'proposedByName')
  const at = textAt(found.pending, 'proposedAt')
  if (name && at) return PENDING.proposedBy(name, formatDateTime(new Date(at)))
  const account = enteredBy(found)
  return PENDING.enteredBy((await accountNames(reader, [account])).get(account ?? '') ?? '')
}

async function readRecord(reader: Reader, collection: Confirmable, id: string): Promise<Found | null> {
  const asked = { id, ...asReader(reader), disableErrors: true } as const
  const { payload } = reader
  switch (collection) {
    case 'mandates': {
      const mandate = await payload.findByID({ collection, ...asked })
      const person = mandate
        ? await payload.findByID({ collection: 'people', ...asked, id: idOf(mandate.person) ?? '' })
        : null
      return (
        mandate && {
          ...mandate,
          confirmed: mandate.confirmed ?? false,
          proposals: await mandateProposals(reader, mandate),
          oneself: person !== null && isOneself(reader.user, person),
        }
      )
    }
    case 'people': {
      const person = await payload.findByID({ collection, ...asked })
      return (
        person && {
          pending: person.pending,
          proposals: await personProposals(reader, person),
          oneself: isOneself(reader.user, person) || linksOwnAccount(reader, person),
        }
      )
    }
    case 'governance-bodies': {
      const body = await payload.findByID({ collection, ...asked })
      return body && { pending: body.pending, proposals: bodyProposals(body), oneself: false }
    }
    case 'members': {
      const member = await payload.findByID({ collection, ...asked })
      return (
        member && {
          ...member,
          confirmed: member.confirmed ?? false,
          proposals: memberProposals(member),
          oneself: false,
        }
      )
    }
    case 'charter-versions': {
      const version = await payload.findByID({ collection, ...asked })
      return version && { pending: version.pending, proposals: charterProposals(version), oneself: false }
    }
  }
}
