import type { ReactElement, ReactNode } from 'react'

type Props = {
  tone: 'good' | 'warn' | 'bad'
  /** Says in words what the colour and the shape say. */
  title: string
  children?: ReactNode
}

/** A notice of what happened, or of what one must know before going on; screen readers read it out when the page opens. */
export function Notice({ tone, title, children }: Props): ReactElement {
  return (
    <div className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <p className="notice-title">{title}</p>
      {children}
    </div>
  )
}
