import type { ReactElement, ReactNode } from 'react'
import type { Chrome } from './chrome.ts'
import type { FieldSpec } from './form/field-spec.ts'
import { hasErrors, type FormState } from './form/form-state.ts'
import { ErrorSummary } from './form/form.tsx'
import { Layout } from './layout.tsx'

type Props = {
  chrome: Chrome
  title: string
  lead: string
  /** The form of the page, if it has one: what is wrong with it stands above everything else. */
  form?: FormState
  fields?: readonly FieldSpec[]
  /** The page's one address, for search engines; without it they are told to leave the page out. */
  canonical?: string
  children?: ReactNode
}

/** A page of one sheet: its title, a sentence that says what it is for, and what follows. */
export function SheetPage({ chrome, title, lead, form, fields = [], canonical, children }: Props): ReactElement {
  return (
    <Layout
      chrome={chrome}
      title={title}
      {...(canonical === undefined ? { noindex: true } : { canonical, description: lead })}
      hasErrors={form !== undefined && hasErrors(form)}
    >
      <div className="sheet">
        {form && <ErrorSummary form={form} fields={fields} />}
        <header className="page-head">
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
        </header>
        {children}
      </div>
    </Layout>
  )
}
