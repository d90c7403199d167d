import type { CollectionConfig } from 'payload'
import { adhesionPartsReaders } from '../access/files-of-adhesions.ts'
import { servedWithItsRow } from '../hooks/served-with-its-row.ts'
import { workflowRecord } from './fields/closed.ts'

const ATTACHMENT_TYPES = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
]

/** Private files of an adhesion, or the scan of a paper that a member signed; `uploadFolder` is where they lie without S3. */
export const attachments = (uploadFolder: string): CollectionConfig => ({
  slug: 'attachments',
  labels: { singular: 'Pièce', plural: 'Pièces' },
  ...workflowRecord(adhesionPartsReaders),
  admin: { group: 'Adhésions', useAsTitle: 'title', hidden: true },
  // Their bytes are kept before their rows are made.
  upload: {
    staticDir: `${uploadFolder}/attachments`,
    mimeTypes: ATTACHMENT_TYPES,
    crop: false,
    focalPoint: false,
    filesRequiredOnCreate: false,
    handlers: [servedWithItsRow('attachments')],
  },
  fields: [
    { name: 'adhesion', type: 'relationship', relationTo: 'adhesions', label: 'Demande', index: true },
    { name: 'member', type: 'relationship', relationTo: 'members', label: 'Membre entré sur papier', index: true },
    {
      name: 'request',
      type: 'relationship',
      relationTo: 'information-requests',
      label: 'Demande de complément',
      index: true,
    },
    { name: 'title', type: 'text', label: 'Intitulé', required: true },
    {
      name: 'source',
      type: 'select',
      label: 'Jointe par',
      required: true,
      options: [
        { value: 'applicant', label: 'L’organisme' },
        { value: 'staff', label: 'L’équipe' },
      ],
    },
    { name: 'sha256', type: 'text', label: 'Empreinte SHA-256', required: true },
    { name: 'addedBy', type: 'relationship', relationTo: 'users', label: 'Ajoutée par' },
  ],
})
