'use client'
import { Button, Drawer, toast, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useRef, useState, useTransition } from 'react'
import type { ActionGroups, ActionModel } from '../model.ts'
import { FORM, SECTIONS } from '../words.ts'
import { ActionForm } from './ActionForm.tsx'
import { post, type Refusal } from './post.ts'

const DRAWER = 'adhesion-action'

type Props = { actions: ActionGroups; expected: string; recused: string | null; rev: number; stateLabel: string }

/**
 * The buttons of a file and the form that each opens. After an act, done or refused for the state of the file,
 * the server's view is fetched again, so that nobody reloads by hand.
 */
export function ActionPanel({ actions, expected, recused, rev, stateLabel }: Props) {
  const router = useRouter()
  const { openModal, closeModal, modalState } = useModal()
  const [open, setOpen] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [sending, setSending] = useState(false)
  const [refreshing, refresh] = useTransition()
  const [said, setSaid] = useState('')
  const opener = useRef<HTMLElement | null>(null)
  const all = [...(actions.main ? [actions.main] : []), ...actions.others, ...actions.record]
  const action = all.find(({ name }) => name === open) ?? null
  const isOpen = modalState[DRAWER]?.isOpen === true

  // What was open may be allowed no more once somebody else has acted: its form goes, the refusal stays.
  useEffect(() => {
    if (isOpen && action === null) closeModal(DRAWER)
  }, [isOpen, action, closeModal])

  useEffect(() => {
    if (!isOpen) opener.current?.focus()
  }, [isOpen])

  const start = (name: string) => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setRefusal(null)
    setSaid('')
    setOpen(name)
    openModal(DRAWER)
  }

  const send = async (chosen: ActionModel, body: FormData | Record<string, unknown>) => {
    setSending(true)
    setRefusal(null)
    const refused = await post(chosen.url, body instanceof FormData ? body : { ...body, rev })
    setSending(false)
    setRefusal(refused)
    if (refused === null) {
      closeModal(DRAWER)
      setOpen(null)
      setSaid(chosen.done)
      toast.success(chosen.done)
    }
    if (refused === null || refused.status === 409 || refused.status === 404) refresh(() => router.refresh())
  }

  const buttons = (group: readonly ActionModel[]) =>
    group.map(({ name, button }) => (
      <Button key={name} buttonStyle="secondary" margin={false} onClick={() => start(name)}>
        {button}
      </Button>
    ))

  return (
    <section className="file-actions" aria-busy={refreshing}>
      <p className="file-actions__expected">{expected}</p>
      {recused ? <p className="file-actions__recused">{recused}</p> : null}
      {refusal && !(isOpen && action) ? (
        <p role="alert" className="file-alert">
          {refusal.message}
        </p>
      ) : null}
      <p role="status" className="file-said">
        {said ? `${said} ${stateLabel}.` : ''}
      </p>
      {actions.main ? (
        <Button size="large" margin={false} onClick={() => actions.main && start(actions.main.name)}>
          {actions.main.button}
        </Button>
      ) : null}
      {actions.others.length > 0 ? (
        <div role="group" aria-label={SECTIONS.otherActions} className="file-actions__group">
          {buttons(actions.others)}
        </div>
      ) : null}
      {actions.record.length > 0 ? (
        <div role="group" aria-label={SECTIONS.record} className="file-actions__group file-actions__group--record">
          {buttons(actions.record)}
        </div>
      ) : null}
      {all.length === 0 ? <p className="file-quiet">{FORM.noAction}</p> : null}
      <Drawer slug={DRAWER} title={action?.title ?? ''} className="file-drawer">
        {action ? (
          <ActionForm
            key={action.name}
            action={action}
            refusal={refusal}
            sending={sending}
            onCancel={() => closeModal(DRAWER)}
            onSend={(body) => void send(action, body)}
          />
        ) : null}
      </Drawer>
    </section>
  )
}
