import type { CollectionBeforeOperationHook } from 'payload'
import { staff } from '../access/actors.ts'
import { changedPaths } from '../src/governance/changed-paths.ts'
import { isOneself } from '../src/governance/concerns.ts'
import { notForOneself } from '../src/record/second-person.ts'

/** By these somebody is known: the name under which they act, and the address that makes them recused. */
const KNOWN_BY = ['firstName', 'lastName', 'email'] as const

/** Nobody edits the record of the person whom they are. */
export const ownRecordByOthers: CollectionBeforeOperationHook = async ({ args, operation, overrideAccess, req }) => {
  if (overrideAccess || operation !== 'update') return args
  const user = staff(req)
  const id: unknown = 'id' in args ? args.id : undefined
  if (!user || typeof id !== 'string') return args
  const before = await req.payload.findByID({ collection: 'people', id, depth: 0, overrideAccess: true, disableErrors: true, req })
  if (before && isOneself(user, before) && changedPaths(KNOWN_BY, before, 'data' in args ? args.data : undefined).length > 0) throw notForOneself()
  return args
}
