import type { CollectionAfterChangeHook } from 'payload'
import { rightsChanged } from '../src/governance/rights-changed.ts'
import type { Person } from '../src/payload-types.ts'

/** A person's address may be the one of an applicant, on whose application they must not decide then. */
export const tellOfChangedAddress: CollectionAfterChangeHook<Person> = async ({ doc, previousDoc, operation, req }) => {
  if (operation === 'update' && doc.email !== previousDoc.email) await rightsChanged({ payload: req.payload, req })
  return doc
}
