import type { Issue } from '../../../lib/errors.ts'

/** The values of a form by the paths of its fields: `organisation.address.city`. A list for boxes to tick. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>

/** Everything that a form needs to be shown, or shown again with what was wrong. */
export type FormState = {
  /** The address to which the form is sent by POST. */
  action: string
  /** Fields that the person does not see: the signed time of showing, `rev`. */
  hidden?: Readonly<Record<string, string>>
  values?: FormValues
  issues?: readonly Issue[]
  /** A sentence on what is wrong with the whole, when it is no single field. */
  problem?: string | undefined
}

/** Whether the form is shown again because something in it was wrong. */
export function hasErrors({ issues = [], problem }: FormState): boolean {
  return issues.length > 0 || problem !== undefined
}

/** The one text typed into a field. */
export function valueOf({ values = {} }: FormState, path: string): string {
  const value = values[path]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** The boxes ticked of a field. */
export function valuesOf({ values = {} }: FormState, path: string): readonly string[] {
  const value = values[path]
  return typeof value === 'string' ? [value] : (value ?? [])
}

/** The mistake in a field, in French. */
export function issuesOf({ issues = [] }: FormState, path: string): string[] {
  return issues
    .filter((issue) => issue.path === path || issue.path.startsWith(`${path}.`))
    .map((issue) => issue.messages.fr)
}

export const fieldId = (path: string): string => `champ-${path}`
