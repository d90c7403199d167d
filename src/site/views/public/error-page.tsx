import type { ReactElement } from 'react'
import { Mark } from '../../../content/mark.tsx'
import type { Chrome } from '../chrome.ts'
import { Layout } from '../layout.tsx'
import { ERROR_LABELS, ERROR_TEXTS, type ErrorStatus } from './texts.ts'

type Props = {
  chrome: Chrome
  status: ErrorStatus
  /** Seconds of `Retry-After`, when the answer has one. */
  retryAfter?: number | undefined
  /** The number of the request, by which a report finds the line of the log. */
  requestId?: string | undefined
}

/** The statuses at which what was looked for may stand elsewhere on the site. */
const LOST: ReadonlySet<ErrorStatus> = new Set([404, 410])

/** An error page: what happened and what to do next, in place of the page that was asked for. */
export function ErrorPage({ chrome, status, retryAfter, requestId }: Props): ReactElement {
  const text = ERROR_TEXTS[chrome.lang][status]
  const labels = ERROR_LABELS[chrome.lang]
  return (
    <Layout chrome={chrome} title={text.title} noindex>
      <div className="dead-end">
        <Mark taken={0} className="empty-hall" />
        <p className="eyebrow">{labels.code(status)}</p>
        <h1>{text.title}</h1>
        <p className="lead">{text.text}</p>
        <h2>{labels.next}</h2>
        <ul>
          {retryAfter !== undefined && <li>{labels.wait(retryAfter)}</li>}
          {text.next.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <p className="action">
          <a className="button" href={chrome.home}>
            {labels.home}
          </a>
          {LOST.has(status) && (
            <a href="/recherche" hrefLang="fr">
              {labels.search}
            </a>
          )}
        </p>
        {requestId && (
          <p className="small">
            {labels.reference} <code>{requestId}</code>
          </p>
        )}
      </div>
    </Layout>
  )
}
