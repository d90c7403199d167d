import type { JsonObject } from '../../lib/json-object.ts'
import { withValue } from '../../lib/paths.ts'
import { DECLARED_FIELDS, type DeclaredField } from '../../organisation/declared-fields.ts'

/** What stands where a name or a text has to. */
export const ERASED_WORDS = 'Données effacées'

const FIELDS: readonly DeclaredField[] = DECLARED_FIELDS

/** What stands in a declared field that holds nothing: required ones are columns that may not be empty. */
const nothingIn = ({ is, optional, options }: DeclaredField): unknown => {
  if (is === 'choices') return []
  return optional === undefined ? (options?.[0]?.value ?? '') : null
}

/** What is declared, with nothing in it: every place is named, since a column that is not named stays as it was. */
export const NOTHING_DECLARED = FIELDS.filter(({ is, path }) => is !== 'tick' && path !== 'kind').reduce<JsonObject>(
  (tree, field) => withValue(tree, field.path, nothingIn(field)),
  withValue({}, 'organisation.siren', null),
)
