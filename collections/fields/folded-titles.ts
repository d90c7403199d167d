import type { CollectionConfig, Config, TextField } from 'payload'
import { foldSearched } from '../../hooks/fold-searched.ts'
import { FOLDED_TITLES, type FoldedTitle } from '../../src/db/folded-titles.ts'
import { fold } from '../../src/lib/fold.ts'
import { valueAt } from '../../src/lib/paths.ts'

/** The folded texts of a record; where a write does not say one, it stands as it stood. */
const foldedField = ({ of, localized }: FoldedTitle): TextField => ({
  name: 'searchKey',
  type: 'text',
  label: 'mots du titre',
  index: true,
  localized,
  admin: { hidden: true, disableListColumn: true, disableListFilter: true, disableBulkEdit: true },
  hooks: {
    beforeChange: [
      ({ siblingData, originalDoc }) =>
        fold(
          of
            .map((name) => valueAt(siblingData, name) ?? valueAt(originalDoc, name))
            .filter((text) => typeof text === 'string')
            .join(' '),
        ),
    ],
  },
})

const TITLES: Readonly<Record<string, FoldedTitle | undefined>> = FOLDED_TITLES

function withFoldedTitle(collection: CollectionConfig): CollectionConfig {
  const folded = TITLES[collection.slug]
  if (!folded) return collection
  const { admin = {}, hooks = {}, fields } = collection
  const kept = (admin.listSearchableFields ?? []).filter((name) => !folded.of.includes(name))
  return {
    ...collection,
    admin: { ...admin, listSearchableFields: ['searchKey', ...kept] },
    hooks: { ...hooks, beforeOperation: [...(hooks.beforeOperation ?? []), foldSearched(folded.of[0])] },
    fields: [...fields, foldedField(folded)],
  }
}

/** Lets the lists of the collections that {@link FOLDED_TITLES} names be searched and ordered whatever the case and the accents. */
export const foldedTitles = ({ collections = [], ...config }: Config): Config => ({
  ...config,
  collections: collections.map(withFoldedTitle),
})
