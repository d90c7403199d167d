'use client'
import { Button, Drawer, toast, useAuth, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useId, useRef, useState, type FormEvent } from 'react'
import type { Refusal } from '../actions/post.ts'
import { FORM } from '../actions/words.ts'
import { ImportPreview } from './ImportPreview.tsx'
import { askPreview, makeDraft, type Preview } from './send.ts'
import { IMPORT as T } from './words.ts'

type Collection = 'pages' | 'charter-versions'
type Props = { collection: Collection }

const MAY: Record<Collection, string> = { pages: 'editor', 'charter-versions': 'secretariat' }
const DRAWER = 'cpof-import'

/** Above a list: a text becomes a draft, looked at before it is made. */
export function ImportText({ collection }: Props) {
  const { user } = useAuth<{ roles?: string[] }>()
  const router = useRouter()
  const { openModal, closeModal } = useModal()
  const id = useId()
  const chosen = useRef<File | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  if (!user?.roles?.includes(MAY[collection])) return null

  const run = async (act: () => Promise<void>) => {
    setBusy(true)
    setRefusal(null)
    await act()
    setBusy(false)
  }
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    const file = new FormData(event.currentTarget).get('file')
    if (!(file instanceof File)) return
    chosen.current = file
    void run(async () => {
      const answer = await askPreview(collection, file)
      if ('status' in answer) setRefusal(answer)
      else setPreview(answer)
    })
  }
  const create = () =>
    void run(async () => {
      if (!chosen.current) return
      const answer = await makeDraft(collection, chosen.current)
      if (typeof answer !== 'string') {
        setRefusal(answer)
        return
      }
      toast.success(T.done)
      closeModal(DRAWER)
      // The text is French, whichever language was looked at last.
      router.push(`/admin/collections/${collection}/${answer}?locale=fr`)
    })

  return (
    <div className="import-text">
      <Button buttonStyle="secondary" margin={false} onClick={() => openModal(DRAWER)}>
        {T.button[collection]}
      </Button>
      <Drawer slug={DRAWER} title={T.title[collection]} className="file-drawer">
        <p>{T.lead}</p>
        {refusal ? (
          <p role="alert" className="file-alert">
            {refusal.message} {refusal.issues[0]?.message === refusal.message ? null : refusal.issues[0]?.message}
          </p>
        ) : null}
        {preview ? (
          <>
            <ImportPreview preview={preview} />
            <div className="file-form__controls">
              <Button margin={false} disabled={busy} onClick={create}>
                {busy ? FORM.sending : T.create}
              </Button>
              <Button buttonStyle="secondary" margin={false} onClick={() => setPreview(null)}>
                {T.another}
              </Button>
            </div>
          </>
        ) : (
          <form className="file-form" onSubmit={look}>
            <div className="field-type text file-field">
              <label className="field-label" htmlFor={id}>
                {T.file}
              </label>
              <input
                id={id}
                type="file"
                name="file"
                required
                accept=".txt,.md,.markdown,.docx,text/plain,text/markdown"
                aria-describedby={`${id}-help`}
              />
              <p id={`${id}-help`} className="field-description">
                {T.fileHelp}
              </p>
            </div>
            <div className="file-form__controls">
              <Button type="submit" margin={false} disabled={busy}>
                {busy ? T.looking : T.look}
              </Button>
            </div>
          </form>
        )}
      </Drawer>
    </div>
  )
}
