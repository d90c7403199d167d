import { randomBytes } from 'node:crypto'
import type { CollectionConfig, GenerateImageName } from 'payload'
import { anybodyButTrashed } from '../access/anybody-but-trashed.ts'
import { filesBeside, filesComeBack, filesInTransaction } from '../hooks/files-beside-transactions.ts'
import { hashBytes, refuseDeletingFileOfEdition, refuseReplacingFileOfEdition } from '../hooks/keep-file-of-edition.ts'
import { refuseDeletingUsed, refuseTrashingUsed } from '../hooks/keep-what-is-used.ts'
import { knownByBytes } from '../hooks/known-by-bytes.ts'
import { servedWithItsRow } from '../hooks/served-with-its-row.ts'
import { bytesHash } from './fields/bytes-hash.ts'
import { usageEndpoint } from '../src/api/usage-endpoint.ts'
import { ofTheSite, writtenByEditors } from './fields/of-the-site.ts'
import { usedInField } from './fields/used-in.ts'

/** As small as what pages show can be; what was uploaded is kept beside. */
const WEBP = { format: 'webp', options: { quality: 80 } } as const

/** Named after its picture, and like no other: `photo.webp` and `photo.jpg` would share what is named by base name and size. */
const ofItsOwn: GenerateImageName = ({ originalName, width, height, extension }) =>
  `${originalName}-${width}x${height}-${randomBytes(4).toString('hex')}.${extension}`

/** The site's images and files, public once uploaded; `uploadFolder` is where they lie without S3. */
export const media = (uploadFolder: string): CollectionConfig => ({
  slug: 'media',
  labels: { singular: 'Média', plural: 'Médias' },
  access: writtenByEditors(anybodyButTrashed),
  hooks: {
    beforeOperation: [refuseTrashingUsed, refuseReplacingFileOfEdition('media'), filesBeside('media')],
    beforeValidate: [filesInTransaction],
    beforeChange: [hashBytes],
    beforeDelete: [refuseDeletingFileOfEdition('media'), refuseDeletingUsed],
    afterError: [filesComeBack],
  },
  endpoints: [usageEndpoint('media')],
  trash: true,
  lockDocuments: false,
  upload: {
    staticDir: `${uploadFolder}/media`,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'application/pdf'],
    imageSizes: [
      { name: 'small', width: 480, withoutEnlargement: true, formatOptions: WEBP, generateImageName: ofItsOwn },
      { name: 'large', width: 1440, withoutEnlargement: true, formatOptions: WEBP, generateImageName: ofItsOwn },
    ],
    adminThumbnail: 'small',
    handlers: [servedWithItsRow('media'), knownByBytes('media')],
  },
  admin: {
    ...ofTheSite(),
    defaultColumns: ['filename', 'title', 'alt'],
    description: 'Images et documents du site. Tout ce qui est ici est public.',
  },
  fields: [
    { name: 'title', type: 'text', label: 'Titre', localized: true, maxLength: 200 },
    {
      name: 'decorative',
      type: 'checkbox',
      label: 'Image décorative',
      defaultValue: false,
      admin: { description: 'Elle n’apprend rien à qui ne la voit pas\u00a0: les lecteurs d’écran la passent.' },
    },
    {
      name: 'alt',
      type: 'text',
      label: 'Texte de remplacement',
      localized: true,
      maxLength: 300,
      validate: (
        value: unknown,
        { data }: { data: Partial<{ decorative?: boolean | null; mimeType?: string | null }> },
      ) => {
        const image = data.mimeType?.startsWith('image/') ?? true
        if (!image || data.decorative || (typeof value === 'string' && value.trim() !== '')) return true
        return 'Dites ce que montre l’image, ou cochez «\u00a0Image décorative\u00a0».'
      },
      admin: { condition: (data) => data['decorative'] !== true },
    },
    bytesHash(),
    usedInField(),
  ],
})
