'use client'
import { Button, Drawer, toast, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useId, useRef, useState, useTransition, type ReactNode } from 'react'
import { ActionForm } from './ActionForm.tsx'
import type { ActionGroups, ActionModel } from './model.ts'
import { post, type Refusal } from './post.ts'
import { GROUPS } from './words.ts'

type Props = {
  actions: ActionGroups
  /** The revision that this person saw, where the endpoints ask for it. */
  rev?: number
  /** How the record stands, said aloud after an act. */
  state: string
  /** Instead of the server's view being fetched again, where that would take away what is being typed. */
  onDone?: () => void
  /** What is expected, above the buttons. */
  children: ReactNode
}

/**
 * The buttons of a record and the form that each opens. After an act, done or refused for how the record stands,
 * the server's view is fetched again, so that nobody reloads by hand.
 */
export function ActionPanel({ actions, rev, state, onDone, children }: Props) {
  const router = useRouter()
  // A record may have several panels; each has a drawer of its own.
  const drawer = `cpof-action-${useId()}`
  const { openModal, closeModal, modalState } = useModal()
  const [open, setOpen] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [sending, setSending] = useState(false)
  const [refreshing, refresh] = useTransition()
  const [done, setDone] = useState('')
  const opener = useRef<HTMLElement | null>(null)
  const { main, others, record } = actions
  const action = [...(main ? [main] : []), ...others, ...record].find(({ name }) => name === open) ?? null
  const isOpen = modalState[drawer]?.isOpen === true

  // What was open may be allowed no more once somebody else has acted: its form goes, the refusal stays.
  useEffect(() => {
    if (isOpen && action === null) closeModal(drawer)
  }, [isOpen, action, closeModal, drawer])

  useEffect(() => {
    if (!isOpen) opener.current?.focus()
  }, [isOpen])

  const start = (name: string) => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setRefusal(null)
    setDone('')
    setOpen(name)
    openModal(drawer)
  }

  const send = async (chosen: ActionModel, body: FormData | Record<string, unknown>) => {
    setSending(true)
    setRefusal(null)
    const refused = await post(chosen.url, body instanceof FormData || rev === undefined ? body : { ...body, rev })
    setSending(false)
    setRefusal(refused)
    if (refused === null) {
      closeModal(drawer)
      setOpen(null)
      // Where the view is not fetched again, what was done would be said beside what has come since.
      if (!onDone) setDone(chosen.done)
      toast.success(chosen.done)
      if (chosen.leadsTo) {
        router.push(chosen.leadsTo)
        return
      }
    }
    if (refused === null || refused.status === 409 || refused.status === 404)
      refresh(onDone ?? (() => router.refresh()))
  }

  const group = (label: string, models: readonly ActionModel[], className: string) =>
    models.length === 0 ? null : (
      <div role="group" aria-label={label} className={className}>
        {models.map(({ name, button }) => (
          <Button key={name} buttonStyle="secondary" margin={false} onClick={() => start(name)}>
            {button}
          </Button>
        ))}
      </div>
    )

  return (
    <section className="file-actions" aria-label={GROUPS.main} aria-busy={refreshing || sending}>
      {children}
      {refusal && !(isOpen && action) ? (
        <p role="alert" className="file-alert">
          {refusal.message}
        </p>
      ) : null}
      <p role="status" className="file-said">
        {done ? `${done} ${state}` : ''}
      </p>
      {main ? (
        <Button size="large" margin={false} onClick={() => start(main.name)}>
          {main.button}
        </Button>
      ) : null}
      {group(GROUPS.others, others, 'file-actions__group')}
      {group(GROUPS.record, record, 'file-actions__group file-actions__group--record')}
      <Drawer slug={drawer} title={action?.title ?? ''} className="file-drawer">
        {action ? (
          <ActionForm
            key={action.name}
            action={action}
            refusal={refusal}
            sending={sending}
            onCancel={() => closeModal(drawer)}
            onSend={(body) => void send(action, body)}
          />
        ) : null}
      </Drawer>
    </section>
  )
}
