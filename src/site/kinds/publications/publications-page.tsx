import type { ReactElement } from 'react'
import { PUBLICATION_KINDS, THEMES } from '../../../content/publication-kinds.ts'
import { formatDay } from '../../../lib/dates.ts'
import { REGIONS } from '../../../organisation/region.ts'
import { publicationHref } from './kind.ts'
import type { Filter, Released } from './released.ts'
import { Choice } from '../../views/choice.tsx'
import type { Chrome } from '../../views/chrome.ts'
import { Layout } from '../../views/layout.tsx'
import { PUBLICATION_TEXTS } from './texts.ts'

type Props = {
  chrome: Chrome
  canonical: string
  feedHref: string
  filter: Filter
  publications: readonly Released[]
  years: readonly string[]
}

const T = PUBLICATION_TEXTS.list

/** What was published, by kind, theme, region and year. */
export function PublicationsPage({ chrome, canonical, feedHref, filter, publications, years }: Props): ReactElement {
  const filtering = Object.keys(filter).length > 0
  const nothing = !filtering && publications.length === 0
  return (
    <Layout
      chrome={chrome}
      title={T.title}
      description={T.lead}
      canonical={canonical}
      noindex={filtering}
      feed={{ href: feedHref, title: T.title }}
    >
      <header className="page-head">
        <h1>{T.title}</h1>
        <p className="lead">{T.lead}</p>
      </header>
      {!nothing && (
        <form className="search" role="search" aria-label={T.filter} acceptCharset="utf-8">
          <Choice
            name="nature"
            label={T.kind}
            all={T.all}
            chosen={filter.kind}
            options={Object.entries(PUBLICATION_KINDS).map(([kind, { many }]) => [kind, many])}
          />
          <Choice
            name="theme"
            label={T.theme}
            all={T.allThemes}
            chosen={filter.theme}
            options={Object.entries(THEMES)}
          />
          <Choice
            name="region"
            label={T.region}
            all={T.all}
            chosen={filter.region}
            options={REGIONS.map(({ code, name }) => [code, name])}
          />
          <Choice
            name="annee"
            label={T.year}
            all={T.all}
            chosen={filter.year}
            options={years.map((year) => [year, year])}
          />
          <p className="action">
            <button className="button">{T.submit}</button>
            {filtering && <a href={canonical}>{T.reset}</a>}
          </p>
        </form>
      )}
      <section aria-labelledby="resultat">
        <h2 id="resultat">{nothing ? T.nothing : T.count(publications.length)}</h2>
        {publications.length > 0 ? <PublicationList publications={publications} /> : !nothing && <p>{T.none}</p>}
      </section>
      <p>
        <a href={feedHref} type="application/atom+xml">
          {T.feed}
        </a>
      </p>
    </Layout>
  )
}

/** Publications one under another, each with what it is, its day and its abstract. */
export function PublicationList({ publications }: { publications: readonly Released[] }): ReactElement {
  return (
    <ul className="entries one" role="list">
      {publications.map(({ id, slug, title, kind, publishedOn, abstract }) => (
        <li key={id}>
          <a href={publicationHref(slug)}>{title}</a>
          <p>
            {PUBLICATION_KINDS[kind].one}, <time dateTime={publishedOn}>{formatDay(publishedOn)}</time>
          </p>
          {abstract && <p>{abstract}</p>}
        </li>
      ))}
    </ul>
  )
}
