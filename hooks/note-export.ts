import type { CollectionAfterOperationHook } from 'payload'
import { staff } from '../access/actors.ts'
import { clientOf } from '../src/lib/caller.ts'
import { noteSecurityEvent } from '../src/security/journal.ts'

/** More rows, at once or page by page, than a list of the panel shows: a file is being made of them. */
const LIST = 100

/** Notes who takes many records out by the API, and which. */
export const noteExport: CollectionAfterOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
  result,
}) => {
  const user = staff(req)
  const asked = 'limit' in args && typeof args.limit === 'number' ? args.limit : 0
  const page = 'page' in args && typeof args.page === 'number' ? args.page : 1
  if (operation !== 'find' || overrideAccess || req.payloadAPI !== 'REST' || !user || asked * page <= LIST)
    return result
  const { ip, userAgent } = clientOf(req)
  const rows = 'docs' in result && Array.isArray(result.docs) ? result.docs.length : 0
  await noteSecurityEvent(req.payload, {
    type: 'exported',
    account: user.id,
    by: user.id,
    ip,
    userAgent,
    data: { what: `${collection.slug} (${rows})`, rows },
  })
  return result
}
