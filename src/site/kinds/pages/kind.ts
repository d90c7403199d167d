import { published, type PublicKindOf } from '../../../content/public-kind.ts'

/** Pages that editors write: right below the root, each below its parent, in French and in English. */
export const PAGE_KIND: PublicKindOf<'pages'> = {
  collection: 'pages',
  at: '',
  readable: published,
  segments: ['slug', 'englishSlug'],
  linked: true,
}
