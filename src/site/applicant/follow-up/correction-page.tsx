import type { ReactElement, ReactNode } from 'react'
import type { Chrome } from '../../views/chrome.ts'
import { Reference } from '../../views/facts.tsx'
import { Field } from '../../views/form/field.tsx'
import { hasErrors, type FormState } from '../../views/form/form-state.ts'
import { ErrorSummary, Form } from '../../views/form/form.tsx'
import { Layout } from '../../views/layout.tsx'
import { Notice } from '../../views/notice.tsx'
import { CORRECTION_TEXTS } from './correction-texts.ts'
import { DECLARATION, REPRESENTATIVE, type FieldGroup } from '../declaration-fields.ts'

type Props = {
  chrome: Chrome
  reference: string
  /** The follow-up page. */
  backHref: string
  /** The declared values, or those just typed, under the names of the API's fields. */
  form: FormState
}

/** Everything that was declared, to be corrected. */
export function CorrectionPage({ isSigned, ...props }: Props & { isSigned: boolean }): ReactElement {
  const T = CORRECTION_TEXTS.correct
  return (
    <Declared {...props} title={T.title} lead={T.lead} submit={T.submit} groups={DECLARATION}>
      {isSigned && (
        <Notice tone="warn" title={T.signedTitle}>
          <p>{T.signed}</p>
        </Notice>
      )}
    </Declared>
  )
}

/** Another person will sign in place of the representative, whose name is given. */
export function RepresentativePage({ currentName, ...props }: Props & { currentName: string }): ReactElement {
  const T = CORRECTION_TEXTS.representative
  return (
    <Declared {...props} title={T.title} lead={T.lead} submit={T.submit} groups={[REPRESENTATIVE]}>
      <p>
        {T.current}
        <strong>{currentName}</strong>.
      </p>
      <p>{T.effect}</p>
    </Declared>
  )
}

type DeclaredProps = Props & {
  title: string
  lead: string
  submit: string
  groups: readonly FieldGroup[]
  children: ReactNode
}

function Declared({
  chrome,
  reference,
  backHref,
  form,
  title,
  lead,
  submit,
  groups,
  children,
}: DeclaredProps): ReactElement {
  return (
    <Layout chrome={chrome} title={title} noindex hasErrors={hasErrors(form)}>
      <div className="sheet">
        <ErrorSummary form={form} fields={groups.flatMap(({ fields }) => fields)} />
        <header className="page-head">
          <p className="eyebrow">
            <Reference>{reference}</Reference>
          </p>
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
        </header>
        {children}
        <Form form={form} submit={submit} beside={<a href={backHref}>{CORRECTION_TEXTS.back}</a>}>
          {groups.map(({ title: heading, intro, fields }) => (
            <fieldset key={heading} className="group">
              <legend>{heading}</legend>
              {intro && <p>{intro}</p>}
              {fields.map((spec) => (
                <Field key={spec.path} spec={spec} form={form} />
              ))}
            </fieldset>
          ))}
        </Form>
      </div>
    </Layout>
  )
}
