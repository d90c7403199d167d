'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { ActionModel } from './model.ts'
import { FORM } from './words.ts'
import { bodyOf, formOf } from './body-of.ts'
import { Field } from './Field.tsx'
import type { Refusal } from './post.ts'
import { SessionFields, sessionBody } from './SessionFields.tsx'

type Props = {
  action: ActionModel
  refusal: Refusal | null
  sending: boolean
  onCancel: () => void
  onSend: (body: FormData | Record<string, unknown>) => void
}

/** What an action asks before it is done: its consequence in a sentence, its fields, one button that says what happens. */
export function ActionForm({ action, refusal, sending, onCancel, onSend }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [warning, setWarning] = useState<string | null>(null)

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select, button[type=submit]')?.focus()
  }, [])

  // The warning of a chosen option, found again when the file was refreshed under the open form.
  const look = () => {
    if (!form.current) return
    const chosen = new FormData(form.current)
    const options = action.fields.flatMap(({ name, options: given = [] }) =>
      given.filter(({ value }) => chosen.get(name) === value),
    )
    setWarning(options.find((option) => option.warning)?.warning ?? null)
  }
  useEffect(look, [action])

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    if (sending) return
    const filled = new FormData(event.currentTarget)
    if (action.asPayload) onSend(formOf(action.fields, filled))
    else if (action.fields.some(({ kind }) => kind === 'file')) onSend(filled)
    else if (action.session) onSend(sessionBody(action.session, filled))
    else onSend({ ...bodyOf(action.fields, filled), ...action.fixed, ...action.sent })
  }
  const issueOf = (name: string) =>
    refusal?.issues.find(({ path }) => path === name || path.startsWith(`${name}.`))?.message ?? null

  return (
    <form ref={form} className="file-form" onSubmit={submit} onChange={look}>
      <p className="file-form__consequence">{action.consequence}</p>
      {action.fixed ? <blockquote className="file-prose">{action.fixed.text}</blockquote> : null}
      {action.fields.map((field) => (
        <Field key={field.name} field={field} issue={issueOf(field.name)} />
      ))}
      {action.session ? <SessionFields session={action.session} issueOf={issueOf} /> : null}
      <p role="status" className="file-form__warning">
        {warning}
      </p>
      {refusal ? (
        <div role="alert" className="file-alert">
          <p>{refusal.message}</p>
          {refusal.issues.length > 0 ? (
            <ul>
              {refusal.issues.map(({ path, message }) => (
                <li key={path}>{message}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      <div className="file-form__controls">
        <Button type="submit" margin={false} disabled={sending}>
          {sending ? FORM.sending : action.confirm}
        </Button>
        <Button type="button" buttonStyle="secondary" margin={false} onClick={onCancel}>
          {FORM.cancel}
        </Button>
      </div>
    </form>
  )
}
