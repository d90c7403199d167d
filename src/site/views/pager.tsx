import type { ReactElement } from 'react'
import { fr } from '../../content/typography.ts'

/** One page of a list that has several, counted from 1. */
export type PageOf<Item> = { items: readonly Item[]; page: number; pages: number; total: number }

const T = {
  name: 'Pages de la liste',
  before: 'Page précédente',
  after: 'Page suivante',
  present: (page: number, pages: number) => fr`Page ${page} sur ${pages}`,
}

/** Cuts a list into pages, and gives the one that is asked for: the first for what is no number, the last for one beyond it. */
export function pageOf<Item>(all: readonly Item[], asked: string, size: number): PageOf<Item> {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(pages, /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1)
  return { items: all.slice((page - 1) * size, page * size), page, pages, total: all.length }
}

/** The ways to the pages before and after; nothing for a list that is one page. */
export function Pager({
  page,
  pages,
  hrefOf,
}: {
  page: number
  pages: number
  hrefOf: (page: number) => string
}): ReactElement | null {
  if (pages === 1) return null
  return (
    <nav className="pager" aria-label={T.name}>
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          {T.before}
        </a>
      )}
      <span>{T.present(page, pages)}</span>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          {T.after}
        </a>
      )}
    </nav>
  )
}
