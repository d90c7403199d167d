import type { FlattenedField } from 'payload'
import type { Fault } from '../lib/errors.ts'
import { faultAt } from '../input/issue.ts'
import type { FieldLookup } from './gate-fields.ts'

const entriesOf = (value: unknown): [string, unknown][] | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null

/** Payload's own names beside the fields. */
const ALWAYS: ReadonlySet<string> = new Set(['id', 'blockType', 'blockName'])

/** Everything wrong with a choice of fields: each is named by its own name, and taken or left out. */
export function faultsOfSelect(value: unknown, fields: readonly FlattenedField[], at: string): Fault[] {
  const entries = entriesOf(value)
  if (!entries) return [faultAt(at, 'not-a-selection')]
  return entries.flatMap(([name, chosen]) => {
    const here = `${at}.${name}`
    const field = fields.find((each) => each.name === name)
    if (!field && !ALWAYS.has(name)) return [faultAt(here, 'unknown-field')]
    if (chosen === 'true' || chosen === 'false' || chosen === true || chosen === false) return []
    if (field?.type === 'blocks') return faultsOfKinds(chosen, field.blocks, here)
    return field && 'flattenedFields' in field
      ? faultsOfSelect(chosen, field.flattenedFields, here)
      : [faultAt(here, 'not-a-selection')]
  })
}

type Kind = { slug: string; flattenedFields: readonly FlattenedField[] }

/** Of blocks, the fields of each kind are chosen under its name. */
function faultsOfKinds(value: unknown, kinds: readonly Kind[], at: string): Fault[] {
  const entries = entriesOf(value)
  if (!entries) return [faultAt(at, 'not-a-selection')]
  return entries.flatMap(([slug, chosen]) => {
    const kind = kinds.find((each) => each.slug === slug)
    if (!kind) return [faultAt(`${at}.${slug}`, 'unknown-field')]
    return chosen === 'true' || chosen === 'false' ? [] : faultsOfSelect(chosen, kind.flattenedFields, `${at}.${slug}`)
  })
}

/** Everything wrong with a choice of fields of what records name: by the names of their collections. */
export function faultsOfPopulate(value: unknown, { collections }: FieldLookup): Fault[] {
  const entries = entriesOf(value)
  if (!entries) return [faultAt('populate', 'not-a-selection')]
  return entries.flatMap(([slug, chosen]) => {
    const collection = collections.get(slug)
    return collection
      ? faultsOfSelect(chosen, collection.fields, `populate.${slug}`)
      : [faultAt(`populate.${slug}`, 'unknown-field')]
  })
}
