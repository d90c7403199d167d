import { issue } from '../../input/issue.ts'
import type { Issue } from '../../lib/errors.ts'
import { isJsonObject, type JsonObject } from '../../lib/json-object.ts'
import { valueAt, withValue } from '../../lib/paths.ts'
import type { DeclarationPath } from '../../organisation/declared-fields.ts'
import type { Declaration } from './declaration-types.ts'
import { DECLARATION_PATHS } from './schema.ts'
import { parseDeclaration } from './parse-declaration.ts'

export type Correction =
  | { ok: true; declaration: Declaration; changed: DeclarationPath[]; warnings: Issue[] }
  | { ok: false; issues: Issue[] }

/** Follows from the address, so that what was found for the last one is no claim about the next. */
const REGION: DeclarationPath = 'organisation.address.region'

/**
 * Reads a correction: only the keys given change, at every depth; null, or an empty text, clears what may be
 * left out. The whole is then held to the rules of a new declaration, with the same faults. Derived values
 * (SIREN, keys, region) follow; `changed` names the places that differ, the region among them, in order.
 */
export function parseCorrection(body: unknown, current: Declaration): Correction {
  if (!isJsonObject(body)) return { ok: false, issues: [{ path: '', ...issue('not-an-object') }] }
  const settled = valueAt(body, REGION) === undefined ? current.organisation.address : undefined
  const parsed = parseDeclaration(overlaid(declaredAgain(current), body), settled)
  if (!parsed.ok) return parsed
  const { declaration, warnings } = parsed
  const changed = DECLARATION_PATHS.filter(
    (path) => JSON.stringify(valueAt(current, path)) !== JSON.stringify(valueAt(declaration, path)),
  )
  return { ok: true, declaration, changed, warnings }
}

/** A declaration as its applicant may send it: what they declare, and nothing that follows from it. */
export const declarationSent = (current: Declaration): JsonObject => sentOf(current, DECLARATION_PATHS)

/** The present declaration as its applicant would send it. */
const declaredAgain = (current: Declaration): JsonObject =>
  sentOf(
    current,
    DECLARATION_PATHS.filter((path) => path !== REGION),
  )

const sentOf = (current: Declaration, paths: readonly DeclarationPath[]): JsonObject =>
  paths.reduce<JsonObject>((tree, path) => {
    const value = valueAt(current, path)
    return value === undefined || value === null ? tree : withValue(tree, path, value)
  }, {})

function overlaid(base: JsonObject, changes: JsonObject): JsonObject {
  const merged = Object.entries(changes).flatMap(([key, value]): [string, unknown][] => {
    if (value === undefined) return []
    const before = Object.hasOwn(base, key) ? base[key] : undefined
    return [[key, isJsonObject(before) && isJsonObject(value) ? overlaid(before, value) : value]]
  })
  return { ...base, ...Object.fromEntries<unknown>(merged) }
}
