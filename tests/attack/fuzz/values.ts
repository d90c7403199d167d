import type { FlattenedField } from 'payload'
import type { Chance } from './random.ts'

/** What is no good answer to any field, and sometimes to none. */
export const HOSTILE: readonly unknown[] = [
  '\0',
  'a\0b',
  '',
  ' ',
  0,
  -1,
  1e300,
  0.5,
  true,
  false,
  null,
  {},
  [],
  [null],
  [[]],
  [{}],
  { $ne: null },
  { constructor: 'a' },
  { id: null },
  { id: 'x' },
  { fr: 'a', en: 'b' },
  'constructor',
  '__proto__',
  'toString',
  'x'.repeat(3000),
  '2026-13-45',
  '9999-12-31T23:59:59.999Z',
  '-1',
  '1e309',
  'NaN',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '\u202e\ud800',
  '{"a":1}',
  { root: { children: 'x' } },
  { root: { children: [{ type: 'constructor' }] } },
  { root: { children: [{ type: 'link', children: [], fields: { doc: { relationTo: 'constructor', value: {} } } }] } },
  [{ blockType: 'constructor' }],
  [{ blockType: null }],
  { relationTo: '__proto__', value: 'x' },
  { relationTo: 'pages', value: { a: 1 } },
  ['a', 1, null],
  '65f0aa11bb22cc33dd44ee55',
  '../../etc/passwd',
  'javascript:alert(1)',
  '=1+1',
  '\r\nSet-Cookie: a=b',
  'é'.repeat(500),
]

const text = {
  root: {
    type: 'root',
    direction: null,
    format: '',
    indent: 0,
    version: 1,
    children: [{ type: 'paragraph', version: 1, children: [{ type: 'text', text: 'Bonjour', version: 1 }] }],
  },
}

/** Ids of records that there are, by their collection. */
export type Records = ReadonlyMap<string, readonly string[]>

/** A record of the collection that is asked for, where there is one. */
const recordOf = (collection: string, chance: Chance, records: Records): string => {
  const own = records.get(collection)
  return chance.of(own && chance.happens(0.9) ? own : [...records.values()].flat())
}

/** What a field might well hold. */
function plausible(field: FlattenedField, chance: Chance, records: Records, depth: number): unknown {
  switch (field.type) {
    case 'text':
      return 'hasMany' in field && field.hasMany
        ? ['un', 'deux']
        : chance.of(['Texte', 'texte-simple', '2026-11-30', 'https://exemple.example/page'])
    case 'textarea':
    case 'code':
      return 'Un texte.'
    case 'email':
      return `personne${chance.below(1_000_000)}@exemple.example`
    case 'number':
      return chance.below(10)
    case 'checkbox':
      return chance.happens(0.5)
    case 'date':
      return '2026-11-30T10:00:00.000Z'
    case 'select':
    case 'radio': {
      const values = field.options.map((option) => (typeof option === 'string' ? option : option.value))
      return 'hasMany' in field && field.hasMany ? [chance.of(values)] : chance.of(values)
    }
    case 'relationship':
    case 'upload': {
      const to = Array.isArray(field.relationTo) ? chance.of(field.relationTo) : field.relationTo
      const id = recordOf(to, chance, records)
      const one = Array.isArray(field.relationTo) ? { relationTo: to, value: id } : id
      return 'hasMany' in field && field.hasMany ? [one] : one
    }
    case 'group':
    case 'tab':
      return depth > 4 ? {} : plausibleDocument(field.flattenedFields, chance, records, depth + 1)
    case 'array':
      return depth > 4 ? [] : [plausibleDocument(field.flattenedFields, chance, records, depth + 1)]
    case 'blocks': {
      if (depth > 3 || field.blocks.length === 0) return []
      const kind = chance.of(field.blocks)
      return [{ ...plausibleDocument(kind.flattenedFields, chance, records, depth + 1), blockType: kind.slug }]
    }
    case 'richText':
      return text
    case 'json':
      return { a: 1 }
    case 'join':
    case 'point':
      return null
  }
}

type Document = { [name: string]: unknown }

/** A document that may pass. */
export function plausibleDocument(
  fields: readonly FlattenedField[],
  chance: Chance,
  records: Records,
  depth = 0,
): Document {
  const given = fields.filter(
    ({ name }) =>
      !['id', 'createdAt', 'updatedAt', 'deletedAt', 'sessions', 'blockType'].includes(name) && chance.happens(0.95),
  )
  return Object.fromEntries(given.map((field) => [field.name, plausible(field, chance, records, depth)]))
}

/** A document in which a few values, at any depth, are others. */
export function mutated(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance.happens(0.15)) return chance.of(HOSTILE)
  if (Array.isArray(value))
    return value.length === 0
      ? [chance.of(HOSTILE)]
      : value.map((each: unknown, index) => (index === chance.below(value.length) ? mutated(each, chance) : each))
  const entries = Object.entries(value)
  if (entries.length === 0) return { [chance.of(['a', 'constructor', 'id', '$where'])]: chance.of(HOSTILE) }
  const at = chance.below(entries.length)
  return Object.fromEntries(entries.map(([name, each], index) => [name, index === at ? mutated(each, chance) : each]))
}
