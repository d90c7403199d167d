import type { ReactElement, ReactNode } from 'react'
import { Notice } from '../notice.tsx'
import type { FieldSpec } from './field-spec.ts'
import { fieldId, type FormState } from './form-state.ts'
import { FORM_TEXTS } from './texts.ts'

/**
 * The list of what is wrong with a form that came back, above everything else of the page: each line leads to its field.
 * The list takes the focus when the page opens, so that a screen reader starts there.
 */
export function ErrorSummary({ form, fields }: { form: FormState; fields: readonly FieldSpec[] }): ReactElement | null {
  const { issues = [], problem } = form
  if (problem !== undefined && issues.length === 0) {
    return (
      <Notice tone="bad" title={FORM_TEXTS.problemTitle}>
        <p>{problem}</p>
      </Notice>
    )
  }
  if (issues.length === 0) return null
  return (
    <div className="notice bad" role="alert" tabIndex={-1} autoFocus aria-labelledby="bilan">
      <h2 className="notice-title" id="bilan">
        {FORM_TEXTS.summaryTitle(issues.length)}
      </h2>
      {problem && <p>{problem}</p>}
      <ul>
        {issues.map(({ path, messages }, index) => {
          const field = fields.find((each) => path === each.path || path.startsWith(`${each.path}.`))
          return (
            <li key={index}>
              {field ? (
                <a href={`#${fieldId(field.path)}`}>
                  <strong>{field.label}</strong> – {messages.fr}
                </a>
              ) : (
                messages.fr
              )}
            </li>
          )
        })}
      </ul>
      <p>{FORM_TEXTS.nothingSent}</p>
    </div>
  )
}

type FormProps = {
  form: FormState
  /** The words of the button, a verb: « Signer la charte ». */
  submit: string
  tone?: 'main' | 'quiet' | 'danger'
  /** The form carries files. */
  multipart?: boolean
  children?: ReactNode
  /** Stands beside the button: the way out. */
  beside?: ReactNode
}

/** A form sent by POST. The browser's own checks are off: the server says in French what is wrong, all at once. */
export function Form({ form, submit, tone = 'main', multipart = false, children, beside }: FormProps): ReactElement {
  return (
    <form
      method="post"
      action={form.action}
      noValidate
      encType={multipart ? 'multipart/form-data' : undefined}
      acceptCharset="utf-8"
    >
      {Object.entries(form.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <p className="action">
        <button className={tone === 'main' ? 'button' : `button ${tone}`}>{submit}</button>
        {beside}
      </p>
    </form>
  )
}
