import type { ReactElement } from 'react'
import type { Chrome } from '../../views/chrome.ts'
import { Field } from '../../views/form/field.tsx'
import { hasErrors, type FormState } from '../../views/form/form-state.ts'
import { ErrorSummary, Form } from '../../views/form/form.tsx'
import { Layout } from '../../views/layout.tsx'
import { Notice } from '../../views/notice.tsx'
import { Trap } from '../../views/form/trap.tsx'
import { HELP, JOINING_GROUPS, NOTICE_READ } from './fields.ts'
import { JOINING_TEXTS as T } from './texts.ts'

/** The answer of the company register, in words. */
export type Told = { tone: 'good' | 'warn'; title: string; text: string }

type Props = {
  chrome: Chrome
  canonical: string
  form: FormState
  /** The privacy notice in force, a paragraph each. */
  notice: readonly string[]
  /** The address to which the button that asks the company register sends the form; null where none is asked. */
  siretAction: string | null
  told?: Told | undefined
  /** The kind that has no charter to sign yet, and cannot apply. */
  closedTo?: 'member' | 'partner' | undefined
  /** A file of the same organisation is open: where its link is sent again. */
  lostLinkHref?: string | undefined
}

const FIELDS = [...JOINING_GROUPS.flatMap(({ fields }) => fields), NOTICE_READ]

/** The page to join by: what it means, what to have at hand, then the form. */
export function JoinPage({
  chrome,
  canonical,
  form,
  notice,
  siretAction,
  told,
  closedTo,
  lostLinkHref,
}: Props): ReactElement {
  const wrong = hasErrors(form)
  return (
    <Layout chrome={chrome} title={T.title} description={T.lead} canonical={canonical} hasErrors={wrong}>
      <div className="sheet">
        <ErrorSummary form={form} fields={FIELDS} />
        {lostLinkHref && (
          <p>
            <a href={lostLinkHref}>{T.lostLink}</a>
          </p>
        )}
        {told && (
          <Notice tone={told.tone} title={told.title}>
            <p>{told.text}</p>
          </Notice>
        )}
        <header className="page-head">
          <h1>{T.title}</h1>
          <p className="lead">{T.lead}</p>
        </header>
        {closedTo && (
          <Notice tone="warn" title={T.closed.title}>
            <p>{T.closed.oneKind[closedTo]}</p>
          </Notice>
        )}
        {!wrong && !told && <Before />}
        <section aria-labelledby="demande">
          <h2 id="demande">{T.formTitle}</h2>
          <Form form={form} submit={T.check} beside={<span>{T.notSentYet}</span>}>
            {/* What the Enter key sends: the first button of a form, which would be another one. */}
            <button className="away" tabIndex={-1} aria-hidden="true">
              {T.check}
            </button>
            <Trap />
            {JOINING_GROUPS.map(({ title, intro, fields }) => (
              <fieldset key={title} className="group">
                <legend>{title}</legend>
                {intro && <p>{intro}</p>}
                {fields.map((spec) => (
                  <div key={spec.path}>
                    <Field spec={spec} form={form} />
                    {spec.path === 'organisation.siret' && siretAction !== null && <SiretCheck action={siretAction} />}
                  </div>
                ))}
                {fields.map(({ path }) => HELP[path] && <Help key={path} {...HELP[path]} />)}
              </fieldset>
            ))}
            <fieldset className="group">
              <legend>{NOTICE_READ.label}</legend>
              <Help title={T.privacy.title} lines={notice} open />
              <Field spec={NOTICE_READ} form={form} />
            </fieldset>
          </Form>
        </section>
      </div>
    </Layout>
  )
}

function Before(): ReactElement {
  return (
    <>
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
    </>
  )
}

function SiretCheck({ action }: { action: string }): ReactElement {
  return (
    <p className="action">
      <button className="button quiet" formAction={action}>
        {T.checkSiret}
      </button>
      <span>{T.checkSiretHelp}</span>
    </p>
  )
}

function Help({
  title,
  lines,
  open = false,
}: {
  title: string
  lines: readonly string[]
  open?: boolean
}): ReactElement {
  return (
    <details className="help" open={open}>
      <summary>{title}</summary>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </details>
  )
}
