import { DOCUMENT_KINDS } from '../../../content/document-kinds.ts'
import { formatDay } from '../../../lib/dates.ts'
import type { PresentationOf } from '../presentation.ts'
import { DOCUMENT_KIND, DOCUMENTS } from './kind.ts'
import { publicDocuments } from './public.ts'
import { documentRoutes } from './routes.tsx'

export const DOCUMENT_PAGE: PresentationOf<'documents'> = {
  kind: DOCUMENT_KIND,
  routes: documentRoutes,
  listed: () => Promise.resolve([{ href: DOCUMENTS }]),
  search: {
    label: 'Document',
    list: {
      title: 'Documents',
      text: 'Statuts, rapports et autres textes de l’association.',
      known: 'statuts règlement intérieur rapport moral financier comptes procès-verbal télécharger pdf',
    },
    entries: async (payload) =>
      (await publicDocuments(payload)).map(({ title, kind, day }) => ({
        href: DOCUMENTS,
        title,
        text: `${DOCUMENT_KINDS[kind]}, ${formatDay(day)}`,
      })),
  },
  menu: { menu: 'footer', rank: 1, fr: 'Documents' },
}
