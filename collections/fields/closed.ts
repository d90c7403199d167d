import type { Access, CollectionAfterOperationHook, CollectionConfig } from 'payload'
import { nobody } from '../../access/nobody.ts'
import { onlyUseCases } from '../../hooks/only-use-cases.ts'

/** What every record of the workflow has in common: use-cases alone write it, no lock, no version. */
export function workflowRecord(
  read: Access,
  panel: Access = read,
  afterOperation: CollectionAfterOperationHook[] = [],
): Pick<CollectionConfig, 'access' | 'hooks' | 'lockDocuments' | 'disableDuplicate'> {
  return {
    access: {
      create: nobody,
      read,
      update: nobody,
      delete: nobody,
      readVersions: nobody,
      unlock: nobody,
      admin: async (args) => Boolean(await panel(args)),
    },
    hooks: { beforeOperation: [onlyUseCases], afterOperation },
    lockDocuments: false,
    disableDuplicate: true,
  }
}
