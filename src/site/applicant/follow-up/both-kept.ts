import { declaredField, labelOf } from '../../../organisation/declared-fields.ts'
import { DECLARATION_PATHS } from '../../../adhesion/declaration/schema.ts'
import { isJsonObject } from '../../../lib/json-object.ts'
import { listIn, textIn, type Fields } from '../../fields.ts'
import type { FormValues } from '../../views/form/form-state.ts'

/** A hidden field: the values that the form was shown with. */
export const BASE = 'base'

type Value = string | readonly string[] | undefined

const plain = (value: Value): string =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : (value ?? []).toSorted().join('\n')

/**
 * A form that was sent on an older state, over the present one: what its sender changed stays as they typed it, and what
 * they left alone is what stands now, so that saving it again undoes nobody's change. `meanwhile` says in words what
 * others changed.
 */
export function bothKept(fields: Fields, present: FormValues): { values: FormValues; meanwhile: string[] } {
  const base = baseIn(fields)
  if (base === null) return { values: fields, meanwhile: [] }
  const meanwhile: string[] = []
  const values = Object.fromEntries(
    DECLARATION_PATHS.map((path): [string, Value] => {
      const [was, is] = [base[path], present[path]]
      const typed = Array.isArray(was) || Array.isArray(is) ? listIn(fields, path) : textIn(fields, path)
      const changed = plain(typed) !== plain(was)
      if (plain(was) !== plain(is))
        meanwhile.push(told(path, was, is, changed && plain(typed) !== plain(is) ? typed : null))
      return [path, changed ? typed : is]
    }),
  )
  return { values: { ...fields, ...values }, meanwhile }
}

function told(path: (typeof DECLARATION_PATHS)[number], was: Value, is: Value, typed: Value | null): string {
  const field = declaredField(path)
  const said = (value: Value): string => {
    const words = [...(typeof value === 'string' ? [value] : (value ?? []))].map((each) => labelOf(field, each) ?? each)
    return words.join(', ').trim() === '' ? 'rien' : `«\u00a0${words.join(', ')}\u00a0»`
  }
  const both = typed === null ? '' : `, et vous avez écrit ${said(typed)}`
  return `${field.label}\u00a0: ${said(was)} est devenu ${said(is)}${both}`
}

function baseIn(fields: Fields): FormValues | null {
  try {
    const base: unknown = JSON.parse(textIn(fields, BASE))
    if (!isJsonObject(base)) return null
    return Object.fromEntries(
      Object.entries(base).map(([path, value]): [string, Value] => [
        path,
        typeof value === 'string' ? value : Array.isArray(value) ? value.map(String) : undefined,
      ]),
    )
  } catch {
    return null
  }
}
