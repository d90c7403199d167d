'use client'
import { Button, Drawer, useListQuery, useModal, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { isState, STATE_LABELS } from '../../adhesion/lifecycle/states.ts'
import { ActionForm } from '../actions/ActionForm.tsx'
import type { ActionModel } from '../actions/model.ts'
import { ask, fieldsOf, listOf, messageIn, type Refusal } from '../actions/post.ts'
import { SEVERAL } from './words.ts'

type Result = { id: string; name: string; done: boolean; said: string }

const DRAWER = 'cpof-several-files'

/** Actions on the files that are ticked in a list, and what became of each. */
export function SeveralFiles({ actions }: { actions: ActionModel[] }) {
  const router = useRouter()
  const { getSelectedIds } = useSelection()
  const { data } = useListQuery()
  const { openModal, closeModal } = useModal()
  const [open, setOpen] = useState<ActionModel | null>(null)
  const [sending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [results, setResults] = useState<Result[]>([])
  const ids = getSelectedIds().map(String)

  const called = new Map(
    listOf(data?.docs).map((doc) => {
      const { id, reference, organisation } = fieldsOf(doc)
      return [String(id), `${String(reference)} ${String(fieldsOf(organisation)['legalName'])}`]
    }),
  )
  const resultIn = (entry: unknown): Result => {
    const { id, status, doc } = fieldsOf(entry)
    const state = fieldsOf(doc)['status']
    const done = status === 200
    return {
      id: String(id),
      name: called.get(String(id)) ?? String(id),
      done,
      said: done ? (isState(state) ? STATE_LABELS[state] : '') : messageIn(entry),
    }
  }
  const start = (action: ActionModel) => {
    setRefusal(null)
    setOpen({ ...action, title: SEVERAL.title(action.title, ids.length) })
    openModal(DRAWER)
  }
  const send = async (action: ActionModel, body: FormData | Record<string, unknown>) => {
    if (body instanceof FormData) return
    setSending(true)
    setRefusal(null)
    const answered = await ask(action.url, { ...body, action: action.name, ids })
    setSending(false)
    if ('refused' in answered) {
      setRefusal(answered.refused)
      return
    }
    setResults(listOf(fieldsOf(answered.answer)['results']).map(resultIn))
    closeModal(DRAWER)
    router.refresh()
  }
  const done = results.filter((each) => each.done).length

  return (
    <section className="bulk-actions" aria-label={SEVERAL.region}>
      <p className="file-quiet">{ids.length === 0 ? SEVERAL.none : SEVERAL.chosen(ids.length)}</p>
      {ids.length > 0 ? (
        <div className="file-actions__group">
          {actions.map((action) => (
            <Button key={action.name} buttonStyle="secondary" size="small" margin={false} onClick={() => start(action)}>
              {action.button}
            </Button>
          ))}
        </div>
      ) : null}
      <div role="status">
        {results.length > 0 ? (
          <>
            <p>{SEVERAL.results(done, results.length)}</p>
            <ul className="file-lines">
              {results.map((result) => (
                <li key={result.id}>
                  <a href={`/admin/collections/adhesions/${result.id}`}>{result.name}</a>
                  <span>
                    {result.done ? result.said : <strong>{`${SEVERAL.refused}\u00a0: ${result.said}`}</strong>}
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      <Drawer slug={DRAWER} title={open?.title ?? ''} className="file-drawer">
        {open ? (
          <ActionForm
            key={open.name}
            action={open}
            refusal={refusal}
            sending={sending}
            onCancel={() => closeModal(DRAWER)}
            onSend={(body) => void send(open, body)}
          />
        ) : null}
      </Drawer>
    </section>
  )
}
