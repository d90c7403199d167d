import type { ReactElement } from 'react'
import { PUBLICATION_KINDS, THEMES } from '../../../content/publication-kinds.ts'
import { formatDay } from '../../../lib/dates.ts'
import { publicationHref } from './kind.ts'
import type { Filter, Released } from './released.ts'
import { Choice } from '../../views/choice.tsx'
import type { Chrome } from '../../views/chrome.ts'
import { FilteredList } from '../../views/filtered-list.tsx'
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

/** The list of publications, filtered by kind, theme, region and year. */
export function PublicationsPage({ chrome, canonical, feedHref, filter, publications, years }: Props): ReactElement {
  const filtering = Object.keys(filter).length > 0
  const nothing = !filtering && publications.length === 0
  return (
    <FilteredList
      {...{ chrome, canonical, feedHref, filter, years, filtering }}
      texts={{ ...T, allRegions: T.all, allYears: T.all }}
      choices={
        nothing ? null : (
          <>
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
          </>
        )
      }
    >
      <section aria-labelledby="resultat">
        <h2 id="resultat">{nothing ? T.nothing : T.count(publications.length)}</h2>
        {publications.length > 0 ? <PublicationList publications={publications} /> : !nothing && <p>{T.none}</p>}
      </section>
    </FilteredList>
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
