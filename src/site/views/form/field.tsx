import type { ReactElement, ReactNode } from 'react'
import type { ChoiceSpec, FieldSpec } from './field-spec.ts'
import { issuesOf, fieldId, valueOf, valuesOf, type FormState } from './form-state.ts'
import { FORM_TEXTS } from './texts.ts'

type Props<Spec extends FieldSpec = FieldSpec> = { spec: Spec; form: FormState }

/** A field with its label, its hint, what is wrong with it and what was typed. */
export function Field({ spec, form }: Props): ReactElement {
  switch (spec.control) {
    case 'radios':
    case 'checkboxes':
      return <Choices spec={spec} form={form} />
    case 'tick':
      return (
        <div className={`field ${invalid(form, spec.path) ? 'is-wrong' : ''}`}>
          <Messages spec={spec} form={form} />
          <label className="option">
            <input
              type="checkbox"
              value="true"
              defaultChecked={valueOf(form, spec.path) === 'true'}
              {...shared({ spec, form })}
            />
            <span>{spec.sentence}</span>
          </label>
        </div>
      )
    default:
      return (
        <div className={`field ${invalid(form, spec.path) ? 'is-wrong' : ''}`}>
          <label htmlFor={fieldId(spec.path)}>
            <Label spec={spec} />
          </label>
          <Messages spec={spec} form={form} />
          <Control spec={spec} form={form} />
        </div>
      )
  }
}

function Control({ spec, form }: Props<Exclude<FieldSpec, ChoiceSpec | { control: 'tick' }>>): ReactElement {
  const common = shared({ spec, form })
  switch (spec.control) {
    case 'textarea':
      return <textarea rows={spec.rows ?? 6} defaultValue={valueOf(form, spec.path)} {...common} />
    case 'select':
      return (
        <select defaultValue={valueOf(form, spec.path)} {...common}>
          <option value="">{FORM_TEXTS.choose}</option>
          {spec.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )
    case 'files':
      return <input type="file" multiple accept={spec.accept} {...common} />
    default:
      return (
        <input
          type={spec.control}
          className={spec.width}
          autoComplete={spec.autoComplete}
          inputMode={spec.inputMode}
          spellCheck={spec.spellCheck}
          defaultValue={valueOf(form, spec.path)}
          {...common}
        />
      )
  }
}

function Choices({ spec, form }: Props<ChoiceSpec>): ReactElement {
  const chosen = valuesOf(form, spec.path)
  return (
    <fieldset
      className={`field ${invalid(form, spec.path) ? 'is-wrong' : ''}`}
      aria-describedby={describedBy({ spec, form })}
    >
      <legend>
        <Label spec={spec} />
      </legend>
      <Messages spec={spec} form={form} />
      {spec.options.map(({ value, label, hint }, index) => (
        <label key={value} className="option">
          <input
            type={spec.control === 'radios' ? 'radio' : 'checkbox'}
            id={index === 0 ? fieldId(spec.path) : undefined}
            name={spec.path}
            value={value}
            defaultChecked={chosen.includes(value)}
          />
          <span>
            {label}
            {hint && <small>{hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Label({ spec }: { spec: FieldSpec }): ReactNode {
  return (
    <>
      {spec.label}
      {spec.optional && (
        <span className="optional"> {typeof spec.optional === 'string' ? spec.optional : FORM_TEXTS.optional}</span>
      )}
    </>
  )
}

function Messages({ spec, form }: Props): ReactElement {
  const issues = issuesOf(form, spec.path)
  return (
    <>
      {spec.hint && (
        <p className="hint" id={`${fieldId(spec.path)}-aide`}>
          {spec.hint}
        </p>
      )}
      {issues.length > 0 && (
        <p className="wrong" id={`${fieldId(spec.path)}-erreur`}>
          <strong>{FORM_TEXTS.error}</strong>
          {issues.join(' ')}
        </p>
      )}
    </>
  )
}

function shared({ spec, form }: Props) {
  return {
    id: fieldId(spec.path),
    name: spec.path,
    required: !spec.optional,
    'aria-invalid': invalid(form, spec.path) || undefined,
    'aria-describedby': describedBy({ spec, form }),
  }
}

function describedBy({ spec, form }: Props): string | undefined {
  const ids = [
    spec.hint && `${fieldId(spec.path)}-aide`,
    invalid(form, spec.path) && `${fieldId(spec.path)}-erreur`,
  ].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

function invalid(form: FormState, path: string): boolean {
  return issuesOf(form, path).length > 0
}
