'use client'
import { useId, type FormEvent } from 'react'
import { isLonger } from '../../input/characters.ts'
import type { FieldModel } from './model.ts'
import { FORM } from './words.ts'

type Props = { field: FieldModel; issue: string | null }

/** One field of a form, in the panel's own classes: label, help and fault are tied to it. */
export function Field({ field, issue }: Props) {
  const id = useId()
  const helpId = `${id}-help`
  const issueId = `${id}-fault`
  const described = [field.help ? helpId : null, issue ? issueId : null].filter(Boolean).join(' ')
  const common = { 'aria-describedby': described || undefined, 'aria-invalid': issue !== null || undefined }
  const after = (
    <>
      {field.help ? (
        <p id={helpId} className="field-description">
          {field.help}
        </p>
      ) : null}
      {issue ? (
        <p id={issueId} className="file-fault">
          {issue}
        </p>
      ) : null}
    </>
  )
  if (field.kind === 'radio' || field.kind === 'checkboxes') {
    const one = field.kind === 'radio'
    return (
      <fieldset className="file-choices" {...common}>
        <legend className="field-label">
          {field.label}
          <Required field={field} />
        </legend>
        {(field.options ?? []).map(({ value, label, help }) => (
          <label key={value} className="file-choice">
            <input
              type={one ? 'radio' : 'checkbox'}
              name={field.name}
              value={value}
              required={one && field.required}
              defaultChecked={one ? field.value === value : field.values?.includes(value)}
            />
            <span>
              {label}
              {help ? <span className="file-quiet">{help}</span> : null}
            </span>
          </label>
        ))}
        {after}
      </fieldset>
    )
  }
  if (field.kind === 'checkbox') {
    return (
      <div className="file-choices">
        <label className="file-choice">
          <input type="checkbox" name={field.name} value="true" {...common} />
          <span>{field.label}</span>
        </label>
        {after}
      </div>
    )
  }
  return (
    <div className={`field-type ${field.kind === 'textarea' ? 'textarea' : 'text'} file-field`}>
      <label className="field-label" htmlFor={id}>
        {field.label}
        <Required field={field} />
      </label>
      <Control id={id} field={field} common={common} />
      {after}
    </div>
  )
}

function Required({ field }: { field: FieldModel }) {
  if (!field.required) return null
  return (
    <span className="required" aria-hidden>
      *
    </span>
  )
}

/** Says of a text that is too long that it is, before it is sent; a browser's own bound counts an emoji as several characters. */
const saysWhenLonger =
  (longest: number | undefined) =>
  ({ currentTarget }: FormEvent<HTMLInputElement | HTMLTextAreaElement>): void =>
    currentTarget.setCustomValidity(
      longest !== undefined && isLonger(currentTarget.value.trim(), longest) ? FORM.tooLong(longest) : '',
    )

type Common = { 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined }

function Control({ id, field, common }: { id: string; field: FieldModel; common: Common }) {
  const { name, required, value, longest, kind } = field
  switch (kind) {
    case 'textarea':
      return (
        <textarea
          id={id}
          name={name}
          required={required}
          defaultValue={value}
          onInput={saysWhenLonger(longest)}
          rows={5}
          {...common}
        />
      )
    case 'select':
      return (
        <select id={id} name={name} required={required} defaultValue={value ?? ''} {...common}>
          <option value="">{field.empty ?? FORM.choose}</option>
          {(field.options ?? []).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )
    case 'file':
      return <input id={id} type="file" name={name} required={required} accept={field.accept} {...common} />
    case 'number':
      return (
        <input
          id={id}
          type="number"
          name={name}
          required={required}
          defaultValue={value}
          min={field.least ?? '0'}
          step={1}
          {...common}
        />
      )
    case 'day':
      return (
        <input id={id} type="date" name={name} required={required} defaultValue={value} min={field.least} {...common} />
      )
    case 'moment':
      return (
        <input
          id={id}
          type="datetime-local"
          name={name}
          required={required}
          defaultValue={value}
          min={field.least}
          {...common}
        />
      )
    case 'email':
      return (
        <input
          id={id}
          type="email"
          name={name}
          required={required}
          defaultValue={value}
          onInput={saysWhenLonger(longest)}
          autoComplete="off"
          {...common}
        />
      )
    case 'text':
    case 'radio':
    case 'checkbox':
    case 'checkboxes':
      return (
        <input
          id={id}
          type="text"
          name={name}
          required={required}
          defaultValue={value}
          onInput={saysWhenLonger(longest)}
          {...common}
        />
      )
  }
}
