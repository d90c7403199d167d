import type { ReactElement } from 'react'
import { Mark } from '../../../content/mark.tsx'
import type { Chrome, Lang } from '../chrome.ts'
import { CHROME_TEXTS, NAME } from '../texts.ts'
import { Links } from './links.tsx'

/** The present page, or else the front of the site, in another language. */
type OtherLanguage = { lang: Lang; href: string; isThisPage: boolean }

/**
 * The head of a page, in one row. Where it is narrow the row opens below the mark by a `details` that stands before it: the style sheet
 * shows what follows an open one, so that nothing is there twice.
 */
export function Masthead({ chrome, other }: { chrome: Chrome; other: OtherLanguage | undefined }): ReactElement {
  const { lang, nav, join, search, home } = chrome
  const texts = CHROME_TEXTS[lang]
  return (
    <header className="masthead">
      <a className="brand" href={home} title={texts.toHome}>
        <Mark />
        <span lang="fr">{NAME}</span>
      </a>
      {(nav.length > 0 || join) && (
        <>
          <details className="menu">
            <summary>{texts.menu}</summary>
          </details>
          <div className="row">
            {nav.length > 0 && (
              <nav aria-label={texts.nav}>
                <Links links={nav} />
              </nav>
            )}
            {search && (
              <a className="to-search" href={search.href}>
                <Glass />
                <span>{search.label}</span>
              </a>
            )}
            <Languages lang={lang} other={other} />
            {join && (
              <a className="button" href={join.href} aria-current={join.current ? 'page' : undefined}>
                {join.label}
              </a>
            )}
          </div>
        </>
      )}
      {nav.length === 0 && !join && <Languages lang={lang} other={other} />}
    </header>
  )
}

/** The languages of the site: the present one, and the way to the other. */
function Languages({ lang, other }: { lang: Lang; other: OtherLanguage | undefined }): ReactElement | null {
  if (!other) return null
  const { readHere, siteHere } = CHROME_TEXTS[other.lang]
  const shown: Lang[] = ['fr', 'en']
  return (
    <nav className="languages" aria-label={CHROME_TEXTS[lang].languages}>
      <ul>
        {shown.map((each) =>
          each === lang ? (
            <li key={each} aria-current="true">
              {each.toUpperCase()}
            </li>
          ) : (
            <li key={each}>
              <a href={other.href} lang={each} hrefLang={each}>
                {each.toUpperCase()}
                <span className="away"> – {other.isThisPage ? readHere : siteHere}</span>
              </a>
            </li>
          ),
        )}
      </ul>
    </nav>
  )
}

const Glass = (): ReactElement => (
  <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <path
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      d="M15.5 15.5 21 21M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z"
    />
  </svg>
)
