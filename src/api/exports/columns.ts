import type { FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { parisClock } from '../../lib/dates.ts'
import type { JsonObject } from '../../lib/json-object.ts'
import { valueAt } from '../../lib/paths.ts'
import { DECLARED_FIELDS, type DeclaredField } from '../../organisation/declared-fields.ts'
import { declaredWords } from '../../organisation/declared-words.ts'

/** A column of an export: a stored field by its path, under its own label where no other heading is given. */
export type Column = {
  path: string
  heading?: string
  /** The words for a stored value, where neither the field nor the table of declared fields has some. */
  words?: (value: string) => string
}

/** A column as it is written for one reader. */
export type ReadColumn = {
  path: string
  heading: string
  /** The collection whose records the field names, where it names some. */
  names: string | null
  /** The value as people read it. @param titles what the records that the row names are called, by id */
  cell: (doc: JsonObject, titles: ReadonlyMap<string, string>) => string | null
}

const DECLARED: readonly DeclaredField[] = DECLARED_FIELDS

/** The columns that one reader may read of a collection: what access to the fields withholds is not there. */
export async function readableColumns(
  req: PayloadRequest,
  { flattenedFields }: Pick<SanitizedCollectionConfig, 'flattenedFields'>,
  columns: readonly Column[],
): Promise<ReadColumn[]> {
  const read: ReadColumn[] = []
  for (const column of columns) {
    const fields = fieldsAlong(flattenedFields, column.path)
    if (await mayRead(req, fields)) read.push(readColumn(column, fields.at(-1)))
  }
  return read
}

/** The fields that a path leads through, the last one being what it names. @throws Error for a path to nowhere */
function fieldsAlong(fields: readonly FlattenedField[], path: string): FlattenedField[] {
  let among = fields
  return path.split('.').map((name) => {
    const field = among.find((each) => each.name === name)
    if (!field) throw new Error(`No field is stored at ${path}`)
    among = 'flattenedFields' in field ? field.flattenedFields : []
    return field
  })
}

async function mayRead(req: PayloadRequest, fields: readonly FlattenedField[]): Promise<boolean> {
  for (const { access } of fields) if (access?.read && !(await access.read({ req }))) return false
  return true
}

function readColumn({ path, heading, words }: Column, field: FlattenedField | undefined): ReadColumn {
  const declared = DECLARED.find((each) => each.path === path)
  const label = field && 'label' in field && typeof field.label === 'string' ? field.label : path
  const names =
    field?.type === 'relationship' && typeof field.relationTo === 'string' && !field.hasMany ? field.relationTo : null
  return {
    path,
    heading: heading ?? label,
    names,
    cell: (doc, titles) => {
      const value = valueAt(doc, path)
      if (typeof value === 'boolean') return value ? 'Oui' : 'Non'
      if (typeof value === 'number') return String(value)
      if (words && typeof value === 'string') return words(value)
      if (names !== null) return typeof value === 'string' ? (titles.get(value) ?? null) : null
      if (field?.type === 'date') return typeof value === 'string' ? parisClock(new Date(value)) : null
      if (field?.type === 'select') return chosen(field, value)
      return declared ? declaredWords(declared, value) : typeof value === 'string' ? value : null
    },
  }
}

function chosen({ options }: Extract<FlattenedField, { type: 'select' }>, value: unknown): string | null {
  const labelled = (one: unknown): string => {
    const option = options.find((each) => (typeof each === 'string' ? each : each.value) === one)
    return typeof option === 'object' && typeof option.label === 'string' ? option.label : String(one)
  }
  if (Array.isArray(value)) return value.map(labelled).join(', ')
  return typeof value === 'string' && value !== '' ? labelled(value) : null
}
