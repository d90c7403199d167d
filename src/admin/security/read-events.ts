import type { Where } from 'payload'
import { endOfParisDay, formatDateTime, isDay, startOfParisDay } from '../../lib/dates.ts'
import { isSecurityEvent, SECURITY_EVENTS, wordsOf, type EventData } from '../../security/events.ts'
import { settleSecurityEvents } from '../../security/journal.ts'
import type { Option } from '../actions/model.ts'
import type { Reader } from '../reader.ts'
import { SECURITY } from './words.ts'

const PAGE = 50
const MOST_PAGES = 10_000

type EventLine = { id: string; at: string; label: string; sentence: string; from: string }

export type Filter = { account: string; type: string; day: string; page: number }

export type EventPage = { lines: EventLine[]; accounts: Option[]; types: Option[]; filter: Filter; earlier: boolean }

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? ''

/** What an address asks for; what it does not know how to say is left out. */
export function filterIn(params: Readonly<Record<string, string | string[] | undefined>>): Filter {
  const type = first(params['type'])
  const day = first(params['day'])
  const page = Number(first(params['page']))
  return {
    account: first(params['account']).slice(0, 64),
    type: isSecurityEvent(type) ? type : '',
    day: isDay(day) ? day : '',
    page: Number.isInteger(page) && page > 1 && page <= MOST_PAGES ? page : 1,
  }
}

/**
 * A page of the security journal, the latest first. Whoever calls has asked whether the reader may: the collection
 * itself is open to nobody.
 */
export async function readEvents({ payload, req }: Reader, filter: Filter): Promise<EventPage> {
  await settleSecurityEvents(payload)
  const where: Where[] = [
    ...(filter.account ? [{ or: [{ account: { equals: filter.account } }, { by: { equals: filter.account } }] }] : []),
    ...(filter.type ? [{ type: { equals: filter.type } }] : []),
    ...(filter.day
      ? [
          { at: { greater_than_equal: startOfParisDay(filter.day).toISOString() } },
          { at: { less_than: endOfParisDay(filter.day).toISOString() } },
        ]
      : []),
  ]
  const found = await payload.find({
    collection: 'security-events',
    where: { and: where },
    sort: ['-at', '-createdAt'],
    limit: PAGE,
    page: filter.page,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const users = await payload.find({
    collection: 'users',
    select: { name: true, email: true },
    sort: 'name',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const names = new Map(users.docs.map(({ id, name, email }) => [id, `${name} (${email})`]))
  const nameOf = (id: string | null | undefined, nobody: string): string =>
    id ? (names.get(id) ?? SECURITY.gone) : nobody
  return {
    lines: found.docs.map(({ id, at, type, account, by, ip, device, count, data }) => {
      const facts = dataOf(data)
      const told = { account: nameOf(account, SECURITY.someone), by: nameOf(by, SECURITY.system), data: facts }
      const { label, sentence } = wordsOf(type, told)
      const times = count > 1 ? [SECURITY.times(count)] : []
      return {
        id,
        at: formatDateTime(new Date(at)),
        label,
        sentence: [sentence, ...times].join(' '),
        from: [ip, device].filter(Boolean).join(' · '),
      }
    }),
    accounts: users.docs.map(({ id }) => ({ value: id, label: names.get(id) ?? id })),
    types: Object.entries(SECURITY_EVENTS)
      .map(([value, { label }]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label, 'fr')),
    filter,
    earlier: found.hasNextPage,
  }
}

const dataOf = (stored: unknown): EventData =>
  typeof stored === 'object' && stored !== null && !Array.isArray(stored)
    ? Object.fromEntries(
        Object.entries(stored).filter(
          (entry): entry is [string, string | number | boolean | null] =>
            entry[1] === null || ['string', 'number', 'boolean'].includes(typeof entry[1]),
        ),
      )
    : {}
