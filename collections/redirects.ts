import type { CollectionConfig } from 'payload'
import { editorOnly } from '../access/editor-only.ts'
import { hiddenButFrom } from '../access/hidden-but-from.ts'
import { nobody } from '../access/nobody.ts'
import { redirectsByHand } from '../access/redirects-by-hand.ts'
import { staffOnly } from '../access/staff-only.ts'
import { guardProtected } from '../hooks/guard-protected.ts'
import { leadByHand } from '../hooks/lead-by-hand.ts'
import { importRedirectsEndpoint } from '../src/api/import/redirects-endpoint.ts'

/** Addresses that lead elsewhere: those that pages and entries have left, which the hooks on their moves write, and those of editors. */
export const Redirects: CollectionConfig = {
  slug: 'redirects',
  labels: { singular: 'Ancienne adresse', plural: 'Anciennes adresses' },
  access: {
    create: editorOnly,
    read: editorOnly,
    update: editorOnly,
    delete: redirectsByHand,
    readVersions: nobody,
    unlock: nobody,
    admin: staffOnly,
  },
  hooks: { beforeOperation: [guardProtected({ byHand: false }), leadByHand] },
  endpoints: [importRedirectsEndpoint],
  lockDocuments: false,
  disableDuplicate: true,
  admin: {
    group: 'Site',
    hidden: hiddenButFrom('editor'),
    pagination: { defaultLimit: 25 },
    useAsTitle: 'from',
    defaultColumns: ['from', 'to', 'page', 'updatedAt'],
    description:
      'Quand une page, une publication ou un événement change d’adresse, l’ancienne mène à la nouvelle\u00a0; retirés, elle dit qu’ils le sont. Ajoutez ici les adresses de votre ancien site et les adresses courtes que vous imprimez. Ce qui se publie à une adresse l’emporte toujours.',
    hideAPIURL: true,
  },
  fields: [
    {
      name: 'from',
      type: 'text',
      label: 'Ancienne adresse, ou adresse courte',
      required: true,
      unique: true,
      index: true,
      admin: { description: 'Par exemple «\u00a0/ancienne-page\u00a0».' },
    },
    // Neither is required: what was deleted or taken back stands nowhere, and its address says so.
    {
      name: 'to',
      type: 'text',
      label: 'Où l’on arrive',
      index: true,
      admin: {
        description:
          'Une adresse de ce site, par exemple «\u00a0/membres\u00a0», ou une adresse entière en https. Si elle change, l’ancienne suit.',
      },
    },
    {
      name: 'elsewhere',
      type: 'checkbox',
      label: 'C’est bien un autre site',
      defaultValue: false,
      admin: { description: 'À cocher quand l’adresse d’arrivée n’est pas de ce site.' },
    },
    {
      name: 'page',
      type: 'relationship',
      relationTo: 'pages',
      label: 'Page qui a quitté cette adresse',
      index: true,
      admin: { readOnly: true, position: 'sidebar', condition: (data) => Boolean(data['page']) },
    },
    { name: 'byHand', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
  ],
}
