import type { CollectionBeforeChangeHook } from 'payload'
import { searchKeyOf } from '../src/membership/search-key.ts'
import type { Member } from '../src/payload-types.ts'

/** Keeps the searched form of a member's names; an absent file stays absent, since Mongo's unique index counts null. */
export const searchableName: CollectionBeforeChangeHook<Member> = ({ data, originalDoc }) => {
  data.searchKey = searchKeyOf(
    data.legalName ?? originalDoc?.legalName,
    data.acronym === undefined ? originalDoc?.acronym : data.acronym,
  )
  if (data.adhesion === null) delete data.adhesion
  return data
}
