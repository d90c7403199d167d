import { Fragment, type ReactElement } from 'react'
import type { Chrome } from '../../views/chrome.ts'
import { Field } from '../../views/form/field.tsx'
import { hasErrors, issuesOf, valuesOf, type FormState } from '../../views/form/form-state.ts'
import { ErrorSummary, Form } from '../../views/form/form.tsx'
import { Layout } from '../../views/layout.tsx'
import { Notice } from '../../views/notice.tsx'
import { Trap } from '../../views/form/trap.tsx'
import { Beside } from './beside.tsx'
import { HELP } from './fields.ts'
import type { Step, StepPart } from './steps.ts'
import { JOINING_TEXTS as T } from './texts.ts'

/** The answer of the company register, in words. */
export type Told = { tone: 'good' | 'warn'; title: string; text: string }

export type StepPageProps = {
  chrome: Chrome
  step: Step
  parts: readonly StepPart[]
  form: FormState
  /** The step before; none before the first. */
  backHref?: string | undefined
  /** The address by which the application is taken up again here. */
  keepHref: string
  told?: Told | undefined
  /** What stands between the head and the form: what was answered, where it is read over. */
  children?: ReactElement | null
  /** The words of the button. */
  submit?: string
}

/** One step of joining: what it asks, where one stands, how to come back. */
export function StepPage(props: StepPageProps): ReactElement {
  const { chrome, step, parts, form, backHref, keepHref, told, children, submit = T.goOn } = props
  const { title, part } = T.steps[step]
  const fields = parts.flatMap((each) => each.fields)
  return (
    <Layout chrome={chrome} title={title} noindex hasErrors={hasErrors(form)}>
      <div className="sheet wide">
        <div className="desk">
          <div>
            <ErrorSummary form={form} fields={fields} />
            <header className="page-head">
              <p className="eyebrow">
                {T.title} – {T.partOf(part)}
              </p>
              <h1>{title}</h1>
            </header>
            {told && (
              <Notice tone={told.tone} title={told.title}>
                <p>{told.text}</p>
              </Notice>
            )}
            {children}
            <Form form={form} submit={submit} beside={backHref && <a href={backHref}>{T.back}</a>}>
              <Trap />
              {parts.map((each) => (
                <Part key={each.title} part={each} form={form} alone={parts.length === 1} />
              ))}
            </Form>
          </div>
          <Beside publisher={chrome.publisher} keepHref={keepHref} />
        </div>
      </div>
    </Layout>
  )
}

type PartProps = { part: StepPart; form: FormState; alone: boolean }

function Part({ part, form, alone }: PartProps): ReactElement {
  const { title, intro, fields, folded = false } = part
  const asked = (
    <>
      {intro && <p>{intro}</p>}
      {fields.map((spec) => (
        <Fragment key={spec.path}>
          <Field spec={spec} form={form} />
          {HELP[spec.path] && <Help {...HELP[spec.path]} />}
        </Fragment>
      ))}
    </>
  )
  if (alone) return asked
  if (!folded)
    return (
      <fieldset className="group">
        <legend>{title}</legend>
        {asked}
      </fieldset>
    )
  const isTold = fields.some(
    ({ path }) => issuesOf(form, path).length > 0 || valuesOf(form, path).some((value) => value !== ''),
  )
  return (
    <details open={isTold}>
      <summary>
        {title} <span className="optional">{T.optionalPart}</span>
      </summary>
      {asked}
    </details>
  )
}

/** An explanation of what people stumble over. */
export function Help({ title = '', lines = [] }: { title?: string; lines?: readonly string[] }): ReactElement {
  return (
    <details className="help">
      <summary>{title}</summary>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </details>
  )
}
