'use client'
import { Gutter, SetStepNav, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { ActionForm } from '../actions/ActionForm.tsx'
import { post, type Refusal } from '../actions/post.ts'
import { INVITATION, TEAM } from './words.ts'

const LIST = '/admin/collections/users'

/**
 * Makes an account and sends its holder the link, then leads back to the team, where the account stands. It has a
 * heading of its own in place of Payload's, which calls every new record alike.
 */
export function InviteForm() {
  const router = useRouter()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [sending, setSending] = useState(false)

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
      <h1>{INVITATION.title}</h1>
      <ActionForm
        action={INVITATION}
        refusal={refusal}
        sending={sending}
        onCancel={() => router.push(LIST)}
        onSend={(body) => void send(body)}
      />
    </Gutter>
  )
}
