'use client'
import { startRegistration, type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { useState } from 'react'
import { call, textOf, textsOf } from './call.ts'
import { ENROL, SIGN_IN } from './words.ts'

type Offered = { attempt: string; secret: string; qr: string }

/** Adds an application of codes or a passkey. @param proof what goes with it beside the session */
export function Enrol({
  proof,
  onAdded,
}: {
  proof: () => Record<string, unknown>
  onAdded: (recoveryCodes: string[]) => void
}) {
  const [offered, setOffered] = useState<Offered | null>(null)
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')

  const during = (act: () => Promise<string>) => {
    setBusy(true)
    setMessage('')
    void act()
      .then(setMessage)
      .finally(() => setBusy(false))
  }

  const beginApp = () =>
    during(async () => {
      const begun = await call('/second-factor/totp', proof())
      if (begun.ok)
        setOffered({
          attempt: textOf(begun.body, 'attempt'),
          secret: textOf(begun.body, 'secret'),
          qr: textOf(begun.body, 'qr'),
        })
      return begun.message
    })

  const confirmApp = (attempt: string, typed: string) =>
    during(async () => {
      const done = await call('/second-factor/totp/confirm', { attempt, code: typed })
      if (done.ok) onAdded(textsOf(done.body, 'recoveryCodes'))
      return done.message
    })

  const addPasskey = () =>
    during(async () => {
      const begun = await call('/second-factor/passkey', proof())
      if (!begun.ok) return begun.message
      const response = await startRegistration({
        optionsJSON: begun.body['options'] as PublicKeyCredentialCreationOptionsJSON,
      }).catch(() => null)
      if (response === null) return SIGN_IN.cancelled
      const done = await call('/second-factor/passkey/confirm', { attempt: textOf(begun.body, 'attempt'), response })
      if (done.ok) onAdded(textsOf(done.body, 'recoveryCodes'))
      return done.message
    })

  if (offered) {
    return (
      // No form of its own: it stands inside the form of the account as well, and a form in a form is sent by the browser.
      <div className="sign-in__form">
        <p>{ENROL.appHelp}</p>
        <img
          className="sign-in__qr"
          alt={ENROL.app}
          src={`data:image/svg+xml;utf8,${encodeURIComponent(offered.qr)}`}
        />
        <p>
          {ENROL.secret}
          {'\u00a0'}: <code className="sign-in__secret">{offered.secret}</code>
        </p>
        <div className="sign-in__field">
          <label htmlFor="enrol-code">{ENROL.code}</label>
          <input
            id="enrol-code"
            type="text"
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            value={code}
            onChange={(event) => setCode(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              confirmApp(offered.attempt, code)
            }}
          />
        </div>
        <p className="sign-in__message" role="alert">
          {message}
        </p>
        <button
          type="button"
          className="btn btn--style-primary btn--size-large sign-in__submit"
          disabled={busy || code === ''}
          onClick={() => confirmApp(offered.attempt, code)}
        >
          {ENROL.confirm}
        </button>
      </div>
    )
  }
  return (
    <div className="sign-in__choices">
      <button type="button" className="btn btn--style-primary btn--size-medium" disabled={busy} onClick={beginApp}>
        {ENROL.begin}
      </button>
      <button type="button" className="btn btn--style-secondary btn--size-medium" disabled={busy} onClick={addPasskey}>
        {ENROL.passkey}
      </button>
      <p className="sign-in__help">{ENROL.passkeyHelp}</p>
      <p className="sign-in__message" role="alert">
        {message}
      </p>
    </div>
  )
}
