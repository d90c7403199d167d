import type { ReactElement } from 'react'
import type { Chrome } from '../../views/chrome.ts'
import { Layout } from '../../views/layout.tsx'
import { MailWaits } from '../../views/mail-waits.tsx'
import { LINK_MOVED_TEXTS as T } from './link-texts.ts'

/** A correction is kept and has replaced the link it was made by: the new one went to the new address. */
export function LinkMovedPage({
  chrome,
  mailWaitsUntil,
}: {
  chrome: Chrome
  mailWaitsUntil?: Date | undefined
}): ReactElement {
  return (
    <Layout chrome={chrome} title={T.title} noindex>
      <div className="sheet">
        <header className="page-head">
          <h1>{T.title}</h1>
          <p className="lead">{T.lead}</p>
        </header>
        <MailWaits until={mailWaitsUntil} />
        <p>{T.text}</p>
      </div>
    </Layout>
  )
}
