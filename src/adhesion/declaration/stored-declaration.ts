import { foldEmail } from '../../lib/fold.ts'
import { isJsonObject, type JsonObject } from '../../lib/json-object.ts'
import { valueAt, withValue } from '../../lib/paths.ts'
import { DECLARED_FIELDS } from '../../organisation/declared-fields.ts'
import type { Adhesion } from '../../payload-types.ts'
import type { Declaration } from './declaration-types.ts'

type Stored = Pick<
  Adhesion,
  | 'kind'
  | 'identifierKey'
  | 'searchKey'
  | 'organisation'
  | 'representative'
  | 'contact'
  | 'representativeEmailKey'
  | 'contactEmailKey'
  | 'motivation'
>

/** That the notice was read is stored as the version of it that was. */
const STORED = DECLARED_FIELDS.filter(({ is }) => is !== 'tick')

/**
 * A declaration as the file's fields. Every group is whole and what was left out is null: an update leaves a
 * column it does not name as it was on SQLite, and drops it on MongoDB.
 */
export function storedDeclaration(declaration: Declaration): Stored {
  const { organisation, representative, contact } = declaration
  const stored = STORED.reduce<JsonObject>((tree, { path, is }) => {
    const value = valueAt(declaration, path)
    return withValue(tree, path, value ?? (is === 'choices' ? [] : null))
  }, {})
  const whole = withValue(
    {
      ...stored,
      identifierKey: organisation.identifierKey,
      searchKey: organisation.searchKey,
      representativeEmailKey: foldEmail(representative.email),
      contactEmailKey: contact ? foldEmail(contact.email) : null,
    },
    'organisation.siren',
    organisation.siren ?? null,
  )
  if (!isStored(whole)) throw new Error('A declaration is stored with an organisation and a representative')
  return whole
}

const isStored = (value: unknown): value is Stored =>
  isJsonObject(value) &&
  isJsonObject(value['organisation']) &&
  isJsonObject(value['representative']) &&
  isJsonObject(value['contact'])

/** What a member's record keeps of a declaration. */
export function storedMember(
  declaration: Declaration,
): Pick<Stored, 'kind' | 'identifierKey' | 'organisation' | 'representative' | 'contact'> {
  const { kind, identifierKey, organisation, representative, contact } = storedDeclaration(declaration)
  return { kind, identifierKey, organisation, representative, contact }
}
