import { valueAt } from '../../lib/paths.ts'
import { DECLARED_FIELDS, type DeclaredField, type FieldKind } from '../../organisation/declared-fields.ts'
import type { FieldModel } from '../actions/model.ts'
import { NOTHING_DECLARED } from './words.ts'

const CONTROLS: Partial<Record<FieldKind, FieldModel['kind']>> = {
  'long-text': 'textarea',
  choice: 'select',
  choices: 'checkboxes',
  day: 'day',
  email: 'email',
  country: 'select',
  region: 'select',
}

/** Parts that may be left out whole: emptying one of their fields alone takes nothing away. */
const LEFT_OUT = ['contact.', 'organisation.qualiopi.']

/** What is declared as fields of a form, each with what stands there. The region follows from the address unless it is said. */
export const declaredFields = (adhesion: object): FieldModel[] =>
  DECLARED_FIELDS.filter(({ is, path }) => is !== 'tick' && (is !== 'choices' || isGiven(adhesion, path))).map(
    (field) => modelOf(field, valueAt(adhesion, field.path)),
  )

/** Whether the part that a list stands in was declared: no box ticked is sent too, and would begin a part of nothing else. */
const isGiven = (adhesion: object, path: string): boolean =>
  Boolean(valueAt(adhesion, `${path.slice(0, path.lastIndexOf('.'))}.status`))

function modelOf({ path, label, help, is, optional, options, reads }: DeclaredField, stored: unknown): FieldModel {
  const longest = reads.meta()?.['maxLength']
  const clearable = optional !== undefined && !LEFT_OUT.some((part) => path.startsWith(part))
  const common = {
    kind: CONTROLS[is] ?? ('text' as const),
    name: path,
    label,
    required: optional === undefined,
    ...(help === undefined ? {} : { help }),
    ...(options ? { options: options.map(({ value, label: word }) => ({ value, label: word })) } : {}),
    ...(typeof longest === 'number' ? { longest } : {}),
  }
  if (is === 'region') return common
  if (is === 'choices') return { ...common, values: Array.isArray(stored) ? stored.map(String) : [] }
  return {
    ...common,
    ...(typeof stored === 'string' ? { value: stored } : {}),
    ...(clearable ? { empty: NOTHING_DECLARED } : {}),
  }
}
