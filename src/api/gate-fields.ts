import type { FlattenedField } from 'payload'

/** What a path of a query leads to, as far as comparing goes. */
export type Leaf = 'text' | 'number' | 'date' | 'checkbox' | 'choice' | 'relation' | 'polymorphic' | 'presence'

/** What the gate knows of a collection. */
export type GateCollection = {
  fields: readonly FlattenedField[]
  /** Fields under which its versions are filtered (`version.title`), where it keeps some. */
  versionFields: readonly FlattenedField[] | null
}

/** Collections that nobody reads by the API, by no way round. */
const CLOSED_COLLECTIONS: ReadonlySet<string> = new Set([
  'capabilities',
  'messages',
  'counters',
  'leases',
  'request-keys',
  'join-drafts',
  'content-epoch',
])

export type FieldLookup = {
  collections: ReadonlyMap<string, GateCollection>
  locales: readonly string[]
}

/**
 * How many relationships a path may follow. From the second on Payload 3.90 examines the path in a promise that it does
 * not wait for (validateSearchParams pushes it after its `Promise.all`): where it refuses, nobody catches the refusal,
 * and the process ends.
 */
const MOST_HOPS = 1

const SAFE_PATH = /^\w+(?:\.\w+)*$/
const LONGEST_PATH = 200

/**
 * Finds what a path leads to: through groups, arrays and relationships, as Payload's own walk
 * (database/getLocalizedPaths) does.
 * @returns `unknown` for a path to nowhere, `closed` for one through a hidden field, free JSON, blocks, a closed collection,
 * a collection that has drafts, or more than one relationship
 */
export function leafAt(
  fields: readonly FlattenedField[],
  path: string,
  lookup: FieldLookup,
): Leaf | 'unknown' | 'closed' {
  const plain = path === '_id' ? 'id' : path.replaceAll('__', '.')
  if (plain.length > LONGEST_PATH || !SAFE_PATH.test(plain)) return 'unknown'
  return walk(fields, plain.split('.'), lookup, 0)
}

function walk(
  fields: readonly FlattenedField[],
  segments: readonly string[],
  lookup: FieldLookup,
  hops: number,
): Leaf | 'unknown' | 'closed' {
  const [name = '', ...rest] = segments
  const field = fields.find((each) => each.name === name)
  if (!field) return name === 'id' && rest.length === 0 ? 'relation' : 'unknown'
  if ('hidden' in field && field.hidden) return 'closed'
  // A language is said beside the path, where access sees it: `title.en` would answer about what is published in French alone.
  const last = rest.length === 0
  switch (field.type) {
    case 'group':
    case 'tab':
    case 'array':
      return last ? 'closed' : walk(field.flattenedFields, rest, lookup, hops)
    case 'relationship':
    case 'upload': {
      if (Array.isArray(field.relationTo))
        return last
          ? 'closed'
          : rest.length === 1 && (rest[0] === 'value' || rest[0] === 'relationTo')
            ? 'polymorphic'
            : 'unknown'
      if (last) return 'relation'
      if (CLOSED_COLLECTIONS.has(field.relationTo) || hops === MOST_HOPS) return 'closed'
      const related = lookup.collections.get(field.relationTo)
      // Payload asks no access of what a path leads through: it would answer about the words of drafts.
      if (related?.versionFields) return 'closed'
      return walk(related?.fields ?? [], rest, lookup, hops + 1)
    }
    // SQLite keeps each kind of block in a table of its own and answers no question across them.
    case 'blocks':
    case 'join':
    case 'point':
      return 'closed'
    case 'json':
    case 'richText':
      return last ? 'presence' : 'closed'
    case 'number':
    case 'date':
    case 'checkbox':
      return last ? field.type : 'unknown'
    case 'select':
    case 'radio':
      return last ? 'choice' : 'unknown'
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      return last ? 'text' : 'unknown'
  }
}
