'use client'
import { startRegistration, type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { useState } from 'react'
import { call, textOf, textsOf } from './call.ts'
import { Field, Form } from './Form.tsx'
import { ENROL, SIGN_IN } from './words.ts'

type Offered = { attempt: string; secret: string; qr: string }

/** Adds an application of codes or a passkey. @param proof what goes with it beside the session */
export function Enrol({ proof, onAdded }: { proof: () => Record<string, unknown>; onAdded: (recoveryCodes: string[]) => void }) {
  const [offered, setOffered] = useState<Offered | null>(null)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')

  const during = (act: () => Promise<string>) => {
    setBusy(true)
    setMessage('')
    void act().then(setMessage).finally(() => setBusy(false))
  }

  const beginApp = () => during(async () => {
    const begun = await call('/second-factor/totp', proof())
    if (begun.ok) setOffered({ attempt: textOf(begun.body, 'attempt'), secret: textOf(begun.body, 'secret'), qr: textOf(begun.body, 'qr') })
    return begun.message
  })

  const confirmApp = (attempt: string, code: string) => during(async () => {
    const done = await call('/second-factor/totp/confirm', { attempt, code })
    if (done.ok) onAdded(textsOf(done.body, 'recoveryCodes'))
    return done.message
  })

  const addPasskey = () => during(async () => {
    const begun = await call('/second-factor/passkey', proof())
    if (!begun.ok) return begun.message
    const response = await startRegistration({ optionsJSON: begun.body['options'] as PublicKeyCredentialCreationOptionsJSON }).catch(() => null)
    if (response === null) return SIGN_IN.cancelled
    const done = await call('/second-factor/passkey/confirm', { attempt: textOf(begun.body, 'attempt'), response })
    if (done.ok) onAdded(textsOf(done.body, 'recoveryCodes'))
    return done.message
  })

  if (offered) {
    return (
      <Form submit={ENROL.confirm} busy={busy} message={message} onSend={(read) => confirmApp(offered.attempt, read('code'))}>
        <p>{ENROL.appHelp}</p>
        <img className="sign-in__qr" alt={ENROL.app} src={`data:image/svg+xml;utf8,${encodeURIComponent(offered.qr)}`} />
        <p>{ENROL.secret}{'\u00a0'}: <code className="sign-in__secret">{offered.secret}</code></p>
        <Field name="code" label={ENROL.code} inputMode="numeric" autoComplete="one-time-code" autoFocus />
      </Form>
    )
  }
  return (
    <div className="sign-in__choices">
      <button type="button" className="btn btn--style-primary btn--size-medium" disabled={busy} onClick={beginApp}>{ENROL.begin}</button>
      <button type="button" className="btn btn--style-secondary btn--size-medium" disabled={busy} onClick={addPasskey}>{ENROL.passkey}</button>
      <p className="sign-in__help">{ENROL.passkeyHelp}</p>
      <p className="sign-in__message" role="alert">{message}</p>
    </div>
  )
}
