import type { ReactElement } from 'react'

/** One thing of schema.org, which search engines read of a page. */
export type StructuredData = Readonly<Record<string, unknown>>

/**
 * A block of data, which no browser runs and no policy has to let through. Nothing in it can end its element or open a
 * comment: every `<` is written as JSON writes what it may not show.
 */
export function StructuredDataBlock({ data }: { data: StructuredData }): ReactElement {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(/</g, '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
