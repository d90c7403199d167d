'use client'
import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { useState } from 'react'
import { call, textOf, textsOf, type Called } from './call.ts'
import { Enrol } from './Enrol.tsx'
import { Field, Form } from './Form.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { ENROL, MAILED, SECOND, SIGN_IN } from './words.ts'

type Question = { challenge: string; kinds: string[]; passkey: unknown }

type Step =
  | { at: 'password' }
  | { at: 'address' }
  | { at: 'mailed'; attempt: string }
  | { at: 'second'; question: Question; lost: boolean }
  | { at: 'enrol' }
  | { at: 'codes'; codes: string[] }

type Props = { redirect: string; forgot: string }

const answerTo = async (options: unknown) =>
  startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON }).catch(() => null)

/** Signing in, step by step: a password, a passkey or a mailed code; a second factor where there is one, or is to be enrolled. */
export function SignIn({ redirect, forgot }: Props) {
  const [step, setStep] = useState<Step>({ at: 'password' })
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')

  // The panel is drawn by the server: it has to see the new session.
  const enter = () => window.location.assign(redirect)
  const goTo = (next: Step) => {
    setMessage('')
    setStep(next)
  }

  /** Where an answer leads. */
  const follow = ({ ok, code, body, message: refused }: Called): void => {
    if (ok && code === 'second-factor-to-enrol') goTo({ at: 'enrol' })
    else if (ok) {
      enter()
      return
    } else if (code === 'second-factor-needed')
      goTo({
        at: 'second',
        lost: false,
        question: { challenge: textOf(body, 'challenge'), kinds: textsOf(body, 'kinds'), passkey: body['passkey'] },
      })
    else if (code === 'attempt-over' && step.at !== 'password') {
      setStep({ at: 'password' })
      setMessage(refused)
    } else setMessage(refused)
    setBusy(false)
  }

  const send = (path: string, body: Record<string, unknown>) => {
    setBusy(true)
    setMessage('')
    void call(path, body).then(follow)
  }

  const withPasskey = (
    begin: () => Promise<{ options: unknown; path: string; body: Record<string, unknown> } | string>,
  ) => {
    setBusy(true)
    setMessage('')
    void (async () => {
      const begun = await begin()
      const assertion = typeof begun === 'string' ? null : await answerTo(begun.options)
      if (typeof begun !== 'string' && assertion) return follow(await call(begun.path, { ...begun.body, assertion }))
      setMessage(typeof begun === 'string' ? begun : SIGN_IN.cancelled)
      setBusy(false)
    })()
  }

  const passkeyAlone = () =>
    withPasskey(async () => {
      const begun = await call('/login/passkey/options', {})
      return begun.ok
        ? { options: begun.body['options'], path: '/login/passkey', body: { attempt: textOf(begun.body, 'attempt') } }
        : begun.message
    })

  const askForCode = (email: string) => {
    setBusy(true)
    setMessage('')
    void call('/login/code', { email }).then((asked) => {
      if (asked.ok) goTo({ at: 'mailed', attempt: textOf(asked.body, 'attempt') })
      else setMessage(asked.message)
      setBusy(false)
    })
  }

  const back = (
    <button type="button" className="sign-in__link" onClick={() => goTo({ at: 'password' })}>
      {SIGN_IN.back}
    </button>
  )

  switch (step.at) {
    case 'password':
      return (
        <div className="sign-in">
          <Form
            key="password"
            submit={SIGN_IN.submit}
            busy={busy}
            message={message}
            onSend={(read) => send('/login', { email: read('email'), password: read('password') })}
          >
            <Field name="email" label={SIGN_IN.email} type="email" autoComplete="username webauthn" />
            <Field name="password" label={SIGN_IN.password} type="password" autoComplete="current-password" />
          </Form>
          <a href={forgot}>{SIGN_IN.forgot}</a>
          <section className="sign-in__others" aria-label={SIGN_IN.others}>
            <button
              type="button"
              className="btn btn--style-secondary btn--size-medium"
              disabled={busy}
              onClick={passkeyAlone}
            >
              {SIGN_IN.passkey}
            </button>
            <button
              type="button"
              className="btn btn--style-secondary btn--size-medium"
              disabled={busy}
              onClick={() => goTo({ at: 'address' })}
            >
              {SIGN_IN.mailed}
            </button>
          </section>
        </div>
      )
    case 'address':
      return (
        <div className="sign-in">
          <p>{SIGN_IN.elector}</p>
          <Form
            key="address"
            submit={SIGN_IN.mailed}
            busy={busy}
            message={message}
            onSend={(read) => askForCode(read('email'))}
          >
            <Field name="email" label={SIGN_IN.email} type="email" autoComplete="username" autoFocus />
          </Form>
          {back}
        </div>
      )
    case 'mailed':
      return (
        <div className="sign-in">
          <h1>{MAILED.title}</h1>
          <p>{MAILED.sent}</p>
          <Form
            key="mailed"
            submit={MAILED.submit}
            busy={busy}
            message={message}
            onSend={(read) => send('/login/code/confirm', { attempt: step.attempt, code: read('code') })}
          >
            <Field name="code" label={MAILED.code} inputMode="numeric" autoComplete="one-time-code" autoFocus />
          </Form>
          {back}
        </div>
      )
    case 'second': {
      const { challenge, kinds, passkey } = step.question
      const byPasskey = () =>
        withPasskey(async () => ({ options: passkey, path: '/login/second-factor', body: { challenge } }))
      return (
        <div className="sign-in">
          <h1>{SECOND.title}</h1>
          {kinds.includes('passkey') && !step.lost ? (
            <button
              type="button"
              className="btn btn--style-primary btn--size-large"
              disabled={busy}
              onClick={byPasskey}
            >
              {SECOND.passkey}
            </button>
          ) : null}
          {step.lost ? (
            <Form
              key="recovery"
              submit={SECOND.submit}
              busy={busy}
              message={message}
              onSend={(read) => send('/login/second-factor', { challenge, recoveryCode: read('recovery') })}
            >
              <Field name="recovery" label={SECOND.recovery} help={SECOND.recoveryHelp} autoComplete="off" autoFocus />
            </Form>
          ) : kinds.includes('totp') ? (
            <Form
              key="totp"
              submit={SECOND.submit}
              busy={busy}
              message={message}
              onSend={(read) => send('/login/second-factor', { challenge, code: read('code') })}
            >
              <Field
                name="code"
                label={SECOND.code}
                help={SECOND.help}
                inputMode="numeric"
                autoComplete="one-time-code"
                autoFocus
              />
            </Form>
          ) : (
            <p className="sign-in__message" role="alert">
              {message}
            </p>
          )}
          {kinds.includes('recovery-code') && !step.lost ? (
            <button type="button" className="sign-in__link" onClick={() => goTo({ ...step, lost: true })}>
              {SECOND.lost}
            </button>
          ) : null}
          {back}
        </div>
      )
    }
    case 'enrol':
      return (
        <div className="sign-in">
          <h1>{ENROL.title}</h1>
          <p>{ENROL.why}</p>
          <Enrol proof={() => ({})} onAdded={(codes) => (codes.length > 0 ? goTo({ at: 'codes', codes }) : enter())} />
        </div>
      )
    case 'codes':
      return (
        <div className="sign-in">
          <RecoveryCodes codes={step.codes} onKept={enter} />
        </div>
      )
  }
}
