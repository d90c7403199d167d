import type { ReactElement } from 'react'
import { own } from '../../../lib/own.ts'
import { Form } from '../../views/form/form.tsx'
import { FOLLOW_UP_TEXTS as T, WAYS, type Way } from './follow-up-texts.ts'

/** The addresses of what is open now. */
export type FollowUpActions = Readonly<Partial<Record<Way, string>>>

type Props = {
  actions: FollowUpActions
  /** Whether the reader is the contact of a signed application, whose representative alone may withdraw it. */
  withdrawByRepresentative: boolean
}

/** The list of the actions that are open now, each with what it does. */
export function WhatYouCanDo({ actions, withdrawByRepresentative }: Props): ReactElement | null {
  const open = Object.entries(WAYS).flatMap(([name, way]) => {
    const href = own<string | undefined>(actions, name)
    return href === undefined ? [] : [{ name, href, ...way }]
  })
  if (open.length === 0 && !withdrawByRepresentative) return null
  return (
    <section>
      <h2>{T.can}</h2>
      <ul className="actions">
        {open.map(({ name, href, label, text, atOnce }) => (
          <li key={name}>
            {atOnce ? <Form form={{ action: href }} submit={label} tone="quiet" /> : <a href={href}>{label}</a>}
            <p>{text}</p>
          </li>
        ))}
        {withdrawByRepresentative && (
          <li>
            <p>{T.withdrawByRepresentative}</p>
          </li>
        )}
      </ul>
    </section>
  )
}
