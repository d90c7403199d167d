import type { ReactElement } from 'react'
import type { Lang, NavLink } from '../../views/chrome.ts'
import { CHROME_TEXTS } from '../../views/texts.ts'

type Within = { /** Its language again, where the content around it is in another. */ within?: Lang | undefined }

type Crumbs = {
  lang: Lang /** From the front of the site to the page above. */
  above: readonly NavLink[]
  title: string
} & Within

/** The way to a page: the pages above it, and its own name; for search engines too (schema.org, BreadcrumbList). */
export function Crumbs({ lang, within, above, title }: Crumbs): ReactElement {
  return (
    <nav className="crumbs" lang={within} aria-label={CHROME_TEXTS[lang].crumbs}>
      <ol itemScope itemType="https://schema.org/BreadcrumbList">
        {above.map(({ href, label }, index) => (
          <li key={href} itemProp="itemListElement" itemScope itemType="https://schema.org/ListItem">
            <a itemProp="item" href={href}>
              <span itemProp="name">{label}</span>
            </a>
            <meta itemProp="position" content={String(index + 1)} />
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  )
}

/** The pages right below a page. */
export function Below({ lang, within, pages }: { lang: Lang; pages: readonly NavLink[] } & Within): ReactElement {
  return (
    <nav className="below" lang={within} aria-labelledby="sous-pages">
      <h2 id="sous-pages">{CHROME_TEXTS[lang].below}</h2>
      <ul>
        {pages.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
