import type { ReactElement } from 'react'
import { Choice } from '../../views/choice.tsx'
import type { Chrome } from '../../views/chrome.ts'
import { Layout } from '../../views/layout.tsx'
import { Pager, type PageOf } from '../../views/pager.tsx'
import { MEMBERS } from './kind.ts'
import { RegionMap, type RegionCount } from './region-map.tsx'
import { DIRECTORY_TEXTS, KIND_LABELS } from './texts.ts'

export type MemberLine = {
  href: string
  name: string
  acronym: string | null
  kind: 'member' | 'partner'
  place: string
}

type Props = {
  chrome: Chrome
  canonical: string
  members: PageOf<MemberLine>
  /** The address of another page of the same list. */
  hrefOf: (page: number) => string
  /** The filter that the list was found by; empty when everybody is shown. */
  search: { words?: string; region?: string; kind?: string; network?: string }
  /** The figures of all members, whatever was looked for. */
  regions: readonly RegionCount[]
  /** The networks that members belong to. */
  networks?: readonly { id: string; name: string; label: string }[]
}

const T = DIRECTORY_TEXTS.members

/** The directory: a search by words, region, kind and network, its result as a list, and the regions. */
export function MembersPage({
  chrome,
  canonical,
  members,
  hrefOf,
  search,
  regions,
  networks = [],
}: Props): ReactElement {
  const searching = Object.keys(search).length > 0
  return (
    <Layout chrome={chrome} title={T.title} description={T.lead} canonical={canonical} noindex={searching}>
      <header className="page-head">
        <h1>{T.title}</h1>
        <p className="lead">{T.lead}</p>
      </header>
      <form className="search" role="search" aria-label={T.search} acceptCharset="utf-8">
        <div className="field">
          <label htmlFor="q">{T.words}</label>
          <input type="search" id="q" name="q" defaultValue={search.words} maxLength={100} />
        </div>
        <Choice
          name="region"
          label={T.region}
          all={T.all}
          chosen={search.region}
          options={regions.map(({ code, name }) => [code, name])}
        />
        <Choice name="qualite" label={T.kind} all={T.all} chosen={search.kind} options={Object.entries(KIND_LABELS)} />
        {networks.length > 0 && (
          <Choice
            name="reseau"
            label={T.network}
            all={T.allNetworks}
            chosen={networks.find(({ id }) => search.network && id.endsWith(search.network))?.name}
            options={networks.map(({ name, label }) => [name, label])}
          />
        )}
        <p className="action">
          <button className="button">{T.submit}</button>
          {searching && <a href={MEMBERS}>{T.reset}</a>}
        </p>
      </form>
      <section aria-labelledby="resultat">
        <h2 id="resultat">{T.count(members.total)}</h2>
        {members.total === 0 ? <p>{T.none}</p> : <MemberList members={members.items} />}
        <Pager {...members} hrefOf={hrefOf} />
      </section>
      {!searching && members.page === 1 && <RegionMap regions={regions} />}
    </Layout>
  )
}

/** Members one under another, each with what it is and where. */
export function MemberList({ members }: { members: readonly MemberLine[] }): ReactElement {
  return (
    <ul className="entries" role="list">
      {members.map(({ href, name, acronym, kind, place }) => (
        <li key={href}>
          <a href={href}>{name}</a>
          {acronym && <span> ({acronym})</span>}
          <p>{[KIND_LABELS[kind], place].filter(Boolean).join(', ')}</p>
        </li>
      ))}
    </ul>
  )
}
