'use client'
import { useCallback, useEffect, useState } from 'react'
import { call, textOf, textsOf } from './call.ts'
import { Enrol } from './Enrol.tsx'
import { OwnSection, SecretField } from './Own.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { codesLeft, OWN } from './words.ts'

type Factor = { id: string; label: string }
type Known = { factors: Factor[]; left: number }

const knownIn = (body: Record<string, unknown>): Known => {
  const list: unknown[] = Array.isArray(body['factors']) ? body['factors'] : []
  return {
    factors: list.flatMap((each) => {
      const factor = typeof each === 'object' && each !== null ? Object.fromEntries(Object.entries(each)) : {}
      return [{ id: textOf(factor, 'id'), label: textOf(factor, 'label') }]
    }),
    left: typeof body['recoveryCodesLeft'] === 'number' ? body['recoveryCodesLeft'] : 0,
  }
}

/** One's own second factors: what there is, one more, one less, recovery codes anew. */
export function OwnFactors() {
  const [known, setKnown] = useState<Known | null>(null)
  const [present, setPresent] = useState('')
  const [codes, setCodes] = useState<string[]>([])
  const [message, setMessage] = useState('')

  const load = useCallback(async () => {
    const read = await call('/second-factor')
    if (read.ok) setKnown(knownIn(read.body))
    else setMessage(read.message)
  }, [])
  useEffect(() => void load(), [load])

  const act = async (path: string) => {
    const done = await call(path, { currentPassword: present })
    setMessage(done.message)
    if (done.ok) setCodes(textsOf(done.body, 'recoveryCodes'))
    await load()
  }
  const added = (recoveryCodes: string[]) => {
    setCodes(recoveryCodes)
    setPresent('')
    void load()
  }

  return (
    <OwnSection id="own-factors" title={OWN.factors}>
      {known && known.factors.length === 0 ? <p>{OWN.none}</p> : null}
      <ul className="own-security__list">
        {known?.factors.map(({ id, label }) => (
          <li key={id}>
            <span>{label}</span>
            <button
              type="button"
              className="btn btn--style-secondary btn--size-small"
              disabled={present === ''}
              onClick={() => void act(`/second-factor/${id}/remove`)}
            >
              {OWN.remove}
            </button>
          </li>
        ))}
      </ul>
      {codes.length > 0 ? <RecoveryCodes codes={codes} onKept={() => setCodes([])} /> : null}
      <p>{OWN.proof}</p>
      <SecretField
        id="own-proof"
        label={OWN.present}
        autoComplete="current-password"
        value={present}
        onChange={setPresent}
      />
      <p className="sign-in__message" role="alert">
        {message}
      </p>
      <Enrol key={known?.factors.length ?? 0} proof={() => ({ currentPassword: present })} onAdded={added} />
      {known && known.factors.length > 0 ? (
        <p>
          {codesLeft(known.left)}{' '}
          <button
            type="button"
            className="btn btn--style-secondary btn--size-small"
            disabled={present === ''}
            onClick={() => void act('/second-factor/recovery-codes')}
          >
            {OWN.renew}
          </button>
        </p>
      ) : null}
    </OwnSection>
  )
}
