import type { JsonObject } from '../lib/json-object.ts'
import { valueAt } from '../lib/paths.ts'
import { DECLARED_FIELDS, type DeclaredField } from '../organisation/declared-fields.ts'
import type { Member } from '../payload-types.ts'

type Declared = Pick<NonNullable<Member['organisation']>, 'legalForm' | 'description' | 'website' | 'address'>
type Entry = NonNullable<Member['directory']>

const FIELDS: readonly DeclaredField[] = DECLARED_FIELDS

/**
 * The entry of an organisation in the public directory: what anybody may see of its declaration, by the last
 * name of its path. The entry shows the organisation, never who signed; of a sole trader, whose business is a person,
 * the city and the region only.
 */
export function directoryEntry(organisation: Declared): Entry {
  const soleTrader = organisation.legalForm === 'entreprise-individuelle'
  const shown = FIELDS.filter(({ seenBy }) => seenBy !== undefined).map(({ path, seenBy }): [string, unknown] => {
    const value = valueAt({ organisation }, path) ?? null
    return [path.slice(path.lastIndexOf('.') + 1), soleTrader && seenBy === 'anybody' ? null : value]
  })
  const entry: JsonObject & Pick<Entry, 'listed'> = { listed: true, ...Object.fromEntries(shown) }
  return entry
}
