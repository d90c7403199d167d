import { isJsonObject, type JsonObject } from './json-object.ts'

/** The value at a dotted path (`organisation.address.city`); undefined where nothing stands. */
export const valueAt = (root: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((part, key) => (isJsonObject(part) && Object.hasOwn(part, key) ? part[key] : undefined), root)

/** A tree with another value at a dotted path; the parts on the way are made where there are none. */
export function withValue(tree: JsonObject, path: string, value: unknown): JsonObject {
  const [key = '', ...deeper] = path.split('.')
  if (deeper.length === 0) return { ...tree, [key]: value }
  const part = Object.hasOwn(tree, key) ? tree[key] : undefined
  return { ...tree, [key]: withValue(isJsonObject(part) ? part : {}, deeper.join('.'), value) }
}
