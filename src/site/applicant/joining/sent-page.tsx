import type { ReactElement } from 'react'
import type { Chrome } from '../../views/chrome.ts'
import { Facts, Reference, type Fact } from '../../views/facts.tsx'
import { Layout } from '../../views/layout.tsx'
import { MailWaits } from '../../views/mail-waits.tsx'
import { Steps } from '../../views/steps.tsx'
import { JOINING_TEXTS } from './texts.ts'

const T = JOINING_TEXTS.sent

type Props = {
  chrome: Chrome
  reference: string
  /** Where the e-mails went, for a while: who mistyped an address sees it here. */
  sentTo: { representative: string; contact: string | null } | null
  mailWaitsUntil?: Date | undefined
  lostLinkHref: string
}

/** The end of the form: what happens next and how long it takes. */
export function SentPage({ chrome, reference, sentTo, mailWaitsUntil, lostLinkHref }: Props): ReactElement {
  const facts: Fact[] = [
    { label: T.reference, value: <Reference>{reference}</Reference> },
    ...(sentTo ? [{ label: T.signatureTo, value: sentTo.representative }] : []),
    ...(sentTo ? [{ label: T.receiptTo, value: sentTo.contact ?? sentTo.representative }] : []),
  ]
  return (
    <Layout chrome={chrome} title={T.title} noindex>
      <div className="sheet">
        <header className="page-head">
          <h1>{T.title}</h1>
        </header>
        <Facts facts={facts} />
        {sentTo && <p>{T.mistyped}</p>}
        <MailWaits until={mailWaitsUntil} />
        <Steps title={T.nextTitle} steps={T.steps} />
        <p>
          <a href={lostLinkHref}>{T.lost}</a>
        </p>
      </div>
    </Layout>
  )
}
