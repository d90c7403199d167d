import type { Mistake } from '../../input/issue.ts'
import type { Issue } from '../../lib/errors.ts'
import { isJsonObject, type JsonObject } from '../../lib/json-object.ts'
import { valueAt, withValue } from '../../lib/paths.ts'
import type { DeclarationPath } from '../../organisation/declared-fields.ts'
import { DECLARATION_PATHS } from './schema.ts'

/** A declaration as far as it could be read, for rules that look at several of its fields. */
export class DeclarationInPart {
  #tree: JsonObject
  readonly #faults: Issue[]
  readonly warnings: Issue[] = []

  constructor(value: unknown, issues: readonly Issue[]) {
    this.#tree = isJsonObject(value) ? value : {}
    this.#faults = [...issues]
  }

  /** Whether something stands there, be it faulty. */
  has(path: DeclarationPath): boolean {
    const value = valueAt(this.#tree, path)
    return value !== undefined && value !== null && value !== ''
  }

  /** The text that stands there and that nothing is wrong with. */
  text(path: DeclarationPath): string | undefined {
    const value = valueAt(this.#tree, path)
    return typeof value === 'string' && value !== '' && !this.#isFaulty(path) ? value : undefined
  }

  /** The list that stands there and that nothing is wrong with. */
  list(path: DeclarationPath): readonly unknown[] | undefined {
    const value: unknown = valueAt(this.#tree, path)
    return Array.isArray(value) && !this.#isFaulty(path) ? value : undefined
  }

  /** Whether a part is there. */
  hasPart(path: 'contact' | 'organisation.qualiopi'): boolean {
    return isJsonObject(valueAt(this.#tree, path))
  }

  /** Writes what a rule makes of a value; undefined takes it away. */
  set(path: DeclarationPath | `organisation.${'siren' | 'identifierKey' | 'searchKey'}`, value: unknown): void {
    this.#tree = withValue(this.#tree, path, value)
  }

  /** Says what a rule finds wrong; of a part that is no object one thing is told, not one for each field. */
  refuse(path: DeclarationPath, found: Mistake): void {
    if (!this.#faults.some((each) => path.startsWith(`${each.path}.`))) this.#faults.push({ path, ...found })
  }

  warn(path: DeclarationPath, found: Mistake): void {
    this.warnings.push({ path, ...found })
  }

  /** Everything that is wrong, in the order of the shape. */
  get issues(): Issue[] {
    return this.#faults.toSorted((a, b) => placeOf(a.path) - placeOf(b.path))
  }

  /** The whole, without what was left out. */
  get tree(): JsonObject {
    return withoutAbsentParts(this.#tree)
  }

  #isFaulty(path: DeclarationPath): boolean {
    return this.#faults.some(
      (each) => each.path === path || each.path.startsWith(`${path}.`) || path.startsWith(`${each.path}.`),
    )
  }
}

/** Where a path stands in the shape; what is no field of it comes last in its part. */
function placeOf(path: string): number {
  const own = DECLARATION_PATHS.findIndex((each) => each === path || each.startsWith(`${path}.`))
  if (own >= 0) return own
  const part = path.slice(0, Math.max(0, path.lastIndexOf('.')))
  if (part === '') return DECLARATION_PATHS.length
  const last = DECLARATION_PATHS.findLastIndex((each) => each === part || each.startsWith(`${part}.`))
  return last >= 0 ? last + 0.5 : placeOf(part)
}

const withoutAbsentParts = (tree: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]): [string, unknown][] => {
      if (value === undefined || value === null) return []
      return [[key, isJsonObject(value) ? withoutAbsentParts(value) : value]]
    }),
  )
