import type { ReactElement } from 'react'
import type { Chrome } from '../../views/chrome.ts'
import { Layout } from '../../views/layout.tsx'
import type { Listed } from '../events/published.ts'
import type { Released } from '../publications/released.ts'
import { EventList } from '../events/events-page.tsx'
import { PublicationList } from '../publications/publications-page.tsx'
import { MemberList, type MemberLine } from './members-page.tsx'
import { DIRECTORY_TEXTS } from './texts.ts'

type Props = {
  chrome: Chrome
  canonical: string
  name: string
  members: readonly MemberLine[]
  /** The events to come in the region. */
  events: readonly Listed[]
  /** About the region by name. */
  publications: readonly Released[]
  membersHref: string
  joinHref: string
}

const T = DIRECTORY_TEXTS.region

/** A region: who is established there, what is held there soon, and what was published about it. */
export function RegionPage({
  chrome,
  canonical,
  name,
  members,
  events,
  publications,
  membersHref,
  joinHref,
}: Props): ReactElement {
  return (
    <Layout chrome={chrome} title={name} canonical={canonical}>
      <header className="page-head">
        <p className="eyebrow">{T.eyebrow}</p>
        <h1>{name}</h1>
      </header>
      <section aria-labelledby="membres">
        <h2 id="membres">{members.length > 0 ? DIRECTORY_TEXTS.members.count(members.length) : T.noneTitle}</h2>
        {members.length > 0 ? <MemberList members={members} /> : <p>{T.none}</p>}
      </section>
      {events.length > 0 && (
        <section aria-labelledby="evenements">
          <h2 id="evenements">{T.events}</h2>
          <EventList events={events} />
        </section>
      )}
      {publications.length > 0 && (
        <section aria-labelledby="publications">
          <h2 id="publications">{T.publications}</h2>
          <PublicationList publications={publications} />
        </section>
      )}
      <p className="action">
        <a className="button" href={joinHref}>
          {T.join}
        </a>
        <a href={membersHref}>{T.others}</a>
      </p>
    </Layout>
  )
}
