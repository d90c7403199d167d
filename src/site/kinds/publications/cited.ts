import { parisDay } from '../../../lib/dates.ts'
import { THEMES, type Theme } from '../../../content/publication-kinds.ts'
import { REGIONS, type RegionCode } from '../../../organisation/region.ts'
import type { Citation } from './cite.tsx'
import type { Read } from './publication-page.tsx'
import type { Cited, Edition } from './editions.ts'
import { editionHref } from './kind.ts'

/** How an edition is cited, beside the others of its publication. */
export function citationOf(origin: string, edition: Edition, editions: readonly Edition[]): Citation {
  const named = (each: Edition) => ({
    number: each.number,
    day: parisDay(new Date(each.publishedAt)),
    href: origin + editionHref(each),
  })
  return {
    ...named(edition),
    sha256: edition.contentHash,
    isNewest: editions[0]?.id === edition.id,
    others: editions.filter(({ id }) => id !== edition.id).map(named),
  }
}

/** An edition as its page reads it: its own content, and the day on which it appeared. Errata came after it. */
export function asEdited({ edition, content, pdf, body }: Cited): Read {
  const { title, kind, abstract, source, deadline, authors, themes, regions } = content
  return {
    title,
    kind,
    abstract,
    body,
    source,
    deadline,
    authors,
    pdf,
    publishedOn: parisDay(new Date(edition.publishedAt)),
    themes: themes.filter(isTheme),
    regions: regions.filter(isRegion),
    errata: [],
  }
}

const isRegion = (region: string): region is RegionCode => REGIONS.some(({ code }) => code === region)

const isTheme = (theme: string): theme is Theme => Object.hasOwn(THEMES, theme)
