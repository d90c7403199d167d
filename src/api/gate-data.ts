import type { FlattenedField } from 'payload'
import { anchorsIn } from '../content/anchors.ts'
import { isHostileHref } from '../content/href.ts'
import type { Issue } from '../lib/errors.ts'
import type { IssueName } from '../input/catalogue.ts'
import { hasForbidden } from '../input/characters.ts'
import { issueAt } from '../input/issue.ts'
import { namedIssue } from './gate-refusals.ts'
import { issuesOfRichText, type DataLookup } from './gate-rich-text.ts'
import { isJsonObject, type JsonObject } from '../lib/json-object.ts'

const DEEPEST = 60
const MOST_ISSUES = 50
const LONGEST_ID = 100
const DATE = /^\d{4}-\d{2}-\d{2}([T ].{1,30})?$/
const NUMBER = /^[+-]?\d{1,15}(\.\d{1,10})?$/

type Values = Parameters<typeof issueAt>[2]

const absent = (value: unknown): boolean => value === undefined || value === null
/** The panel sends the number of rows in place of a list without rows. */
const isNoRow = (value: unknown): boolean => value === 0 || value === '0' || value === ''

/**
 * Everything wrong with a document as it is sent: names that are of no field, at any depth, which Payload would drop
 * without a word, and values of another kind of JSON than their fields take. What values mean Payload judges itself.
 * @param beside names that the document may have beside its fields
 */
export function issuesOfData(
  data: JsonObject,
  fields: readonly FlattenedField[],
  lookup: DataLookup,
  beside: ReadonlySet<string> = new Set(),
): Issue[] {
  const unclean = issuesOfAnything(data, '', 0)
  if (unclean.length > 0) return unclean.slice(0, MOST_ISSUES)
  return issuesOfFields(data, fields, '', { ...lookup, anchors: anchorsIn(data) }, beside).slice(0, MOST_ISSUES)
}

/** What no value may hold, wherever it stands: no database keeps it. */
function issuesOfAnything(value: unknown, at: string, depth: number): Issue[] {
  if (typeof value === 'string') return value.includes('\0') ? [issueAt(at, 'control-characters')] : []
  if (typeof value !== 'object' || value === null) return []
  if (depth > DEEPEST) return [issueAt(at, 'too-deep')]
  const issues: Issue[] = []
  for (const [name, each] of Object.entries(value)) {
    const here = at === '' ? name : `${at}.${name}`
    if (name === '__proto__' || name.includes('\0')) issues.push(issueAt(here.replaceAll('\0', ''), 'unknown-field'))
    else issues.push(...issuesOfAnything(each, here, depth + 1))
    if (issues.length > MOST_ISSUES) break
  }
  return issues
}

/** What Payload itself says of a row or a block beside its fields. */
const OF_ROWS: ReadonlySet<string> = new Set(['blockType', 'blockName'])

function issuesOfFields(
  data: JsonObject,
  fields: readonly FlattenedField[],
  at: string,
  lookup: DataLookup,
  beside: ReadonlySet<string> = OF_ROWS,
): Issue[] {
  const id = Object.hasOwn(data, 'id') ? data['id'] : undefined
  const issues = absent(id) || isId(id) ? [] : [issueAt(`${at}id`, 'not-a-value')]
  const known = new Set(fields.map(({ name }) => name))
  for (const name of Object.keys(data))
    if (name !== 'id' && !known.has(name) && !beside.has(name))
      issues.push(issueAt(`${at}${name.slice(0, LONGEST_ID)}`, 'unknown-field'))
  for (const field of fields) {
    const value = Object.hasOwn(data, field.name) ? data[field.name] : undefined
    if (!absent(value) && field.name !== 'id') issues.push(...issuesOfField(value, field, at + field.name, lookup))
  }
  return issues
}

function issuesOfField(value: unknown, field: FlattenedField, at: string, lookup: DataLookup): Issue[] {
  const unless = (fits: boolean, name: IssueName, values?: Values): Issue[] => (fits ? [] : [issueAt(at, name, values)])
  const each = (check: (one: unknown) => Issue[]): Issue[] => {
    if (!('hasMany' in field) || !field.hasMany) return check(value)
    if (isNoRow(value)) return []
    return Array.isArray(value) ? value.flatMap(check).slice(0, 1) : [issueAt(at, 'not-a-list')]
  }
  const text = (one: unknown): Issue[] =>
    typeof one !== 'string'
      ? [issueAt(at, 'not-a-text')]
      : unless(!hasForbidden(one.replaceAll('\r\n', '\n'), 'several'), 'control-characters')
  switch (field.type) {
    case 'text':
      // Drafts are saved unchecked: what no reader may be handed is no address of a draft either.
      return each((one) =>
        field.custom?.['address'] === true && typeof one === 'string' && isHostileHref(one)
          ? [issueAt(at, 'not-an-address')]
          : text(one),
      )
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
        ? issuesOfFields(value, field.flattenedFields, `${at}.`, lookup)
        : [issueAt(at, 'not-an-object')]
    case 'array':
      return issuesOfRows(value, at, (row, here) => issuesOfFields(row, field.flattenedFields, here, lookup))
    case 'blocks':
      return issuesOfRows(value, at, (row, here) => issuesOfBlock(row, field.blocks, here, lookup))
    case 'richText':
      return issuesOfRichText(value, at, lookup)
    case 'json':
    case 'join':
    case 'point':
      return []
  }
}

function issuesOfRows(value: unknown, at: string, check: (row: JsonObject, at: string) => Issue[]): Issue[] {
  if (isNoRow(value)) return []
  if (!Array.isArray(value)) return [issueAt(at, 'not-a-list')]
  const rows: unknown[] = value
  return rows.flatMap((row, index) =>
    isJsonObject(row) ? check(row, `${at}.${index}.`) : [issueAt(`${at}.${index}`, 'not-an-object')],
  )
}

type Kind = { slug: string; flattenedFields: readonly FlattenedField[] }

function issuesOfBlock(row: JsonObject, kinds: readonly Kind[], at: string, lookup: DataLookup): Issue[] {
  const named = Object.hasOwn(row, 'blockType') ? row['blockType'] : undefined
  const kind = kinds.find(({ slug }) => slug === named)
  if (!kind)
    return [namedIssue(`${at}blockType`, 'unknown-block', typeof named === 'string' ? named.slice(0, LONGEST_ID) : '')]
  return issuesOfFields(row, kind.flattenedFields, at, lookup)
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
