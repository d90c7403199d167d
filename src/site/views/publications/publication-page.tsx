import type { ReactElement } from 'react'
import { safeHref } from '../../../content/href.ts'
import { PUBLICATION_KINDS, THEMES } from '../../../content/publication-kinds.ts'
import { RichText, type ResolveLink } from '../../../content/rich-text.tsx'
import { formatDay } from '../../../lib/dates.ts'
import { REGIONS } from '../../../organisation/region.ts'
import type { Publication } from '../../../payload-types.ts'
import type { Chrome } from '../chrome.ts'
import { FileLink } from '../file-link.tsx'
import { Facts, Lines, WebAddress, type Fact } from '../facts.tsx'
import { Layout } from '../layout.tsx'
import { PUBLICATION_TEXTS } from './texts.ts'

type Props = { chrome: Chrome; canonical: string; backHref: string; publication: Publication; resolveLink: ResolveLink }

const T = PUBLICATION_TEXTS.one

/** A publication: what it is, who wrote it, its text, and what was corrected since. */
export function PublicationPage({ chrome, canonical, backHref, publication, resolveLink }: Props): ReactElement {
  const { title, kind, abstract, body, pdf, errata } = publication
  return (
    <Layout chrome={chrome} title={title} description={abstract ?? undefined} canonical={canonical}>
      <article className="sheet">
        <header className="page-head">
          <p className="eyebrow">{PUBLICATION_KINDS[kind].one}</p>
          <h1>{title}</h1>
          {abstract && (
            <p className="lead">
              <Lines lines={abstract.split(/\r?\n/)} />
            </p>
          )}
        </header>
        <Facts facts={factsOf(publication)} />
        {pdf && typeof pdf === 'object' && (
          <p>
            <FileLink file={pdf} label={T.pdf} />
          </p>
        )}
        <div className="prose">
          <RichText content={body} resolveLink={resolveLink} />
        </div>
        {errata && errata.length > 0 && (
          <section aria-labelledby="errata">
            <h2 id="errata">{T.errata}</h2>
            <ul>
              {errata.map(({ id, day, text }) => (
                <li key={id}>
                  <strong>{T.erratum(formatDay(day))}</strong> <Lines lines={text.split(/\r?\n/)} />
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

function factsOf({ kind, publishedOn, authors, themes, regions, source, deadline }: Publication): Fact[] {
  const named = (regions ?? []).flatMap((region) => REGIONS.filter(({ code }) => code === region).map(({ name }) => name))
  return [
    { label: T.published, value: <time dateTime={publishedOn}>{formatDay(publishedOn)}</time> },
    ...(authors && authors.length > 0 ? [{ label: T.authors, value: authors.join(', ') }] : []),
    ...(themes && themes.length > 0 ? [{ label: T.themes, value: themes.map((theme) => THEMES[theme]).join(', ') }] : []),
    ...(named.length > 0 ? [{ label: T.regions, value: named.join(', ') }] : []),
    ...(kind === 'watch' && source ? [{ label: T.source, value: sourceOf(source) }] : []),
    ...(kind === 'watch' && deadline ? [{ label: T.deadline, value: <time dateTime={deadline}>{formatDay(deadline)}</time> }] : []),
  ]
}

function sourceOf(source: string): ReactElement | string {
  const address = /^https?:\/\//.test(source) ? safeHref(source) : null
  return address ? <WebAddress href={address} /> : source
}
