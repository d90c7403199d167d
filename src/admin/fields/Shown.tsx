import type { ReactNode } from 'react'

/** Something that a form shows and does not let one change: its name, what it says, and how it changes. */
export function Shown({ label, help, children }: { label: string; help?: string; children: ReactNode }) {
  return (
    <div className="field-type shown">
      <p className="field-label">{label}</p>
      <div className="shown__value">{children}</div>
      {help ? <p className="field-description">{help}</p> : null}
    </div>
  )
}
