'use client'
import type { ReactNode } from 'react'

type FieldProps = {
  name: string
  label: string
  type?: string
  help?: string
  autoComplete?: string
  inputMode?: 'numeric' | 'text'
  autoFocus?: boolean
  defaultValue?: string
}

/** One field with its label. What was typed is read from the form when it is sent, whoever typed it. */
export function Field({ name, label, type = 'text', help, ...input }: FieldProps) {
  return (
    <div className="sign-in__field">
      <label htmlFor={`sign-in-${name}`}>{label}</label>
      <input
        id={`sign-in-${name}`}
        name={name}
        type={type}
        required
        aria-describedby={help ? `sign-in-${name}-help` : undefined}
        {...input}
      />
      {help ? (
        <p id={`sign-in-${name}-help`} className="sign-in__help">
          {help}
        </p>
      ) : null}
    </div>
  )
}

type FormProps = {
  submit: string
  busy: boolean
  message: string
  onSend: (read: (name: string) => string) => void
  children: ReactNode
  quiet?: boolean
}

/** A form of fields that is sent by us; why it was refused is read out. */
export function Form({ submit, busy, message, onSend, children, quiet = false }: FormProps) {
  return (
    <form
      method="post"
      className="sign-in__form"
      onSubmit={(event) => {
        event.preventDefault()
        const given = new FormData(event.currentTarget)
        onSend((name) => {
          const value = given.get(name)
          return typeof value === 'string' ? value : ''
        })
      }}
    >
      {children}
      <p className="sign-in__message" role="alert">
        {message}
      </p>
      <button
        type="submit"
        className={`btn btn--style-${quiet ? 'secondary' : 'primary'} btn--size-large sign-in__submit`}
        disabled={busy}
      >
        {submit}
      </button>
    </form>
  )
}
