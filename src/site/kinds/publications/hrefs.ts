export const PUBLICATIONS = '/publications'
export const PUBLICATIONS_FEED = '/publications.atom'

/** The address of a publication by its slug. */
export const publicationHref = (slug: string): string => `${PUBLICATIONS}/${slug}`

/** The permanent address of what a publication was in one of its editions. */
export const editionHref = ({ slug, number }: { slug: string; number: number }): string =>
  `${publicationHref(slug)}/v${number}`

/** The address of a stored PDF, which answers to whom may read what it belongs to. */
export const fileHref = (filename: string): string => `/api/files/file/${encodeURIComponent(filename)}`
