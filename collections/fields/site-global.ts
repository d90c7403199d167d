import type { GlobalConfig } from 'payload'
import { anybody } from '../../access/anybody.ts'
import { editorOnly } from '../../access/editor-only.ts'
import { hiddenButFrom } from '../../access/hidden-but-from.ts'
import { KEPT } from './previewed.ts'

type SiteGlobal = Pick<GlobalConfig, 'slug' | 'fields'> & { label: string; description: string }

/** What the site has once: everybody reads it, editors write it, and each of its versions is kept. */
export const siteGlobal = ({ slug, label, description, fields }: SiteGlobal): GlobalConfig => ({
  slug,
  label,
  access: { read: anybody, update: editorOnly, readVersions: editorOnly },
  versions: KEPT,
  lockDocuments: false,
  admin: { group: 'Site', hidden: hiddenButFrom('editor'), hideAPIURL: true, description },
  fields,
})
