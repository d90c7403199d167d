import type { ReactElement } from 'react'
import { DOCUMENT_KINDS } from '../../../content/document-kinds.ts'
import { formatDay } from '../../../lib/dates.ts'
import type { Document } from '../../../payload-types.ts'
import type { Chrome } from '../../views/chrome.ts'
import { FileLink } from '../../views/file-link.tsx'
import { Layout } from '../../views/layout.tsx'

const T = {
  title: 'Documents',
  lead: 'Statuts, règlement, comptes et rapports de l’association.',
  none: 'Aucun document n’est encore publié.',
} as const

/** The public documents of the association, year by year. */
export function DocumentsPage({
  chrome,
  canonical,
  years,
}: {
  chrome: Chrome
  canonical: string
  years: readonly [string, readonly Document[]][]
}): ReactElement {
  return (
    <Layout chrome={chrome} title={T.title} description={T.lead} canonical={canonical}>
      <header className="page-head">
        <h1>{T.title}</h1>
        <p className="lead">{T.lead}</p>
      </header>
      {years.length === 0 && <p>{T.none}</p>}
      {years.map(([year, documents]) => (
        <section key={year} aria-labelledby={`annee-${year}`}>
          <h2 id={`annee-${year}`}>{year}</h2>
          <ul className="entries one" role="list">
            {documents.map(({ id, title, kind, day, file }) => (
              <li key={id}>
                {typeof file === 'object' ? <FileLink file={file} label={title} /> : title}
                <p>
                  {DOCUMENT_KINDS[kind]}, <time dateTime={day}>{formatDay(day)}</time>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  )
}
