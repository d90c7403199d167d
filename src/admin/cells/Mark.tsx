import type { ReactNode } from 'react'

/** How something stands: a word and a shape, the colour only besides. */
export function Mark({ kind, children }: { kind: string; children: ReactNode }) {
  return <strong className={`state-mark state-mark--${kind}`}>{children}</strong>
}
