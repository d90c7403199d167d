import type { ReactElement } from 'react'
import { Mark } from '../../../content/mark.tsx'
import { formatDay } from '../../../lib/dates.ts'
import { CharterDocument, effectiveLabel, type CharterVersion } from '../../views/charter-document.tsx'
import type { Chrome, NavLink } from '../../views/chrome.ts'
import { Facts } from '../../views/facts.tsx'
import { Layout } from '../../views/layout.tsx'
import { Notice } from '../../views/notice.tsx'
import { NAME } from '../../views/texts.ts'
import { CHARTER_TEXTS as T } from './texts.ts'

type Props = {
  chrome: Chrome
  canonical?: string | undefined
  charter: CharterVersion & {
    binds: 'member' | 'partner' | 'both'
    /** The address at which the canonical bytes themselves are served. */
    rawHref?: string
    /** The version that has replaced this one, when one has. */
    supersededBy?: { number: number; href: string }
    /** The lines that one fills in by hand on paper; the usual mentions where the version has none. */
    signatureLines?: readonly string[]
    /** The address of the changes since the version before, when there was one. */
    changes?: { before: number; href: string }
  }
  /** Other adopted versions. */
  others?: readonly NavLink[]
}

/** A version of the charter; printed, a document that one can sign. */
export function CharterPage({ chrome, canonical, charter, others = [] }: Props): ReactElement {
  const { number, supersededBy } = charter
  return (
    <Layout
      chrome={chrome}
      title={`${T.title}, ${T.version(number).toLowerCase()}`}
      description={T.lead}
      canonical={canonical}
      kind="document"
    >
      <div className="letterhead" aria-hidden="true">
        <Mark />
        <p>{NAME}</p>
      </div>
      <header className="page-head on-screen">
        <h1>{T.title}</h1>
        <p className="lead">{T.lead}</p>
      </header>
      {supersededBy && (
        <Notice tone="warn" title={T.superseded(supersededBy.number)}>
          <p>
            <a href={supersededBy.href}>{T.readCurrent}</a>
          </p>
        </Notice>
      )}
      <div className="beside">
        <CharterDocument charter={charter} topHeading={2} />
        <aside className="on-screen">
          <Facts
            facts={[
              { label: T.labelVersion, value: String(number) },
              { label: effectiveLabel(charter), value: formatDay(charter.effectiveFrom) },
              { label: T.labelBinds, value: T.binds[charter.binds] },
              { label: T.labelDigest, value: <code>{charter.sha256}</code> },
            ]}
          />
          <p className="small">{T.digestHelp}</p>
          {charter.rawHref && (
            <p>
              <a href={charter.rawHref}>{T.raw}</a>
            </p>
          )}
          {charter.changes && (
            <p>
              <a href={charter.changes.href}>{T.changes.link(charter.changes.before)}</a>
            </p>
          )}
          {!supersededBy && (
            <>
              <h2>{T.printTitle}</h2>
              <p>{T.printHelp}</p>
            </>
          )}
          {others.length > 0 && (
            <>
              <h2>{T.earlier}</h2>
              <ul>
                {others.map(({ href, label }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </aside>
      </div>
      {!supersededBy && <SignatureBlock lines={charter.signatureLines ?? []} />}
    </Layout>
  )
}

/** The page at `/charte` while no charter is in force. */
export function NoCharterPage({ chrome }: { chrome: Chrome }): ReactElement {
  return (
    <Layout chrome={chrome} title={T.title} noindex>
      <h1 className="page-title">{T.none}</h1>
      <p className="lead">{T.noneText}</p>
    </Layout>
  )
}

/** The lines for a signature by hand, shown on paper only. */
function SignatureBlock({ lines }: { lines: readonly string[] }): ReactElement {
  return (
    <section className="to-sign" aria-hidden="true">
      <h2>{T.signature.title}</h2>
      <p>{T.signature.intro}</p>
      <dl>
        {(lines.length > 0 ? lines : T.signature.lines).map((line) => (
          <div key={line}>
            <dt>{line}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </section>
  )
}
