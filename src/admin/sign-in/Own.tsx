'use client'
import type { ReactNode } from 'react'

type FieldProps = {
  id: string
  label: string
  help?: string
  autoComplete: string
  value: string
  onChange: (value: string) => void
}

/** A password field that stands inside the form of the account, and is not part of what that form saves. */
export function SecretField({ id, label, help, autoComplete, value, onChange }: FieldProps) {
  return (
    <div className="sign-in__field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="password"
        autoComplete={autoComplete}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      {help ? <p className="sign-in__help">{help}</p> : null}
    </div>
  )
}

/** A part of one's own account, under its heading. */
export function OwnSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="own-security__section" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}
