import {
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  lexicalEditor,
  LinkFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'

/** What a text of the site links to: what has a page of its own, papers and files. */
const LINKED = ['pages', 'publications', 'events', 'documents', 'files'] as const

/**
 * The editor of texts of the site: with tables, pictures and files; without relationships to records, which nobody reads
 * there. The charter keeps to what its canonical text can say.
 */
export const siteText = () =>
  lexicalEditor({
    features: ({ defaultFeatures }) => [
      ...defaultFeatures.filter(
        ({ key }) => !['relationship', 'link', 'upload', 'subscript', 'superscript', 'align'].includes(key),
      ),
      LinkFeature({ enabledCollections: [...LINKED] }),
      UploadFeature({ enabledCollections: ['media', 'files'] }),
      EXPERIMENTAL_TableFeature(),
      FixedToolbarFeature(),
    ],
  })
