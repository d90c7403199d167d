import type { ReactElement } from 'react'
import { MANDATE_ROLE_LABELS } from '../../../governance/mandate-roles.ts'
import { formatDay } from '../../../lib/dates.ts'
import type { Holder } from './bodies.ts'
import type { Chrome } from '../../views/chrome.ts'
import { Lines } from '../../views/facts.tsx'
import { Layout } from '../../views/layout.tsx'
import { DIRECTORY_TEXTS } from '../members/texts.ts'

export type BodyShown = {
  name: string
  slug: string
  mission: string | null
  openTo: 'member' | 'partner' | 'both' | null
  isAssembly: boolean
  holders: readonly Holder[]
  former: readonly Holder[]
  href: string
}

const T = DIRECTORY_TEXTS.bodies

/** The page of all bodies, each with those who hold a mandate in it today. */
export function BodiesPage({
  chrome,
  canonical,
  bodies,
}: {
  chrome: Chrome
  canonical: string
  bodies: readonly BodyShown[]
}): ReactElement {
  return (
    <Layout chrome={chrome} title={T.title} description={T.lead} canonical={canonical}>
      <header className="page-head">
        <h1>{T.title}</h1>
        <p className="lead">{T.lead}</p>
      </header>
      {bodies.map(({ name, slug, mission, openTo, holders, href }) => (
        <section key={slug} className="body" aria-labelledby={slug}>
          <h2 id={slug}>
            <a href={href}>{name}</a>
          </h2>
          {mission && <p>{mission}</p>}
          {openTo && <p>{T.open[openTo]}</p>}
          {holders.length > 0 && (
            <ul className="seats" role="list">
              {holders.map(({ id, name: holder, role }) => (
                <li key={id}>
                  <strong>{holder}</strong>
                  <span>{MANDATE_ROLE_LABELS[role]}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </Layout>
  )
}

/** A body: what it is for, who sits in it and since when, and who has left within a year. */
export function BodyPage({
  chrome,
  canonical,
  body,
  backHref,
}: {
  chrome: Chrome
  canonical: string
  body: BodyShown
  backHref: string
}): ReactElement {
  const { name, mission, openTo, isAssembly, holders, former } = body
  return (
    <Layout chrome={chrome} title={name} description={mission ?? undefined} canonical={canonical}>
      <div className="sheet">
        <header className="page-head">
          <p className="eyebrow">
            <a href={backHref}>{T.title}</a>
          </p>
          <h1>{name}</h1>
          {mission && (
            <p className="lead">
              <Lines lines={mission.split(/\r?\n/)} />
            </p>
          )}
        </header>
        {openTo && <p>{T.open[openTo]}</p>}
        <section aria-labelledby="sieges">
          <h2 id="sieges">{T.holders}</h2>
          {holders.length > 0 ? (
            <Seats holders={holders} day="firstDay" label={T.since} />
          ) : (
            <p>{isAssembly ? T.allMeet : T.vacant}</p>
          )}
        </section>
        {former.length > 0 && (
          <section aria-labelledby="anciens">
            <h2 id="anciens">{T.former}</h2>
            <Seats holders={former} day="lastDay" label={T.until} />
          </section>
        )}
      </div>
    </Layout>
  )
}

function Seats({
  holders,
  day,
  label,
}: {
  holders: readonly Holder[]
  day: 'firstDay' | 'lastDay'
  label: string
}): ReactElement {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{T.name}</th>
          <th scope="col">{T.role}</th>
          <th scope="col">{label}</th>
        </tr>
      </thead>
      <tbody>
        {holders.map((holder) => (
          <tr key={holder.id}>
            <th scope="row">{holder.name}</th>
            <td>{MANDATE_ROLE_LABELS[holder.role]}</td>
            <td>{formatDay(holder[day] ?? '')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
