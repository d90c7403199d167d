import { randomBytes } from 'node:crypto'
import type { CollectionBeforeChangeHook } from 'payload'
import { draftedOf, kindOf } from '../src/content/public-kind.ts'
import { isJsonObject } from '../src/lib/json-object.ts'
import { firstFree } from '../src/scheduling/free-address.ts'

/** What stands before the address of a record in the trash, so that another may have it meanwhile. */
const IN_TRASH = /^corbeille-[0-9a-f]{8}-/

/** Frees the address of a record that goes into the trash, and gives it back on its return, with a number where another has it. */
export const freeAddressInTrash: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const given: unknown = data
  const stored: unknown = originalDoc
  const drafted = draftedOf(req.payload, collection.slug)
  if (operation !== 'update' || drafted === null || !isJsonObject(given) || !isJsonObject(stored)) return data
  if (!('deletedAt' in given) || Boolean(given['deletedAt']) === Boolean(stored['deletedAt'])) return data
  const changed: Record<string, unknown> = { ...given }
  for (const segment of kindOf(req.payload, drafted).segments ?? ['slug']) {
    const address = stored[segment]
    if (typeof address !== 'string' || address === '') continue
    if (given['deletedAt']) changed[segment] = `corbeille-${randomBytes(4).toString('hex')}-${address}`
    else if (IN_TRASH.test(address))
      changed[segment] = await firstFree(req.payload, drafted, address.replace(IN_TRASH, ''), req)
  }
  return changed
}
