import type { FlattenedField } from 'payload'
import type { Issue } from '../lib/errors.ts'
import { issueAt } from '../input/issue.ts'
import type { FieldLookup } from './gate-fields.ts'

const entriesOf = (value: unknown): [string, unknown][] | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null

/** Payload's own names beside the fields. */
const ALWAYS: ReadonlySet<string> = new Set(['id', 'blockType', 'blockName'])

/** Everything wrong with a choice of fields: each is named by its own name, and taken or left out. */
export function issuesOfSelect(value: unknown, fields: readonly FlattenedField[], at: string): Issue[] {
  const entries = entriesOf(value)
  if (!entries) return [issueAt(at, 'not-a-selection')]
  return entries.flatMap(([name, chosen]) => {
    const here = `${at}.${name}`
    const field = fields.find((each) => each.name === name)
    if (!field && !ALWAYS.has(name)) return [issueAt(here, 'unknown-field')]
    if (chosen === 'true' || chosen === 'false' || chosen === true || chosen === false) return []
    if (field?.type === 'blocks') return issuesOfKinds(chosen, field.blocks, here)
    return field && 'flattenedFields' in field
      ? issuesOfSelect(chosen, field.flattenedFields, here)
      : [issueAt(here, 'not-a-selection')]
  })
}

type Kind = { slug: string; flattenedFields: readonly FlattenedField[] }

/** Of blocks, the fields of each kind are chosen under its name. */
function issuesOfKinds(value: unknown, kinds: readonly Kind[], at: string): Issue[] {
  const entries = entriesOf(value)
  if (!entries) return [issueAt(at, 'not-a-selection')]
  return entries.flatMap(([slug, chosen]) => {
    const kind = kinds.find((each) => each.slug === slug)
    if (!kind) return [issueAt(`${at}.${slug}`, 'unknown-field')]
    return chosen === 'true' || chosen === 'false' ? [] : issuesOfSelect(chosen, kind.flattenedFields, `${at}.${slug}`)
  })
}

/** Everything wrong with a choice of fields of what records name: by the names of their collections. */
export function issuesOfPopulate(value: unknown, { collections }: FieldLookup): Issue[] {
  const entries = entriesOf(value)
  if (!entries) return [issueAt('populate', 'not-a-selection')]
  return entries.flatMap(([slug, chosen]) => {
    const collection = collections.get(slug)
    return collection
      ? issuesOfSelect(chosen, collection.fields, `populate.${slug}`)
      : [issueAt(`populate.${slug}`, 'unknown-field')]
  })
}
