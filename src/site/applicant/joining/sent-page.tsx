import type { ReactElement } from 'react'
import type { Chrome } from '../../views/chrome.ts'
import { Facts, Reference } from '../../views/facts.tsx'
import { Layout } from '../../views/layout.tsx'
import { MailWaits } from '../../views/mail-waits.tsx'
import { JOINING_TEXTS } from './texts.ts'

const T = JOINING_TEXTS.sent

type Props = { chrome: Chrome; reference: string | null; mailWaitsUntil?: Date | undefined; lostLinkHref: string }

/** The end of the form: what happens next and how long it takes. */
export function SentPage({ chrome, reference, mailWaitsUntil, lostLinkHref }: Props): ReactElement {
  return (
    <Layout chrome={chrome} title={T.title} noindex>
      <div className="sheet">
        <header className="page-head">
          <h1>{T.title}</h1>
        </header>
        {reference !== null && <Facts facts={[{ label: T.reference, value: <Reference>{reference}</Reference> }]} />}
        <MailWaits until={mailWaitsUntil} />
        <section className="joining">
          <h2>{T.nextTitle}</h2>
          <ol>
            {T.steps.map(({ title, text }) => (
              <li key={title}>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </section>
        <p>
          <a href={lostLinkHref}>{T.lost}</a>
        </p>
      </div>
    </Layout>
  )
}
