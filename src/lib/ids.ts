type Related = string | { id: string }

/** The id of a related record, whether the relation was read as an id or with the record itself; null where there is none. */
export function idOf(value: Related): string
export function idOf(value: Related | null | undefined): string | null
export function idOf(value: Related | null | undefined): string | null {
  return typeof value === 'string' ? value : (value?.id ?? null)
}
