import { isHostileHref } from '../content/href.ts'
import type { Fault } from '../lib/errors.ts'
import { faultAt } from '../input/issue.ts'
import { namedFault } from './gate-faults.ts'
import { isJsonObject, type JsonObject } from '../lib/json-object.ts'

/** The collections that a value may refer to, by their slug. */
export type DataLookup = { collections: ReadonlyMap<string, unknown> }

/** Kinds of nodes that the editors of this house make. */
const KINDS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'text',
  'linebreak',
  'tab',
  'quote',
  'list',
  'listitem',
  'link',
  'autolink',
  'upload',
  'horizontalrule',
  'table',
  'tablerow',
  'tablecell',
  'relationship',
  'block',
  'inlineBlock',
])

const absent = (value: unknown): boolean => value === undefined || value === null

/** What Payload looks up of a node, or reads as a text, by its name. */
const TEXTS = ['text', 'tag', 'listType', 'url', 'linkType', 'relationTo'] as const

/** Everything wrong with a formatted text, as far as its tree goes: Payload walks through it without looking. */
export function faultsOfRichText(value: unknown, at: string, lookup: DataLookup): Fault[] {
  if (!isJsonObject(value) || !isJsonObject(value['root'])) return [faultAt(at, 'not-a-value')]
  const { root } = value
  if (!absent(root['type']) && root['type'] !== 'root') return [faultAt(`${at}.root.type`, 'not-a-value')]
  return faultsOfChildren(root['children'], `${at}.root.children`, lookup)
}

function faultsOfChildren(value: unknown, at: string, lookup: DataLookup): Fault[] {
  if (!Array.isArray(value)) return [faultAt(at, 'not-a-list')]
  const nodes: unknown[] = value
  return nodes.flatMap((node, index) =>
    isJsonObject(node) ? faultsOfNode(node, `${at}.${index}`, lookup) : [faultAt(`${at}.${index}`, 'not-an-object')],
  )
}

function faultsOfNode(node: JsonObject, at: string, lookup: DataLookup): Fault[] {
  const { type } = node
  if (typeof type !== 'string' || !KINDS.has(type))
    return [namedFault(`${at}.type`, 'unknown-block', typeof type === 'string' ? type.slice(0, 100) : '')]
  const faults = TEXTS.flatMap((name) =>
    Object.hasOwn(node, name) && !absent(node[name]) && typeof node[name] !== 'string'
      ? [faultAt(`${at}.${name}`, 'not-a-text')]
      : [],
  )
  if (type === 'text' && typeof node['text'] !== 'string') faults.push(faultAt(`${at}.text`, 'not-a-text'))
  if (Object.hasOwn(node, 'relationTo') && !isCollection(node['relationTo'], lookup))
    faults.push(faultAt(`${at}.relationTo`, 'unknown-field'))
  if (type === 'upload' || type === 'relationship') {
    if (!namesRecord(node['value'])) faults.push(faultAt(`${at}.value`, 'not-a-value'))
    if (!isCollection(node['relationTo'], lookup)) faults.push(faultAt(`${at}.relationTo`, 'unknown-field'))
  }
  const { fields } = node
  if (!absent(fields)) faults.push(...faultsOfLinked(fields, `${at}.fields`, lookup))
  if (type === 'link' && absent(fields)) faults.push(faultAt(`${at}.fields`, 'not-a-value'))
  if (!absent(node['children'])) faults.push(...faultsOfChildren(node['children'], `${at}.children`, lookup))
  return faults
}

function faultsOfLinked(fields: unknown, at: string, lookup: DataLookup): Fault[] {
  if (!isJsonObject(fields)) return [faultAt(at, 'not-a-value')]
  const { url, linkType, doc } = fields
  const faults = [['url', url] as const, ['linkType', linkType] as const].flatMap(([name, value]) =>
    absent(value) || typeof value === 'string' ? [] : [faultAt(`${at}.${name}`, 'not-a-text')],
  )
  // Lexical takes any address without a space.
  if (typeof url === 'string' && isHostileHref(url)) faults.push(faultAt(`${at}.url`, 'not-an-address'))
  if (absent(doc) || doc === '') return faults
  if (!isJsonObject(doc) || !isCollection(doc['relationTo'], lookup) || !namesRecord(doc['value']))
    faults.push(faultAt(`${at}.doc`, 'not-a-value'))
  return faults
}

const isCollection = (value: unknown, { collections }: DataLookup): boolean =>
  typeof value === 'string' && collections.has(value)

/** Whether a value names a record: by its id, or as a record that has one. */
const namesRecord = (value: unknown): boolean =>
  (typeof value === 'string' && value.length <= 100) ||
  (isJsonObject(value) && typeof value['id'] === 'string' && value['id'].length <= 100)
