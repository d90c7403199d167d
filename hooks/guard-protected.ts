import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload'
import { findById } from '../src/db/find.ts'
import { protectedFields } from '../src/governance/errors.ts'
import { isUseCase } from '../src/db/unit-of-work.ts'
import { changedPaths } from '../src/governance/changed-paths.ts'

/** The value that a protected field has in a new record; `BY_USE_CASE` where the whole record comes from one. */
type AtCreation = Readonly<Record<string, unknown>>

type Access = NonNullable<NonNullable<CollectionConfig['access']>['update']>

/**
 * Refuses, loudly and by name, a plain write that changes a protected field: those change by proposal and
 * confirmation. The panel sends whole documents, so what counts is a difference. Code of ours that overrides
 * access is not held back.
 */
export function guardProtected(atCreation: AtCreation): CollectionBeforeOperationHook {
  const paths = Object.keys(atCreation)
  return async ({ args, collection, operation, overrideAccess, req }) => {
    if (overrideAccess || isUseCase(req)) return args
    const data: unknown = 'data' in args ? args.data : undefined
    if (operation === 'create') {
      if (await allowed(collection.access.create, { req, data })) refuseChanges(paths, atCreation, data)
    }
    if (operation === 'update' && (await allowed(collection.access.update, { req, data }))) {
      const id: unknown = 'id' in args ? args.id : undefined
      const before =
        typeof id === 'string'
          ? await findById({ payload: req.payload, req }, collection.slug, id, { showHiddenFields: true })
          : null
      if (before) refuseChanges(paths, before, data)
      // Many at once: no document to compare with, so nothing protected may be named.
      else if (typeof id !== 'string') refuseChanges(paths, {}, data)
    }
    return args
  }
}

/** Whether Payload would let somebody write the record: whom it refuses anyway learns nothing here of the record. */
async function allowed(access: Access, args: { req: Parameters<Access>[0]['req']; data: unknown }): Promise<boolean> {
  return Boolean(await access({ req: args.req, data: args.data }))
}

function refuseChanges(paths: readonly string[], before: unknown, data: unknown): void {
  const changed = changedPaths(paths, before, data)
  if (changed.length > 0) throw protectedFields(changed)
}
