import type { ReactElement } from 'react'
import type { Kind } from '../../../adhesion/declaration/declaration-types.ts'
import { Mark } from '../../../content/mark.tsx'
import { formatDateTime } from '../../../lib/dates.ts'
import type { Chrome } from '../../views/chrome.ts'
import { Facts } from '../../views/facts.tsx'
import { Layout } from '../../views/layout.tsx'
import { AS_KIND, SIGNED_TEXTS as T } from '../texts.ts'

type Props = {
  chrome: Chrome
  reference: string
  kind: Kind
  organisationName: string
  signature: { signedAt: Date; fullName: string; versionNumber: number; sha256: string }
  /** The link of a signature given before was opened or sent again. */
  already?: boolean
}

/** The signature is kept: what it says, and what happens next. */
export function SignedPage({
  chrome,
  reference,
  kind,
  organisationName,
  signature,
  already = false,
}: Props): ReactElement {
  const title = already ? T.already : T.title
  return (
    <Layout chrome={chrome} title={title} noindex>
      <div className="sheet">
        <header className="page-head">
          <Mark className="steps-mark" taken={2} />
          <h1>{title}</h1>
          <p className="lead">{already ? T.alreadyLead : T.lead}</p>
        </header>
        <section>
          <h2>{T.evidence}</h2>
          <Facts
            facts={[
              { label: T.labels.reference, value: <strong>{reference}</strong> },
              { label: T.labels.organisation, value: organisationName },
              { label: T.labels.signedAt, value: formatDateTime(signature.signedAt) },
              { label: T.labels.fullName, value: signature.fullName },
              { label: T.labels.version, value: T.versionOf(signature.versionNumber) },
              { label: T.labels.digest, value: <code>{signature.sha256}</code> },
            ]}
          />
        </section>
        <section>
          <h2>{T.next}</h2>
          <ol className="next">
            {T.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p>{T.effective(AS_KIND[kind])}</p>
        </section>
      </div>
    </Layout>
  )
}
