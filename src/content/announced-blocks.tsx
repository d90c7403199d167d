import type { ReactElement } from 'react'
import { BLOCK_TEXTS } from './block-texts.ts'
import { DateBlock } from './date-block.tsx'
import type { Announced, BlockData, ComingEventsBlock, LatestPublicationsBlock } from './page-block.ts'

type Today = { data: BlockData; lang: 'fr' | 'en' }

/** How many are shown: the rest stands on the page that lists all. */
const MOST = 3

/** The block of the latest publications, of one kind where the editor chose one. */
export function LatestPublications({ title, kind, data, lang }: LatestPublicationsBlock & Today): ReactElement {
  const { nothingPublished, allPublications } = BLOCK_TEXTS[lang]
  return (
    <Announcements
      title={title}
      list={data.publications.filter((each) => !kind || each.kind === kind)}
      none={nothingPublished}
      allHref="/publications"
      all={allPublications}
    />
  )
}

/** The block of the next events. */
export function ComingEvents({ title, data, lang }: ComingEventsBlock & Today): ReactElement {
  const { nothingComing, allEvents } = BLOCK_TEXTS[lang]
  return <Announcements title={title} list={data.events} none={nothingComing} allHref="/evenements" all={allEvents} />
}

type Props = {
  title: string | null | undefined
  list: readonly Announced[]
  none: string
  allHref: string
  all: string
}

function Announcements({ title, list, none, allHref, all }: Props): ReactElement {
  return (
    <section>
      {title && <h2>{title}</h2>}
      {list.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul className="entries" role="list">
          {list.slice(0, MOST).map(({ href, title: name, about, startsAt }) => (
            <li key={href} lang="fr" className={startsAt && 'dated'}>
              {startsAt && <DateBlock at={startsAt} />}
              <a href={href}>{name}</a>
              <p>{about}</p>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={allHref}>{all}</a>
      </p>
    </section>
  )
}
