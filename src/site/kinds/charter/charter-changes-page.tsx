import { Fragment, type ReactElement } from 'react'
import type { Change } from '../../../content/words-changed.ts'
import type { Chrome } from '../../views/chrome.ts'
import { Layout } from '../../views/layout.tsx'
import { CHARTER_TEXTS } from './texts.ts'

const T = CHARTER_TEXTS.changes

type Props = {
  chrome: Chrome
  canonical: string
  before: number
  after: number
  changes: readonly Change[]
  backHref: string
}

/** The changes from one version of the charter to the next, word by word. */
export function CharterChangesPage({ chrome, canonical, before, after, changes, backHref }: Props): ReactElement {
  const title = T.title(before, after)
  return (
    <Layout chrome={chrome} title={title} canonical={canonical}>
      <div className="sheet">
        <header className="page-head">
          <h1>{title}</h1>
          <p className="lead">
            {T.legend}
            <ins>{T.added}</ins>
            {T.and}
            <del>{T.removed}</del>.
          </p>
        </header>
        <div className="charter changes">
          <p>
            {changes.map(({ kind, text }, index) => (
              <Fragment key={index}>
                {kind === 'added' ? <ins>{text}</ins> : kind === 'removed' ? <del>{text}</del> : text}
              </Fragment>
            ))}
          </p>
        </div>
        <p>
          <a href={backHref}>{T.back(after)}</a>
        </p>
      </div>
    </Layout>
  )
}
