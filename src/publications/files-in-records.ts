import type { FlattenedField, SanitizedCollectionConfig } from 'payload'
import { recordOf, uploadsIn } from './references.ts'

/**
 * The fields of a collection in which PDFs stand: those that name one, and the texts of what has a public page. A text
 * of anything else shows no files.
 */
export const fieldsWithFiles = ({ custom, flattenedFields }: SanitizedCollectionConfig): FlattenedField[] =>
  flattenedFields.filter((field) => holdsFiles(field, custom?.kind !== undefined))

function holdsFiles(field: FlattenedField, texts: boolean): boolean {
  if (field.type === 'upload' || field.type === 'relationship') return field.relationTo === 'files'
  if (field.type === 'richText') return texts
  if (field.type === 'blocks') return texts
  return 'flattenedFields' in field && field.flattenedFields.some((each) => holdsFiles(each, texts))
}

/** The ids of the PDFs that a record names in some of its fields or shows in its texts. */
export const filesIn = (fields: readonly FlattenedField[], record: unknown): string[] => [
  ...named(fields, record)
    .map(recordOf)
    .filter((id) => typeof id === 'string'),
  ...uploadsIn(record, 'files'),
]

function named(fields: readonly FlattenedField[], value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => named(fields, each))
  if (typeof value !== 'object' || value === null) return []
  const record = new Map<string, unknown>(Object.entries(value))
  return fields.flatMap((field): unknown[] => {
    const own = record.get(field.name)
    if (field.type === 'upload' || field.type === 'relationship')
      return field.relationTo === 'files' ? [own].flat() : []
    return 'flattenedFields' in field ? named(field.flattenedFields, own) : []
  })
}
