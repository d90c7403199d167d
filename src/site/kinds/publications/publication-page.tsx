import type { ReactElement, ReactNode } from 'react'
import { safeHref } from '../../../content/href.ts'
import { PUBLICATION_KINDS, THEMES } from '../../../content/publication-kinds.ts'
import { RichText, type ResolveLink } from '../../../content/rich-text.tsx'
import { formatDay } from '../../../lib/dates.ts'
import { REGIONS } from '../../../organisation/region.ts'
import type { Publication } from '../../../payload-types.ts'
import type { AdoptionRecord } from '../../../publications/adoption-record.ts'
import type { Chrome } from '../../views/chrome.ts'
import { FileLink } from '../../views/file-link.tsx'
import { publicationData } from '../../structured-data.ts'
import { Facts, Lines, WebAddress, type Fact } from '../../views/facts.tsx'
import { Layout } from '../../views/layout.tsx'
import { Notice } from '../../views/notice.tsx'
import { Cite, type Citation } from './cite.tsx'
import { Comments, factsOfAdoption } from './adoption.tsx'
import { PUBLICATION_TEXTS } from './texts.ts'

/** The content of a publication, as it is today or as it was in an edition. */
export type Read = Pick<
  Publication,
  | 'title'
  | 'kind'
  | 'abstract'
  | 'pdf'
  | 'errata'
  | 'publishedOn'
  | 'authors'
  | 'themes'
  | 'regions'
  | 'source'
  | 'deadline'
> & { body?: unknown }

type Props = {
  chrome: Chrome
  canonical: string
  backHref: string
  publication: Read
  resolveLink: ResolveLink
  /** How it was adopted. */
  adoption: AdoptionRecord
  /** The edition that is read; null of what appeared before editions were kept. */
  edition: Citation | null
  /** On the page of an edition: the address of the publication as it is today. */
  presentHref?: string
  /** A notice over a draft; it keeps the page out of search engines. */
  banner?: ReactNode
}

const T = PUBLICATION_TEXTS.one

/** A publication: what it is, who wrote and adopted it, its text, what was corrected since, and how to cite it. */
export function PublicationPage({
  chrome,
  canonical,
  backHref,
  publication,
  resolveLink,
  adoption,
  edition,
  presentHref,
  banner,
}: Props): ReactElement {
  const { title, kind, abstract, body, pdf, errata } = publication
  return (
    <Layout
      chrome={chrome}
      title={presentHref && edition ? `${title}, version ${edition.number}` : title}
      description={abstract ?? undefined}
      canonical={canonical}
      noindex={presentHref !== undefined || Boolean(banner)}
      data={publicationData(canonical, publication)}
    >
      {banner}
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
        {presentHref && edition && (
          <Notice
            tone={edition.isNewest ? 'good' : 'warn'}
            title={edition.isNewest ? T.exact(edition.number) : T.older(edition.number)}
          >
            <p>
              <a href={presentHref}>{T.newest}</a>
            </p>
          </Notice>
        )}
        <Facts facts={[...factsOf(publication), ...factsOfAdoption(adoption)]} />
        {pdf && typeof pdf === 'object' && (
          <p>
            <FileLink file={pdf} label={T.pdf} />
          </p>
        )}
        <div className="prose">
          <RichText content={body} resolveLink={resolveLink} />
        </div>
        <Comments adoption={adoption} />
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
        {edition && <Cite title={title} edition={edition} />}
        <p>
          <a href={backHref}>{T.back}</a>
        </p>
      </article>
    </Layout>
  )
}

function factsOf({ kind, publishedOn, authors, themes, regions, source, deadline }: Read): Fact[] {
  const named = (regions ?? []).flatMap((region) =>
    REGIONS.filter(({ code }) => code === region).map(({ name }) => name),
  )
  return [
    { label: T.published, value: <time dateTime={publishedOn}>{formatDay(publishedOn)}</time> },
    ...(authors && authors.length > 0 ? [{ label: T.authors, value: authors.join(', ') }] : []),
    ...(themes && themes.length > 0
      ? [{ label: T.themes, value: themes.map((theme) => THEMES[theme]).join(', ') }]
      : []),
    ...(named.length > 0 ? [{ label: T.regions, value: named.join(', ') }] : []),
    ...(kind === 'watch' && source ? [{ label: T.source, value: sourceOf(source) }] : []),
    ...(kind === 'watch' && deadline
      ? [{ label: T.deadline, value: <time dateTime={deadline}>{formatDay(deadline)}</time> }]
      : []),
  ]
}

function sourceOf(source: string): ReactElement | string {
  const address = /^https?:\/\//.test(source) ? safeHref(source) : null
  return address ? <WebAddress href={address} /> : source
}
