import type { ReactElement, ReactNode } from 'react'
import { REGIONS } from '../../organisation/region.ts'
import { Choice } from './choice.tsx'
import type { Chrome } from './chrome.ts'
import { Layout } from './layout.tsx'

type Texts = {
  title: string
  lead: string
  filter: string
  region: string
  allRegions: string
  year: string
  allYears: string
  submit: string
  reset: string
  feed: string
}

type Props = {
  chrome: Chrome
  canonical: string
  feedHref: string
  texts: Texts
  filter: { region?: string; year?: string }
  years: readonly string[]
  /** Whether anything is filtered by, be it by a choice of the list's own. */
  filtering: boolean
  /** The choices that stand before region and year; null where there is nothing to filter, and the form is left out. */
  choices: ReactNode
  children: ReactNode
}

/** A list of the site with its filters above it, and below it the feed of what is new. */
export function FilteredList(props: Props): ReactElement {
  const { chrome, canonical, feedHref, texts, filter, years, filtering, choices, children } = props
  return (
    <Layout
      chrome={chrome}
      title={texts.title}
      description={texts.lead}
      canonical={canonical}
      noindex={filtering}
      feed={{ href: feedHref, title: texts.title }}
    >
      <header className="page-head">
        <h1>{texts.title}</h1>
        <p className="lead">{texts.lead}</p>
      </header>
      {choices !== null && (
        <form className="search" role="search" aria-label={texts.filter} acceptCharset="utf-8">
          {choices}
          <Choice
            name="region"
            label={texts.region}
            all={texts.allRegions}
            chosen={filter.region}
            options={REGIONS.map(({ code, name }) => [code, name])}
          />
          <Choice
            name="annee"
            label={texts.year}
            all={texts.allYears}
            chosen={filter.year}
            options={years.map((year) => [year, year])}
          />
          <p className="action">
            <button className="button">{texts.submit}</button>
            {filtering && <a href={canonical}>{texts.reset}</a>}
          </p>
        </form>
      )}
      {children}
      <p>
        <a href={feedHref} type="application/atom+xml">
          {texts.feed}
        </a>
      </p>
    </Layout>
  )
}
