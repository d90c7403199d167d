import type { Payload, Where } from 'payload'
import { DomainError } from '../lib/errors.ts'
import { nothingHere } from './gate-refusals.ts'
import type { ApiRoute } from './route-table.ts'

/** What the panel remembers of one list or form is far less. */
const MOST_BYTES = 20_000
const MOST_KEPT = 500
const LONGEST_KEY = 200

const tooManyKept = () =>
  new DomainError('Conflict', 'too-many-preferences', 409, {
    fr: 'Trop de préférences sont enregistrées pour ce compte.',
    en: 'Too many preferences are kept for this account.',
  })

const tooLongKey = () =>
  new DomainError('BadRequest', 'bad-value', 400, {
    fr: 'Ce nom de préférence est trop long.',
    en: 'This name of a preference is too long.',
  })

const isPreferences = ({ collection }: ApiRoute): boolean => collection?.slug === 'payload-preferences'

/** The most bytes that may be sent there; null where nothing but the common limit holds. */
export const mostBytesOf = (route: ApiRoute): number | null => (isPreferences(route) ? MOST_BYTES : null)

/**
 * What is wrong with keeping, or forgetting, a preference of somebody: one account keeps a bounded number, and Payload
 * stumbles over forgetting what it does not keep.
 */
export async function refusalOfPreference(
  payload: Payload,
  route: ApiRoute,
  method: string,
  key: string | undefined,
  user: string | number,
): Promise<DomainError | null> {
  if (!isPreferences(route) || key === undefined) return null
  if (key.length > LONGEST_KEY) return tooLongKey()
  const ofUser: Where[] = [{ 'user.value': { equals: user } }, { 'user.relationTo': { equals: 'users' } }]
  const kept = await payload.count({
    collection: 'payload-preferences',
    where: { and: [{ key: { equals: key } }, ...ofUser] },
    overrideAccess: true,
  })
  if (kept.totalDocs > 0) return null
  if (method === 'DELETE') return nothingHere()
  const all = await payload.count({ collection: 'payload-preferences', where: { and: ofUser }, overrideAccess: true })
  return all.totalDocs < MOST_KEPT ? null : tooManyKept()
}
