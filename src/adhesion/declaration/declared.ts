import { isJsonObject, type JsonObject } from '../../lib/json-object.ts'
import { valueAt, withValue } from '../../lib/paths.ts'
import { DECLARED_FIELDS, type DeclaredField } from '../../organisation/declared-fields.ts'
import { parseRegion } from '../../organisation/region.ts'
import type { Adhesion } from '../../payload-types.ts'
import type { Declaration } from './declaration-types.ts'

/** What a file declares, as its applicant gave it: the reverse of `storedDeclaration`, nothing null. */
export function declaredOn(adhesion: Adhesion): Declaration {
  const { identifierKey, searchKey, organisation } = adhesion
  const derived = {
    organisation: {
      ...(organisation.siren ? { siren: organisation.siren } : {}),
      identifierKey,
      searchKey: searchKey ?? '',
    },
    privacyNoticeRead: true,
  }
  const declared = DECLARED_FIELDS.filter(
    ({ path, is }) =>
      is !== 'tick' && PARTS_GIVEN.every(([part, mark]) => !path.startsWith(part) || valueAt(adhesion, mark)),
  ).reduce<JsonObject>((tree, field) => {
    const value = declaredValue(field, valueAt(adhesion, field.path))
    return value === undefined ? tree : withValue(tree, field.path, value)
  }, derived)
  if (!isDeclared(declared)) throw new Error('A file declares an organisation and who signs for it')
  return declared
}

/** Parts that may be left out, and what stands in each that was given. */
const PARTS_GIVEN = [
  ['organisation.qualiopi.', 'organisation.qualiopi.status'],
  ['contact.', 'contact.email'],
] as const

/** What stands for a field that is required where a file that was anonymised has nothing any more. */
const NOTHING: Readonly<Record<string, string>> = {
  'organisation.country': 'FR',
  'representative.capacity': 'legal-representative',
}

function declaredValue({ path, is, optional }: DeclaredField, stored: unknown): unknown {
  if (is === 'choices') return Array.isArray(stored) && stored.length > 0 ? stored : undefined
  if (is === 'region') return typeof stored === 'string' && stored !== '' ? parseRegion(stored)?.code : undefined
  return stored ?? NOTHING[path] ?? (optional ? undefined : '')
}

const isDeclared = (value: unknown): value is Declaration =>
  isJsonObject(value) &&
  isJsonObject(valueAt(value, 'organisation.address')) &&
  isJsonObject(valueAt(value, 'representative'))
