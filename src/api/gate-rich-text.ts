import { completed, leadsSomewhere } from '../content/typed-address.ts'
import type { Issue } from '../lib/errors.ts'
import { issueAt } from '../input/issue.ts'
import { namedIssue } from './gate-refusals.ts'
import { isJsonObject, type JsonObject } from '../lib/json-object.ts'

/** The collections that a value may refer to, by their slug. */
export type DataLookup = {
  collections: ReadonlyMap<string, unknown>
  /** The headings that a link of the same document may lead to. */
  anchors?: ReadonlySet<string>
}

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

const NONE: ReadonlySet<string> = new Set()

const absent = (value: unknown): boolean => value === undefined || value === null

/** What Payload looks up of a node, or reads as a text, by its name. */
const TEXTS = ['text', 'tag', 'listType', 'url', 'linkType', 'relationTo'] as const

/** Everything wrong with a formatted text, as far as its tree goes: Payload walks through it without looking. */
export function issuesOfRichText(value: unknown, at: string, lookup: DataLookup): Issue[] {
  if (!isJsonObject(value) || !isJsonObject(value['root'])) return [issueAt(at, 'not-a-value')]
  const { root } = value
  if (!absent(root['type']) && root['type'] !== 'root') return [issueAt(`${at}.root.type`, 'not-a-value')]
  return issuesOfChildren(root['children'], `${at}.root.children`, lookup)
}

function issuesOfChildren(value: unknown, at: string, lookup: DataLookup): Issue[] {
  if (!Array.isArray(value)) return [issueAt(at, 'not-a-list')]
  const nodes: unknown[] = value
  return nodes.flatMap((node, index) =>
    isJsonObject(node) ? issuesOfNode(node, `${at}.${index}`, lookup) : [issueAt(`${at}.${index}`, 'not-an-object')],
  )
}

function issuesOfNode(node: JsonObject, at: string, lookup: DataLookup): Issue[] {
  const { type } = node
  if (typeof type !== 'string' || !KINDS.has(type))
    return [namedIssue(`${at}.type`, 'unknown-block', typeof type === 'string' ? type.slice(0, 100) : '')]
  const issues = TEXTS.flatMap((name) =>
    Object.hasOwn(node, name) && !absent(node[name]) && typeof node[name] !== 'string'
      ? [issueAt(`${at}.${name}`, 'not-a-text')]
      : [],
  )
  if (type === 'text' && typeof node['text'] !== 'string') issues.push(issueAt(`${at}.text`, 'not-a-text'))
  if (Object.hasOwn(node, 'relationTo') && !isCollection(node['relationTo'], lookup))
    issues.push(issueAt(`${at}.relationTo`, 'unknown-field'))
  if (type === 'upload' || type === 'relationship') {
    if (!namesRecord(node['value'])) issues.push(issueAt(`${at}.value`, 'not-a-value'))
    if (!isCollection(node['relationTo'], lookup)) issues.push(issueAt(`${at}.relationTo`, 'unknown-field'))
  }
  const { fields } = node
  if (!absent(fields)) issues.push(...issuesOfLinked(fields, `${at}.fields`, lookup))
  if (type === 'link' && absent(fields)) issues.push(issueAt(`${at}.fields`, 'not-a-value'))
  if (!absent(node['children'])) issues.push(...issuesOfChildren(node['children'], `${at}.children`, lookup))
  return issues
}

function issuesOfLinked(fields: unknown, at: string, lookup: DataLookup): Issue[] {
  if (!isJsonObject(fields)) return [issueAt(at, 'not-a-value')]
  const { url, linkType, doc } = fields
  const issues = [['url', url] as const, ['linkType', linkType] as const].flatMap(([name, value]) =>
    absent(value) || typeof value === 'string' ? [] : [issueAt(`${at}.${name}`, 'not-a-text')],
  )
  // Lexical takes any address without a space.
  if (linkType !== 'internal' && typeof url === 'string' && !leadsSomewhere(url, lookup.anchors ?? NONE))
    issues.push(namedIssue(`${at}.url`, 'not-an-address', url.slice(0, 200)))
  if (absent(doc) || doc === '') return issues
  if (!isJsonObject(doc) || !isCollection(doc['relationTo'], lookup) || !namesRecord(doc['value']))
    issues.push(issueAt(`${at}.doc`, 'not-a-value'))
  return issues
}

/** A formatted text whose links have the addresses that were meant: `www.exemple.fr` is one of the web. */
export function withWholeLinks(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withWholeLinks)
  if (!isJsonObject(node)) return node
  const { fields, children } = node
  const url = isJsonObject(fields) ? fields['url'] : undefined
  return {
    ...node,
    ...(isJsonObject(fields) && typeof url === 'string' ? { fields: { ...fields, url: completed(url) } } : {}),
    ...(Array.isArray(children) ? { children: children.map(withWholeLinks) } : {}),
  }
}

const isCollection = (value: unknown, { collections }: DataLookup): boolean =>
  typeof value === 'string' && collections.has(value)

/** Whether a value names a record: by its id, or as a record that has one. */
const namesRecord = (value: unknown): boolean =>
  (typeof value === 'string' && value.length <= 100) ||
  (isJsonObject(value) && typeof value['id'] === 'string' && value['id'].length <= 100)
