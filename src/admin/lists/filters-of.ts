import { findAll } from '../../db/find.ts'
import { OPEN_STATES, STATE_LABELS, STATES } from '../../adhesion/lifecycle/states.ts'
import { MEMBER_STATUSES } from '../../membership/statuses.ts'
import { REGIONS } from '../../organisation/region.ts'
import { MEMBER_STATUS_LABELS } from '../../record/facts/labels.ts'
import { KINDS } from '../adhesion/words.ts'
import { MAIL } from '../mails/words.ts'
import type { Reader } from '../reader.ts'
import { viewOf, type Choice, type Filter, type ListView } from './filter.ts'
import { LISTS } from './words.ts'

type Offer = { filters: Filter[]; offered: ListView[] }

const equal = (value: string, label: string): Choice => ({ label, operator: 'equals', value })

const ofTable = (labels: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(labels).map(([value, label]) => equal(value, label))

const regions = (): Choice[] => REGIONS.map(({ code, name }) => equal(code, name))

/** What the list of applications is filtered by, and the views of it that everybody has. */
export async function fileFilters(reader: Reader): Promise<Offer> {
  const { payload, req, user } = reader
  // Who instructs is no secret among those who may read the files.
  const clerks = await findAll({ payload, req }, 'users', {
    where: { roles: { in: ['secretariat'] } },
    sort: 'name',
  })
  const others = clerks.filter(({ id }) => id !== user.id).map(({ id, name }) => equal(id, name))
  return {
    filters: [
      { label: LISTS.status, path: 'status', choices: STATES.map((state) => equal(state, STATE_LABELS[state])) },
      { label: LISTS.kind, path: 'kind', choices: ofTable(KINDS) },
      { label: LISTS.region, path: 'organisation.address.region', choices: regions() },
      {
        label: LISTS.term,
        path: 'termOn',
        choices: [
          { label: LISTS.over, operator: 'less_than', value: '+0' },
          ...[7, 30].map((days) => ({
            label: LISTS.within(days),
            operator: 'less_than_equal',
            value: `+${days}`,
          })),
        ],
      },
      {
        label: LISTS.clerk,
        path: 'claimedBy',
        choices: [equal(user.id, LISTS.you), ...others, { label: LISTS.nobody, operator: 'exists', value: 'false' }],
      },
    ],
    offered: [
      viewOf(LISTS.oldest, [{ path: 'status', operator: 'in', value: OPEN_STATES.join(',') }], 'enteredStateAt'),
      viewOf(LISTS.late, [{ path: 'termOn', operator: 'less_than', value: '+0' }], 'termOn'),
      viewOf(
        LISTS.yours,
        [
          { path: 'claimedBy', operator: 'equals', value: user.id },
          { path: 'status', operator: 'in', value: OPEN_STATES.join(',') },
        ],
        'termOn',
      ),
    ],
  }
}

/** The same for the list of members. */
export function memberFilters(): Offer {
  return {
    filters: [
      {
        label: LISTS.memberStatus,
        path: 'status',
        choices: MEMBER_STATUSES.map((status) => equal(status, MEMBER_STATUS_LABELS[status])),
      },
      { label: LISTS.kind, path: 'kind', choices: ofTable(KINDS) },
      { label: LISTS.region, path: 'directory.region', choices: regions() },
    ],
    offered: [
      viewOf(LISTS.current, [{ path: 'status', operator: 'in', value: 'active,suspended' }], 'legalName'),
      viewOf(LISTS.toConfirm, [{ path: 'confirmed', operator: 'equals', value: 'false' }], 'legalName'),
    ],
  }
}

/** What could not be delivered and waits for somebody: an e-mail whose link opens nothing any more waits for nobody. */
export const FAILED_MAILS = viewOf(
  MAIL.failed,
  [
    { path: 'status', operator: 'equals', value: 'failed' },
    { path: 'lastError', operator: 'not_equals', value: 'superseded' },
  ],
  '-createdAt',
)

/** The same for the list of e-mails. */
export function mailFilters(): Offer {
  return {
    filters: [{ label: LISTS.status, path: 'status', choices: ofTable(MAIL.states) }],
    offered: [
      FAILED_MAILS,
      viewOf(MAIL.waiting, [{ path: 'status', operator: 'in', value: 'owed,sending' }], '-createdAt'),
    ],
  }
}
