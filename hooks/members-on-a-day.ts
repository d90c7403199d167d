import type { CollectionBeforeOperationHook } from 'payload'
import { wrongInput } from '../src/input/issue.ts'
import { isDay } from '../src/lib/dates.ts'
import { memberOn } from '../src/membership/current.ts'

/**
 * Keeps of a list of members those who were members on the day that is asked for (`?on=2025-12-31`), in the API, in the
 * panel and in what is exported. It asks of fields that not everybody may read: to others it is refused as any filter on
 * them is.
 * @throws DomainError 400 `not-a-day`
 */
export const membersOnADay: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  const on: unknown = req.query?.['on']
  const isList = (operation === 'read' || operation === 'count') && !('id' in args)
  if (!isList || overrideAccess || on === undefined || on === '') return args
  if (!isDay(on)) throw wrongInput('on', 'not-a-day')
  const where = 'where' in args && args.where ? args.where : {}
  return { ...args, where: { and: [where, memberOn(on)] } }
}
