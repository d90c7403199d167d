import type { ReactElement, ReactNode } from 'react'
import { EVENT_KINDS } from '../../../content/event-kinds.ts'
import { safeHref } from '../../../content/href.ts'
import { RichText, type ResolveLink } from '../../../content/rich-text.tsx'
import { REGIONS } from '../../../organisation/region.ts'
import type { Event } from '../../../payload-types.ts'
import { regionHref } from '../members/kind.ts'
import { calendarHref } from './kind.ts'
import { eventData } from '../../structured-data.ts'
import type { Chrome } from '../../views/chrome.ts'
import { Facts, Lines, WebAddress, type Fact } from '../../views/facts.tsx'
import { FileLink } from '../../views/file-link.tsx'
import { Layout } from '../../views/layout.tsx'
import { EVENT_TEXTS } from './texts.ts'
import { When } from './when.tsx'

type Props = {
  chrome: Chrome
  canonical: string
  backHref: string
  event: Event
  isOver: boolean
  resolveLink: ResolveLink
  /** A notice over a draft; it keeps the page out of search engines. */
  banner?: ReactNode
}

const T = EVENT_TEXTS.one

/** An event: when and where, what happens there and who speaks, and its documents afterwards. */
export function EventPage({ chrome, canonical, backHref, event, isOver, resolveLink, banner }: Props): ReactElement {
  const { title, slug, kind, state, summary, programme, speakers, documents } = event
  const hasProgramme = (programme?.root.children.length ?? 0) > 0
  return (
    <Layout
      chrome={chrome}
      title={title}
      description={summary ?? undefined}
      canonical={canonical}
      noindex={Boolean(banner)}
      data={eventData(canonical, event)}
    >
      {banner}
      <article className="sheet">
        <header className="page-head">
          <p className="eyebrow">{EVENT_KINDS[kind]}</p>
          <h1>{title}</h1>
          {summary && (
            <p className="lead">
              <Lines lines={summary.split(/\r?\n/)} />
            </p>
          )}
        </header>
        {state === 'cancelled' || state === 'postponed' ? (
          <p className="notice">
            <strong>{T[state]}</strong>
          </p>
        ) : (
          isOver && <p>{T.over}</p>
        )}
        <Facts facts={factsOf(event)} />
        {!isOver && (
          <p>
            <a href={calendarHref(slug)} type="text/calendar">
              {T.calendar}
            </a>
          </p>
        )}
        {documents && documents.length > 0 && (
          <section aria-labelledby="documents">
            <h2 id="documents">{T.documents}</h2>
            <ul>
              {documents.map(({ id, title: name, file }) => (
                <li key={id}>{typeof file === 'object' ? <FileLink file={file} label={name} /> : name}</li>
              ))}
            </ul>
          </section>
        )}
        {hasProgramme && (
          <section aria-labelledby="programme">
            <h2 id="programme">{T.programme}</h2>
            <div className="prose">
              <RichText content={programme} resolveLink={resolveLink} />
            </div>
          </section>
        )}
        {speakers && speakers.length > 0 && (
          <section aria-labelledby="intervenants">
            <h2 id="intervenants">{T.speakers}</h2>
            <ul>
              {speakers.map(({ id, name, role }) => (
                <li key={id}>
                  <strong>{name}</strong>
                  {role && `, ${role}`}
                </li>
              ))}
            </ul>
          </section>
        )}
        <p>
          <a href={backHref}>{T.back}</a>
        </p>
      </article>
    </Layout>
  )
}

function factsOf({ startsAt, endsAt, place, link, region: code }: Event): Fact[] {
  const region = REGIONS.find((each) => each.code === code)
  const address = safeHref(link)
  return [
    { label: T.when, value: <When startsAt={startsAt} endsAt={endsAt} /> },
    ...(place ? [{ label: T.place, value: <Lines lines={place.split(/\r?\n/)} /> }] : []),
    ...(address ? [{ label: place ? T.register : T.link, value: <WebAddress href={address} /> }] : []),
    ...(region ? [{ label: T.region, value: <a href={regionHref(region)}>{region.name}</a> }] : []),
  ]
}
