import type { ReactElement, ReactNode } from 'react'
import { Colophon } from './around/colophon.tsx'
import { Masthead } from './around/masthead.tsx'
import type { Chrome, Lang } from './chrome.ts'
import { StructuredDataBlock, type StructuredData } from './structured-data.tsx'
import { CHROME_TEXTS, NAME, SHORT_NAME } from './texts.ts'

type Props = {
  chrome: Chrome
  /** The title of the page, without the name of the site. */
  title: string
  description?: string | undefined
  /** The page's one whole address. */
  canonical?: string | undefined
  /** Keeps a page out of search engines: everything that is reached by a link of one's own. */
  noindex?: boolean
  /** The page shows a form that was sent with mistakes: its title says so first. */
  hasErrors?: boolean
  /** The page in each language in which it can be read, this one included, under whole addresses. */
  languages?: readonly LanguageLink[]
  /** The feed that follows what the page lists. */
  feed?: { href: string; title: string }
  /** `document` prints without the site around it, under the association's head. */
  kind?: 'page' | 'document'
  /** The page as one thing of schema.org, for search engines. */
  data?: StructuredData | undefined
  /** The whole address of the picture that is shown where the page is shared; the mark where there is none. */
  picture?: string | undefined
  /** The language of the content, where it is not that of the site around it. */
  contentLang?: Lang | undefined
  children: ReactNode
}

/** The mark on the ground of the site, as large as social networks ask for. */
const SHARED = '/partage.png'

const LOCALES: Record<Lang, string> = { fr: 'fr_FR', en: 'en_GB' }

export type LanguageLink = { lang: Lang; href: string }

/** A whole HTML document: skip link, header, content, footer. No script, no inline style. */
export function Layout({
  chrome,
  title,
  description,
  canonical,
  noindex = false,
  hasErrors = false,
  languages = [],
  feed,
  kind = 'page',
  data,
  picture,
  contentLang,
  children,
}: Props): ReactElement {
  const { lang, assets } = chrome
  const texts = CHROME_TEXTS[lang]
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <title>{`${hasErrors ? texts.error : ''}${title === NAME ? `${SHORT_NAME} – ${NAME}` : `${title} – ${SHORT_NAME}`}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#fbf9f4" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#10211f" media="(prefers-color-scheme: dark)" />
        <meta name="format-detection" content="telephone=no" />
        {description && <meta name="description" content={description} />}
        {noindex && <meta name="robots" content="noindex, nofollow" />}
        {canonical && <link rel="canonical" href={canonical} />}
        {languages.length > 1 &&
          languages.map((each) => <link key={each.lang} rel="alternate" hrefLang={each.lang} href={each.href} />)}
        {feed && <link rel="alternate" type="application/atom+xml" href={feed.href} title={feed.title} />}
        <meta property="og:title" content={title} />
        <meta property="og:site_name" content={NAME} />
        {description && <meta property="og:description" content={description} />}
        {canonical && <meta property="og:url" content={canonical} />}
        {canonical && <meta property="og:image" content={picture ?? new URL(SHARED, canonical).href} />}
        <meta property="og:type" content="website" />
        <meta property="og:locale" content={LOCALES[lang]} />
        <link rel="preload" href={assets.font} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="stylesheet" href={assets.stylesheet} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {data && <StructuredDataBlock data={data} />}
      </head>
      <body className={kind === 'document' ? 'is-document' : undefined}>
        <a className="skip" href="#contenu">
          {texts.skip}
        </a>
        <Masthead chrome={chrome} other={otherLanguage(chrome, languages)} />
        <main id="contenu" tabIndex={-1} lang={contentLang}>
          {children}
        </main>
        <Colophon chrome={chrome} />
      </body>
    </html>
  )
}

/** The page in the other language where it can be read so, the front of the site where it cannot. */
function otherLanguage({ lang, otherHome }: Chrome, languages: readonly LanguageLink[]) {
  const same = languages.find((each) => each.lang !== lang)
  if (same) return { ...same, isThisPage: true }
  return otherHome
    ? { lang: lang === 'fr' ? ('en' as const) : ('fr' as const), href: otherHome, isThisPage: false }
    : undefined
}
