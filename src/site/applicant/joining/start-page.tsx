import type { ReactElement } from 'react'
import type { Chrome } from '../../views/chrome.ts'
import { hasErrors, type FormState } from '../../views/form/form-state.ts'
import { ErrorSummary, Form } from '../../views/form/form.tsx'
import { Layout } from '../../views/layout.tsx'
import { Notice } from '../../views/notice.tsx'
import { Trap } from '../../views/form/trap.tsx'
import { Help } from './step-page.tsx'
import { Beside } from './beside.tsx'
import { JOINING_TEXTS as T } from './texts.ts'

type Props = {
  chrome: Chrome
  canonical: string
  form: FormState
  /** The privacy notice in force, a paragraph each: before anything is typed. */
  notice: readonly string[]
  /** The kind that has no charter to sign yet, and cannot apply. */
  closedTo?: 'member' | 'partner' | undefined
}

/** Where joining begins: what it means, what to have at hand, and the button that opens the form. */
export function StartPage({ chrome, canonical, form, notice, closedTo }: Props): ReactElement {
  return (
    <Layout chrome={chrome} title={T.title} description={T.lead} canonical={canonical} hasErrors={hasErrors(form)}>
      <div className="sheet wide">
        <div className="desk">
          <div>
            <ErrorSummary form={form} fields={[]} />
            <header className="page-head">
              <h1>{T.title}</h1>
              <p className="lead">{T.lead}</p>
            </header>
            {closedTo && (
              <Notice tone="warn" title={T.closed.title}>
                <p>{T.closed.oneKind[closedTo]}</p>
              </Notice>
            )}
            {[T.means, T.ready].map(({ title, lines }) => (
              <section key={title}>
                <h2>{title}</h2>
                <ul>
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </section>
            ))}
            <p>
              <a href="/charte">{T.means.charter}</a>
            </p>
            <Help title={T.privacy.title} lines={notice} />
            <Form form={form} submit={T.start}>
              <Trap />
            </Form>
          </div>
          <Beside publisher={chrome.publisher} />
        </div>
      </div>
    </Layout>
  )
}
