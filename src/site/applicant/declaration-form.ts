import type { Declaration } from '../../adhesion/declaration/declaration-types.ts'
import { isJsonObject, type JsonObject } from '../../lib/json-object.ts'
import { valueAt, withValue } from '../../lib/paths.ts'
import { listIn, textIn, type Fields } from '../fields.ts'
import { DECLARATION, type FieldGroup } from './declaration-fields.ts'
import type { FieldSpec } from '../views/form/field-spec.ts'
import type { FormValues } from '../views/form/form-state.ts'

const REGION = 'organisation.address.region'
/** A hidden field: the region has been asked for, so what stands in its field is an answer. */
export const REGION_ASKED = 'regionAsked'

/** Parts that are left out whole: an empty one would be asked for its required fields. */
const LEFT_OUT_WHOLE = ['organisation.qualiopi', 'contact']

const specsOf = (groups: readonly FieldGroup[]): readonly FieldSpec[] => groups.flatMap(({ fields }) => fields)

/** A declaration as the fields of its form show it. */
export function valuesOf(declaration: Declaration): FormValues {
  return Object.fromEntries(
    specsOf(DECLARATION).map(({ path }) => {
      const value = valueAt(declaration, path)
      return [path, typeof value === 'string' ? value : Array.isArray(value) ? value.map(String) : undefined]
    }),
  )
}

/**
 * The declaration that a form of some groups makes, as the API would be sent it: an emptied field clears, one that the form did
 * not bring changes nothing. The region goes along only where it was asked for or chosen anew: else it follows from
 * the address, as it did before.
 * @param current what is declared already, when something is
 */
export function declaredIn(
  fields: Fields,
  groups: readonly FieldGroup[],
  current?: Declaration,
): Record<string, unknown> {
  const given = specsOf(groups).flatMap(({ path, control }): [string, unknown][] => {
    if (control === 'checkboxes') return isBrought(fields, path) ? [[path, [...listIn(fields, path)]]] : []
    if (!Object.hasOwn(fields, path)) return []
    const text = textIn(fields, path)
    if (
      path === REGION &&
      (text === '' || (text === current?.organisation.address.region && !textIn(fields, REGION_ASKED)))
    )
      return []
    return [[path, text === '' ? null : text]]
  })
  const whole = given.reduce<JsonObject>((tree, [path, value]) => withValue(tree, path, value), {})
  return LEFT_OUT_WHOLE.reduce<JsonObject>(
    (tree, path) => (isEmpty(valueAt(tree, path)) ? withValue(tree, path, null) : tree),
    whole,
  )
}

/** Boxes that are not ticked are not sent: they are empty where their neighbours came. */
function isBrought(fields: Fields, path: string): boolean {
  const part = path.slice(0, path.lastIndexOf('.') + 1)
  return Object.keys(fields).some((name) => name.startsWith(part))
}

function isEmpty(part: unknown): boolean {
  return (
    isJsonObject(part) &&
    Object.values(part).every((value) => value === null || (Array.isArray(value) && value.length === 0))
  )
}
