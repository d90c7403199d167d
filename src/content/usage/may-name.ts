import type { FlattenedField } from 'payload'

/** Whether a field may name a record of a collection: a relation to it, a text that may link to it or show it, or what holds such a field. */
export function mayName(field: FlattenedField, collection: string): boolean {
  if (field.type === 'relationship' || field.type === 'upload')
    return [field.relationTo].flat().some((slug) => slug === collection)
  if (field.type === 'richText') return true
  if (field.type === 'blocks')
    return field.blocks.some(({ flattenedFields }) => flattenedFields.some((each) => mayName(each, collection)))
  return 'flattenedFields' in field && field.flattenedFields.some((each) => mayName(each, collection))
}
