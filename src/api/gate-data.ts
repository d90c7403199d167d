import type { FlattenedField } from 'payload'
import type { Fault } from '../lib/errors.ts'
import type { IssueName } from '../input/catalogue.ts'
import { hasForbidden } from '../input/characters.ts'
import { faultAt } from '../input/issue.ts'
import { namedFault } from './gate-faults.ts'
import { faultsOfRichText, type DataLookup } from './gate-rich-text.ts'
import { isJsonObject, type JsonObject } from '../lib/json-object.ts'

const DEEPEST = 60
const MOST_FAULTS = 50
const LONGEST_ID = 100
const DATE = /^\d{4}-\d{2}-\d{2}([T ].{1,30})?$/
const NUMBER = /^[+-]?\d{1,15}(\.\d{1,10})?$/

type Values = Parameters<typeof faultAt>[2]

const absent = (value: unknown): boolean => value === undefined || value === null
/** The panel sends the number of rows in place of a list without rows. */
const isNoRow = (value: unknown): boolean => value === 0 || value === '0' || value === ''

/**
 * Everything wrong with a document as it is sent: names that are of no field, at any depth, which Payload would drop
 * without a word, and values of another kind of JSON than their fields take. What values mean Payload judges itself.
 * @param beside names that the document may have beside its fields
 */
export function faultsOfData(
  data: JsonObject,
  fields: readonly FlattenedField[],
  lookup: DataLookup,
  beside: ReadonlySet<string> = new Set(),
): Fault[] {
  const unclean = faultsOfAnything(data, '', 0)
  if (unclean.length > 0) return unclean.slice(0, MOST_FAULTS)
  return faultsOfFields(data, fields, '', lookup, beside).slice(0, MOST_FAULTS)
}

/** What no value may hold, wherever it stands: no database keeps it. */
function faultsOfAnything(value: unknown, at: string, depth: number): Fault[] {
  if (typeof value === 'string') return value.includes('\0') ? [faultAt(at, 'control-characters')] : []
  if (typeof value !== 'object' || value === null) return []
  if (depth > DEEPEST) return [faultAt(at, 'too-deep')]
  const faults: Fault[] = []
  for (const [name, each] of Object.entries(value)) {
    const here = at === '' ? name : `${at}.${name}`
    if (name === '__proto__' || name.includes('\0')) faults.push(faultAt(here.replaceAll('\0', ''), 'unknown-field'))
    else faults.push(...faultsOfAnything(each, here, depth + 1))
    if (faults.length > MOST_FAULTS) break
  }
  return faults
}

/** What Payload itself says of a row or a block beside its fields. */
const OF_ROWS: ReadonlySet<string> = new Set(['blockType', 'blockName'])

function faultsOfFields(
  data: JsonObject,
  fields: readonly FlattenedField[],
  at: string,
  lookup: DataLookup,
  beside: ReadonlySet<string> = OF_ROWS,
): Fault[] {
  const id = Object.hasOwn(data, 'id') ? data['id'] : undefined
  const faults = absent(id) || isId(id) ? [] : [faultAt(`${at}id`, 'not-a-value')]
  const known = new Set(fields.map(({ name }) => name))
  for (const name of Object.keys(data))
    if (name !== 'id' && !known.has(name) && !beside.has(name))
      faults.push(faultAt(`${at}${name.slice(0, LONGEST_ID)}`, 'unknown-field'))
  for (const field of fields) {
    const value = Object.hasOwn(data, field.name) ? data[field.name] : undefined
    if (!absent(value) && field.name !== 'id') faults.push(...faultsOfField(value, field, at + field.name, lookup))
  }
  return faults
}

