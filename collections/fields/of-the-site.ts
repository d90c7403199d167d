import type { Access, CollectionConfig } from 'payload'
import { editorOnly } from '../../access/editor-only.ts'
import { hiddenButFrom } from '../../access/hidden-but-from.ts'
import { nobody } from '../../access/nobody.ts'
import { staffOnly } from '../../access/staff-only.ts'

/** What editors alone write, and others read as `read` says; `readVersions` where versions are kept. */
export const writtenByEditors = (
  read: Access,
  readVersions: Access = nobody,
): NonNullable<CollectionConfig['access']> => ({
  create: editorOnly,
  read,
  update: editorOnly,
  delete: editorOnly,
  readVersions,
  unlock: nobody,
  admin: staffOnly,
})

/** Where the panel has what the site is made of; made anew for each collection, for Payload completes what it is given. */
export const ofTheSite = () =>
  ({
    group: 'Site',
    hidden: hiddenButFrom('editor'),
    pagination: { defaultLimit: 25 },
    useAsTitle: 'title',
    hideAPIURL: true,
  }) satisfies CollectionConfig['admin']
