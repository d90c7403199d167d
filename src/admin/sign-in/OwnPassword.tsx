'use client'
import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import { call } from './call.ts'
import { OwnSection, SecretField } from './Own.tsx'
import { OWN } from './words.ts'

/** Changes one's own password, the present one beside it. */
export function OwnPassword({ account }: { account: string }) {
  const [present, setPresent] = useState('')
  const [fresh, setFresh] = useState('')
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')

  const change = async () => {
    setBusy(true)
    const done = await call(`/${account}`, { password: fresh, currentPassword: present }, 'PATCH')
    setBusy(false)
    setMessage(done.message)
    if (!done.ok) return
    setPresent('')
    setFresh('')
    toast.success(OWN.changed)
  }

  return (
    <OwnSection id="own-password" title={OWN.password}>
      <SecretField
        id="own-present"
        label={OWN.present}
        autoComplete="current-password"
        value={present}
        onChange={setPresent}
      />
      <SecretField
        id="own-fresh"
        label={OWN.fresh}
        help={OWN.freshHelp}
        autoComplete="new-password"
        value={fresh}
        onChange={setFresh}
      />
      <p className="sign-in__message" role="alert">
        {message}
      </p>
      <button
        type="button"
        className="btn btn--style-secondary btn--size-medium"
        disabled={busy || present === '' || fresh === ''}
        onClick={() => void change()}
      >
        {OWN.change}
      </button>
    </OwnSection>
  )
}
