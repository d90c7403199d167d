import type { ReactElement } from 'react'
import { safeHref } from '../../../content/href.ts'
import { formatDay } from '../../../lib/dates.ts'
import type { Chrome } from '../../views/chrome.ts'
import { Facts, Lines, WebAddress, type Fact } from '../../views/facts.tsx'
import { Layout } from '../../views/layout.tsx'
import { MemberList, type MemberLine } from './members-page.tsx'
import { DIRECTORY_TEXTS, KIND_LABELS } from './texts.ts'

type Props = {
  chrome: Chrome
  canonical: string
  member: {
    name: string
    acronym: string | null
    kind: 'member' | 'partner'
    since: string
    city: string | null
    region: { name: string; href: string } | null
    network: { name: string; href: string } | null
    website: string | null
    description: string | null
  }
  /** The members that it federates. */
  federated?: readonly MemberLine[]
  backHref: string
}

const T = DIRECTORY_TEXTS.member

/** The public page of a member: the organisation, never its people. */
export function MemberPage({ chrome, canonical, member, backHref, federated = [] }: Props): ReactElement {
  const { name, acronym, kind, since, city, region, network, website, description } = member
  const address = safeHref(website)
  const facts: Fact[] = [
    { label: T.kind, value: KIND_LABELS[kind] },
    { label: T.since, value: formatDay(since) },
    ...(city ? [{ label: T.city, value: city }] : []),
    ...(region ? [{ label: T.region, value: <a href={region.href}>{region.name}</a> }] : []),
    ...(network ? [{ label: T.network, value: <a href={network.href}>{network.name}</a> }] : []),
    ...(address ? [{ label: T.website, value: <WebAddress href={address} rel="noopener nofollow" /> }] : []),
  ]
  return (
    <Layout chrome={chrome} title={name} description={description ?? undefined} canonical={canonical}>
      <div className="sheet">
        <header className="page-head">
          <p className="eyebrow">{T.eyebrow}</p>
          <h1>{acronym ? `${name} (${acronym})` : name}</h1>
          {description && (
            <p className="lead">
              <Lines lines={description.split(/\r?\n/)} />
            </p>
          )}
        </header>
        <Facts facts={facts} />
        {federated.length > 0 && (
          <section aria-labelledby="reseau">
            <h2 id="reseau">{T.federated}</h2>
            <MemberList members={federated} />
          </section>
        )}
        <p>
          <a href={backHref}>{T.back}</a>
        </p>
      </div>
    </Layout>
  )
}
