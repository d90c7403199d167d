import type { ReactElement } from 'react'
import type { Chrome } from '../chrome.ts'
import { Layout } from '../layout.tsx'
import { MemberList, type MemberLine } from './members-page.tsx'
import { DIRECTORY_TEXTS } from './texts.ts'

type Props = { chrome: Chrome; canonical: string; name: string; members: readonly MemberLine[]; membersHref: string; joinHref: string }

const T = DIRECTORY_TEXTS.region

/** A region and who is established there. */
export function RegionPage({ chrome, canonical, name, members, membersHref, joinHref }: Props): ReactElement {
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
      <p className="action">
        <a className="button" href={joinHref}>
          {T.join}
        </a>
        <a href={membersHref}>{T.others}</a>
      </p>
    </Layout>
  )
}
