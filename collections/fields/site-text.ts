import {
  createServerFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  lexicalEditor,
  LinkFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import { linkedCollections } from '../../src/content/public-kind.ts'
import { isTextLink } from './web-address.ts'

/** What is pasted from Word, Google Docs or a mail becomes a text that can be published. */
const CleanPasteFeature = createServerFeature({
  feature: { ClientFeature: '/src/admin/paste/CleanPaste.tsx#CleanPaste' },
  key: 'cleanPaste',
})

/**
 * The editor of texts of the site: with tables, pictures and files; without relationships to records, which nobody reads
 * there. It links to what has a page of its own, papers and files. The charter keeps to what its canonical text can say.
 */
export const siteText = (): ReturnType<typeof lexicalEditor> => (given) =>
  lexicalEditor({
    features: ({ defaultFeatures }) => [
      ...defaultFeatures.filter(
        ({ key }) => !['relationship', 'link', 'upload', 'subscript', 'superscript', 'align'].includes(key),
      ),
      LinkFeature({
        enabledCollections: linkedCollections(given),
        fields: ({ defaultFields }) =>
          defaultFields.map((field) =>
            field.type === 'text' && field.name === 'url' && !field.hasMany
              ? { ...field, validate: isTextLink }
              : field,
          ),
      }),
      UploadFeature({ enabledCollections: ['media', 'files'] }),
      EXPERIMENTAL_TableFeature(),
      FixedToolbarFeature(),
      CleanPasteFeature(),
    ],
  })(given)
