import type { CollectionBeforeChangeHook } from 'payload'
import { searchKeyOf } from '../src/membership/search-key.ts'

/** Keeps the searched form of a member's names; an absent file stays absent, since Mongo's unique index counts null. */
export const searchableName: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const legalName: unknown = data['legalName'] ?? originalDoc?.legalName
  const acronym: unknown = data['acronym'] === undefined ? originalDoc?.acronym : data['acronym']
  data['searchKey'] = searchKeyOf(legalName, acronym)
  if (data['adhesion'] === null) delete data['adhesion']
  return data
}
