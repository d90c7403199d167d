import type { ReactElement } from 'react'
import type { Issue } from '../../../lib/errors.ts'
import { Facts, Lines, type Fact } from '../../views/facts.tsx'
import type { Chrome } from '../../views/chrome.ts'
import type { FieldSpec } from '../../views/form/field-spec.ts'
import { valueOf, valuesOf, type FormState } from '../../views/form/form-state.ts'
import { Layout } from '../../views/layout.tsx'
import { Notice } from '../../views/notice.tsx'
import { JOINING_GROUPS } from './fields.ts'
import { JOINING_TEXTS } from './texts.ts'

type Props = {
  chrome: Chrome
  form: FormState
  /** The address to which the form goes back, with everything in it. */
  changeAction: string
  /** Remarks on what the secretariat will ask about; none of them refuses the form. */
  warnings: readonly Issue[]
}

const T = JOINING_TEXTS.review

/** Everything that was filled in, to be read once more; nothing is sent yet. */
export function ReviewPage({ chrome, form, changeAction, warnings }: Props): ReactElement {
  return (
    <Layout chrome={chrome} title={T.title} noindex>
      <div className="sheet">
        <header className="page-head">
          <h1>{T.title}</h1>
          <p className="lead">{T.lead}</p>
        </header>
        {warnings.length > 0 && (
          <Notice tone="warn" title={T.warningsTitle}>
            {warnings.map(({ path, messages }) => (
              <p key={path}>{messages.fr}</p>
            ))}
          </Notice>
        )}
        {JOINING_GROUPS.map(({ title, fields }) => {
          const facts = fields.flatMap((spec) => factOf(spec, form))
          return (
            <section key={title}>
              <h2>{title}</h2>
              {facts.length > 0 ? <Facts facts={facts} /> : <p>{T.empty}</p>}
            </section>
          )
        })}
        <p>{T.next(valueOf(form, 'representative.email'))}</p>
        <form method="post" action={form.action} noValidate acceptCharset="utf-8">
          <Hidden form={form} />
          <p className="action">
            <button className="button">{T.send}</button>
            <button className="button quiet" formAction={changeAction}>
              {T.change}
            </button>
          </p>
        </form>
      </div>
    </Layout>
  )
}

function factOf(spec: FieldSpec, form: FormState): Fact[] {
  const given = valuesOf(form, spec.path).filter((value) => value.trim() !== '')
  if (given.length === 0) return []
  const options = 'options' in spec ? spec.options : []
  const words = given.map((value) => options.find((option) => option.value === value)?.label ?? value)
  return [
    {
      label: spec.label,
      value: spec.control === 'textarea' ? <Lines lines={(words[0] ?? '').split(/\r?\n/)} /> : words.join(', '),
    },
  ]
}

function Hidden({ form }: { form: FormState }): ReactElement {
  const kept = Object.entries({ ...form.values, ...form.hidden })
  return (
    <>
      {kept.flatMap(([name, value]) =>
        (typeof value === 'string' ? [value] : (value ?? [])).map((each, index) => (
          <input key={`${name}-${index}`} type="hidden" name={name} value={each} />
        )),
      )}
    </>
  )
}
