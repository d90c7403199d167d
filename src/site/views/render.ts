import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** A view as the HTML that is sent. */
export function renderPage(view: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(view)}`
}

/** A part of a page as HTML, without what is around it. */
export const renderPart = (view: ReactElement): string => renderToStaticMarkup(view)