function faultsOfField(value: unknown, field: FlattenedField, at: string, lookup: DataLookup): Fault[] {
  const unless = (fits: boolean, name: IssueName, values?: Values): Fault[] => (fits ? [] : [faultAt(at, name, values)])
  const each = (check: (one: unknown) => Fault[]): Fault[] => {
    if (!('hasMany' in field) || !field.hasMany) return check(value)
    if (isNoRow(value)) return []
    return Array.isArray(value) ? value.flatMap(check).slice(0, 1) : [faultAt(at, 'not-a-list')]
  }
  const text = (one: unknown): Fault[] =>
    typeof one !== 'string'
      ? [faultAt(at, 'not-a-text')]
      : unless(!hasForbidden(one.replaceAll('\r\n', '\n'), 'several'), 'control-characters')
  switch (field.type) {
    case 'text':
      return each(text)
    case 'select':
    case 'radio': {
      // Drafts are saved unchecked: MongoDB would fail on what is no choice, SQLite would keep it.
      const choices = field.options.map((option) => (typeof option === 'string' ? option : option.value))
      return each((one) =>
        unless(typeof one === 'string' && choices.includes(one), 'not-a-choice', { choices: choices.join(', ') }),
      )
    }
    case 'textarea':
    case 'email':
    case 'code':
      return text(value)
    case 'number':
      return each((one) =>
        unless(typeof one === 'number' || one === '' || (typeof one === 'string' && NUMBER.test(one)), 'not-a-number'),
      )
    case 'checkbox':
      return unless(
        typeof value === 'boolean' || value === 'true' || value === 'false' || value === '',
        'not-a-choice',
        { choices: 'true, false' },
      )
    case 'date':
      return unless(typeof value === 'string' && DATE.test(value) && !Number.isNaN(Date.parse(value)), 'not-a-moment')
    case 'relationship':
    case 'upload':
      return each((one) => unless(isReference(one, field.relationTo, lookup), 'not-a-value'))
    case 'group':
    case 'tab':
      return isJsonObject(value)
        ? faultsOfFields(value, field.flattenedFields, `${at}.`, lookup)
        : [faultAt(at, 'not-an-object')]
    case 'array':
      return faultsOfRows(value, at, (row, here) => faultsOfFields(row, field.flattenedFields, here, lookup))
    case 'blocks':
      return faultsOfRows(value, at, (row, here) => faultsOfBlock(row, field.blocks, here, lookup))
    case 'richText':
      return faultsOfRichText(value, at, lookup)
    case 'json':
    case 'join':
    case 'point':
      return []
  }
}

function faultsOfRows(value: unknown, at: string, check: (row: JsonObject, at: string) => Fault[]): Fault[] {
  if (isNoRow(value)) return []
  if (!Array.isArray(value)) return [faultAt(at, 'not-a-list')]
  const rows: unknown[] = value
  return rows.flatMap((row, index) =>
    isJsonObject(row) ? check(row, `${at}.${index}.`) : [faultAt(`${at}.${index}`, 'not-an-object')],
  )
}

type Kind = { slug: string; flattenedFields: readonly FlattenedField[] }

function faultsOfBlock(row: JsonObject, kinds: readonly Kind[], at: string, lookup: DataLookup): Fault[] {
  const named = Object.hasOwn(row, 'blockType') ? row['blockType'] : undefined
  const kind = kinds.find(({ slug }) => slug === named)
  if (!kind)
    return [namedFault(`${at}blockType`, 'unknown-block', typeof named === 'string' ? named.slice(0, LONGEST_ID) : '')]
  return faultsOfFields(row, kind.flattenedFields, at, lookup)
}

const isId = (value: unknown): boolean => typeof value === 'string' && value.length <= LONGEST_ID

/** An id, or a record that has one; with its collection where there is a choice. Nothing chosen is an empty text. */
function isReference(value: unknown, to: string | readonly string[], { collections }: DataLookup): boolean {
  if (value === '' || absent(value)) return true
  if (typeof to === 'string') return isId(value) || (isJsonObject(value) && isId(value['id']))
  if (!isJsonObject(value)) return false
  const { relationTo, value: record } = value
  return (
    typeof relationTo === 'string' &&
    to.includes(relationTo) &&
    collections.has(relationTo) &&
    (isId(record) || absent(record) || (isJsonObject(record) && isId(record['id'])))
  )
}
