import type { Payload } from 'payload'
import { PUBLICATION_KINDS } from '../../../content/publication-kinds.ts'
import { pageWords } from '../../../content/page-words.ts'
import type { SearchEntry } from '../../search/find.ts'
import { ANYBODY } from '../anybody.ts'
import type { PresentationOf } from '../presentation.ts'
import { publicationFeed } from './feed.ts'
import { PUBLICATION_KIND, publicationHref, PUBLICATIONS, PUBLICATIONS_FEED } from './kind.ts'
import { publicationPreview } from './preview.tsx'
import { releasedPublications } from './released.ts'
import { publicationRoutes } from './routes.tsx'
import { PUBLICATION_TEXTS } from './texts.ts'

export const PUBLICATION_PAGES: PresentationOf<'publications'> = {
  kind: PUBLICATION_KIND,
  routes: publicationRoutes,
  listed: async (payload) => [
    { href: PUBLICATIONS },
    ...(await releasedPublications(payload)).map(({ slug, updatedAt }) => ({
      href: publicationHref(slug),
      changed: updatedAt,
    })),
  ],
  search: {
    label: 'Publication',
    entries,
    list: {
      title: PUBLICATION_TEXTS.list.title,
      text: PUBLICATION_TEXTS.list.lead,
      known: 'rapports notes positions communiqués études veille bibliothèque lire télécharger prises de position',
    },
  },
  menu: { menu: 'nav', rank: 3, fr: 'Publications', en: 'Publications (in French)' },
  feed: {
    href: PUBLICATIONS_FEED,
    title: PUBLICATION_TEXTS.list.title,
    subtitle: PUBLICATION_TEXTS.list.lead,
    items: async (payload) => publicationFeed(await releasedPublications(payload)),
  },
  preview: publicationPreview,
}

async function entries(payload: Payload): Promise<SearchEntry[]> {
  const { docs } = await payload.find({ collection: 'publications', sort: '-publishedOn', ...ANYBODY })
  return docs.map(({ slug, title, kind, abstract, authors, body }) => ({
    href: publicationHref(slug),
    title,
    text: [abstract, authors?.join(', '), pageWords([{ blockType: 'richText', content: body }])]
      .filter(Boolean)
      .join('\n'),
    known: PUBLICATION_KINDS[kind].one,
  }))
}
