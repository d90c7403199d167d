import type { ReactElement } from 'react'
import type { FormState } from '../../views/form/form-state.ts'
import { Form } from '../../views/form/form.tsx'
import { FOLLOW_UP_TEXTS as T } from './follow-up-texts.ts'

export type FollowUpActions = {
  /** Addresses of the pages that show each form. */
  correctHref?: string
  representativeHref?: string
  /** Sends the signature link again, by POST. */
  resend?: FormState
  withdrawHref?: string
  /** After the signature the contact is told that the representative alone may withdraw. */
  withdrawByRepresentative?: boolean
}

/** Every action open now, each with what it does. */
export function WhatYouCanDo({ actions }: { actions: FollowUpActions }): ReactElement | null {
  const { correctHref, representativeHref, resend, withdrawHref, withdrawByRepresentative } = actions
  if (!correctHref && !representativeHref && !resend && !withdrawHref && !withdrawByRepresentative) return null
  return (
    <section>
      <h2>{T.can}</h2>
      <ul className="actions">
        {resend && (
          <li>
            <Form form={resend} submit={T.resend.label} tone="quiet" />
            <p>{T.resend.text}</p>
          </li>
        )}
        {correctHref && <Way href={correctHref} {...T.correct} />}
        {representativeHref && <Way href={representativeHref} {...T.representative} />}
        {withdrawHref && <Way href={withdrawHref} {...T.withdraw} />}
        {withdrawByRepresentative && (
          <li>
            <p>{T.withdrawByRepresentative}</p>
          </li>
        )}
      </ul>
    </section>
  )
}

function Way({ href, label, text }: { href: string; label: string; text: string }): ReactElement {
  return (
    <li>
      <a href={href}>{label}</a>
      <p>{text}</p>
    </li>
  )
}
