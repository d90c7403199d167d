'use client'
import { Banner, Button, useConfig, useDocumentInfo, useForm, useFormFields, useLocale } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { changedIn } from './changed-in.ts'
import { STALE } from './words.ts'

/**
 * Stands above a form whose record somebody else changed meanwhile (409 `stale`): who fills it in loads the record anew, or
 * keeps their text. Of it only the fields that they changed are saved, over the present state, so that the other's text
 * stays as well; where both changed one field, the other's stays in the versions.
 */
export function StaleRecord() {
  const message = useFormFields(([{ updatedAt }]) => (updatedAt?.valid === false ? updatedAt.errorMessage : undefined))
  const state = useFormFields(([{ updatedAt }]) => updatedAt?.value)
  const [refused, setRefused] = useState<{ message: string; state: unknown } | null>(null)
  const [failed, setFailed] = useState(false)
  const { collectionSlug, globalSlug, id, savedDocumentData } = useDocumentInfo()
  const { config } = useConfig()
  const { code: locale } = useLocale()
  const { getData, setModified } = useForm()
  // The next look of the form at its fields takes the message away: it stands until the record is another one.
  useEffect(() => {
    if (message !== undefined) setRefused({ message, state })
  }, [message, state])
  if (refused === null || refused.state !== state) return null

  const path = globalSlug === undefined ? `${String(collectionSlug)}/${String(id)}` : `globals/${globalSlug}`
  const address = `${config.routes.api}/${path}?depth=0&draft=true&locale=${locale}`

  const keep = async () => {
    setFailed(false)
    const response = await fetch(address, { credentials: 'same-origin' })
    const present: unknown = response.ok ? await response.json() : null
    if (typeof present !== 'object' || present === null || !('updatedAt' in present)) return setFailed(true)
    const kept = { ...changedIn(getData(), savedDocumentData ?? {}), updatedAt: present.updatedAt }
    const saved = await fetch(address, {
      method: globalSlug === undefined ? 'PATCH' : 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': 'fr' },
      body: JSON.stringify(globalSlug === undefined ? { ...kept, _status: 'draft' } : kept),
    })
    if (!saved.ok) return setFailed(true)
    // Nothing is left unsaved: the browser need not ask.
    flushSync(() => setModified(false))
    window.location.reload()
  }

  return (
    <div className="stale-record" role="alert">
      <Banner type="error">
        <p>{refused.message}</p>
        {failed && <p>{STALE.failed}</p>}
        <div className="stale-record__choices">
          <Button buttonStyle="secondary" size="small" onClick={() => window.location.reload()}>
            {STALE.reread}
          </Button>
          <Button size="small" onClick={() => void keep()}>
            {STALE.keep}
          </Button>
        </div>
      </Banner>
    </div>
  )
}
