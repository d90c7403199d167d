import type { ReactElement } from 'react'
import { CONTACT } from '../../fixed-pages.ts'
import type { Chrome } from '../../views/chrome.ts'
import { Layout } from '../../views/layout.tsx'
import { JOINING_TEXTS } from './texts.ts'

const T = JOINING_TEXTS.closed

/** In place of the form, while there is no charter that anybody could sign. */
export function ClosedPage({ chrome, canonical }: { chrome: Chrome; canonical: string }): ReactElement {
  return (
    <Layout chrome={chrome} title={JOINING_TEXTS.title} description={T.text} canonical={canonical}>
      <div className="sheet">
        <header className="page-head">
          <h1>{JOINING_TEXTS.title}</h1>
          <p className="lead">{T.title}</p>
        </header>
        <p>{T.text}</p>
        <p className="action">
          <a className="button" href={CONTACT}>
            {T.write}
          </a>
        </p>
      </div>
    </Layout>
  )
}
