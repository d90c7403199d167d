import type { ReactElement } from 'react'
import { formatDateTime } from '../../../lib/dates.ts'
import type { Chrome } from '../chrome.ts'
import { Layout } from '../layout.tsx'
import { Notice } from '../notice.tsx'
import { PREVIEW_TEXTS as T } from './texts.ts'

/** Says over a draft that it is one, and until when its link shows it. */
export function PreviewBanner({ until }: { until: Date }): ReactElement {
  return (
    <Notice tone="warn" title={T.title}>
      <p>{T.until(formatDateTime(until))}</p>
    </Notice>
  )
}

/** The page of a link to a preview whose time is over. */
export function PreviewOverPage({ chrome }: { chrome: Chrome }): ReactElement {
  return (
    <Layout chrome={chrome} title={T.over} noindex>
      <h1 className="page-title">{T.over}</h1>
      <p className="lead">{T.askAgain}</p>
    </Layout>
  )
}

/** The page of a draft that lacks the facts its page is made of. */
export function PreviewTooEarlyPage({ chrome }: { chrome: Chrome }): ReactElement {
  return (
    <Layout chrome={chrome} title={T.untitled} noindex>
      <h1 className="page-title">{T.untitled}</h1>
      <p className="lead">{T.tooEarly}</p>
    </Layout>
  )
}
