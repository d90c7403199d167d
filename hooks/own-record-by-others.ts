import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { findById, findFirst } from '../src/db/find.ts'
import { staff } from '../access/actors.ts'
import { changedPaths } from '../src/governance/changed-paths.ts'
import { isOneself } from '../src/governance/concerns.ts'
import { nameOfRecordByTwo, oneRecordAtATime } from '../src/governance/errors.ts'
import { idOf } from '../src/lib/ids.ts'
import { notForOneself } from '../src/record/second-person.ts'

/** The fields by which a person is known: the name under which they act, and the address that makes them recused. */
const NAMES = ['firstName', 'lastName'] as const
const KNOWN_BY = [...NAMES, 'email'] as const

/**
 * Refuses to edit the record of the person one is, and to change alone the name of whoever holds a mandate or acts by an
 * account: one alone would put somebody else in their place.
 */
export const ownRecordByOthers: CollectionBeforeOperationHook = async ({ args, operation, overrideAccess, req }) => {
  if (overrideAccess || operation !== 'update') return args
  const user = staff(req)
  if (!user) return args
  const id: unknown = 'id' in args ? args.id : undefined
  const data: unknown = 'data' in args ? args.data : undefined
  if (typeof id !== 'string') {
    if (changedPaths(KNOWN_BY, {}, data).length > 0) throw oneRecordAtATime()
    return args
  }
  const before = await findById({ payload: req.payload, req }, 'people', id)
  if (!before) return args
  if (isOneself(user, before) && changedPaths(KNOWN_BY, before, data).length > 0) throw notForOneself()
  if (changedPaths(NAMES, before, data).length > 0 && (idOf(before.account) !== null || (await holdsMandate(req, id))))
    throw nameOfRecordByTwo()
  return args
}

/** Whether a mandate names the person, be it over or not confirmed yet: what was deliberated was this name. */
async function holdsMandate(req: PayloadRequest, person: string): Promise<boolean> {
  return (
    (await findFirst({ payload: req.payload, req }, 'mandates', { where: { person: { equals: person } } })) !== null
  )
}
