/** The value at a dotted path; a flat key of that very name counts as well. */
function at(record: unknown, path: string): unknown {
  if (typeof record !== 'object' || record === null) return undefined
  const values = new Map<string, unknown>(Object.entries(record))
  if (values.has(path)) return values.get(path)
  const [first = '', ...rest] = path.split('.')
  return rest.length === 0 ? values.get(first) : at(values.get(first), rest.join('.'))
}

/** One form for what means the same: nothing, and a related record or its id. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain)
  if (typeof value === 'object' && 'id' in value) return value.id
  return value
}

/** Which of the paths a write names with another value than the record's. */
export function changedPaths(paths: readonly string[], before: unknown, data: unknown): string[] {
  return paths.filter((path) => {
    const given = at(data, path)
    return given !== undefined && JSON.stringify(plain(given)) !== JSON.stringify(plain(at(before, path)))
  })
}
