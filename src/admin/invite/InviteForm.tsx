'use client'
import { Gutter, SetStepNav, toast, useDocumentTitle } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useState } from 'react'
import { ActionForm } from '../actions/ActionForm.tsx'
import { post, type Refusal } from '../actions/post.ts'
import { INVITATION, TEAM } from './words.ts'

const LIST = '/admin/collections/users'

/** Makes an account and sends its holder the link, then leads back to the team, where the account stands. */
export function InviteForm() {
  const router = useRouter()
  const { setDocumentTitle, title } = useDocumentTitle()
  const [shown, setShown] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [sending, setSending] = useState(false)

  // Payload sets its own title when the view is first shown, after what is set in here: so ours comes a turn later.
  useEffect(() => setShown(true), [])
  useEffect(() => {
    if (shown && title !== INVITATION.title) setDocumentTitle(INVITATION.title)
  }, [shown, title, setDocumentTitle])

  const send = async (body: FormData | Record<string, unknown>) => {
    setSending(true)
    const refused = await post(INVITATION.url, body)
    setSending(false)
    setRefusal(refused)
    if (refused) return
    toast.success(INVITATION.done)
    router.push(LIST)
  }

  return (
    <Gutter className="invite">
      <SetStepNav nav={[{ label: TEAM, url: LIST }, { label: INVITATION.button }]} />
      <ActionForm action={INVITATION} refusal={refusal} sending={sending} onCancel={() => router.push(LIST)} onSend={(body) => void send(body)} />
    </Gutter>
  )
}
