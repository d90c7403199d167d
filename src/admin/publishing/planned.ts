import { ENDINGS, type Ending } from '../../scheduling/schedulable.ts'

/** What was scheduled last for a record, as the form shows it. */
export type Planned = {
  at: string
  status: 'waiting' | 'published' | 'ended'
  ending: Ending | null
  said: string | null
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

/** Asks what was scheduled last for a record; null where nothing was. @throws Error when the server does not say */
export async function fetchPlanned(collection: string, id: string): Promise<Planned | null> {
  const query = new URLSearchParams({
    'where[subject][equals]': `${collection}:${id}`,
    sort: '-createdAt',
    limit: '1',
    depth: '0',
  })
  const response = await fetch(`/api/schedules?${query}`, { credentials: 'same-origin' })
  if (!response.ok) throw new Error(`The schedule could not be read: ${response.status}`)
  const { docs } = fieldsOf(await response.json())
  const { at, status, ending, said } = fieldsOf(Array.isArray(docs) ? docs[0] : null)
  if (typeof at !== 'string' || (status !== 'waiting' && status !== 'published' && status !== 'ended')) return null
  return {
    at,
    status,
    ending: ENDINGS.find((each) => each === ending) ?? null,
    said: typeof said === 'string' ? said : null,
  }
}
