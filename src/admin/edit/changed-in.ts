/** Nothing at all, however a form or an answer says so. */
const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function isSame(one: unknown, other: unknown): boolean {
  if (one === other || (isNothing(one) && isNothing(other))) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const before = new Map<string, unknown>(Object.entries(other))
  const after = new Map<string, unknown>(Object.entries(one))
  return [...new Set([...before.keys(), ...after.keys()])].every((name) => isSame(after.get(name), before.get(name)))
}

/**
 * The fields of a document that a form holds otherwise than they were saved. A list is one field: where anything in it
 * changed, all of it is given.
 * @param document what the form holds
 * @param saved the document as the form read it
 */
export function changedIn(
  document: Readonly<Record<string, unknown>>,
  saved: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).filter(([name, value]) => !isSame(value, saved[name])))
}
