import type { ReactElement } from 'react'
import { JOIN, LOST_LINK } from '../../fixed-pages.ts'
import type { Chrome } from '../../views/chrome.ts'
import { Layout } from '../../views/layout.tsx'
import { JOINING_TEXTS } from './texts.ts'

const T = JOINING_TEXTS.gone

/** In place of an application that was begun and is kept no longer. */
export function GonePage({ chrome }: { chrome: Chrome }): ReactElement {
  return (
    <Layout chrome={chrome} title={T.title} noindex>
      <div className="sheet">
        <header className="page-head">
          <h1>{T.title}</h1>
        </header>
        <p>{T.text}</p>
        <p className="action">
          <a className="button" href={JOIN}>
            {T.again}
          </a>
          <a href={LOST_LINK}>{JOINING_TEXTS.lostLink}</a>
        </p>
      </div>
    </Layout>
  )
}
