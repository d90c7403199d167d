'use client'
import { Banner, Button, useConfig, useDocumentInfo, useForm, useFormFields, useLocale } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { STALE } from './words.ts'

/**
 * Stands above a form whose record somebody else changed meanwhile (409 `stale`): who reads the form loads the record
 * anew, or keeps their text, which is then saved over the present state. What the other wrote stays in the versions.
 */
export function StaleRecord() {
  const message = useFormFields(([{ updatedAt }]) => (updatedAt?.valid === false ? updatedAt.errorMessage : undefined))
  const state = useFormFields(([{ updatedAt }]) => updatedAt?.value)
  const [refused, setRefused] = useState<{ message: string; state: unknown } | null>(null)
  // The next look of the form at its fields takes the message away: it stands until the record is another one.
  useEffect(() => {
    if (message !== undefined) setRefused({ message, state })
  }, [message, state])
  const { collectionSlug, globalSlug, id } = useDocumentInfo()
  const { config } = useConfig()
  const { code: locale } = useLocale()
  const { submit } = useForm()
  const [failed, setFailed] = useState(false)
  if (refused === null || refused.state !== state) return null

  const path = globalSlug === undefined ? `${String(collectionSlug)}/${String(id)}` : `globals/${globalSlug}`
  const address = `${config.routes.api}/${path}?depth=0&draft=true&locale=${locale}`

  const keep = async () => {
    setFailed(false)
    const response = await fetch(address, { credentials: 'same-origin' })
    const present: unknown = response.ok ? await response.json() : null
    if (typeof present !== 'object' || present === null || !('updatedAt' in present)) return setFailed(true)
    const { updatedAt } = present
    const method = globalSlug === undefined ? 'PATCH' : 'POST'
    const answer = await submit({
      action: address,
      method,
      overrides: { _status: 'draft', updatedAt },
      skipValidation: true,
    })
    if (answer && answer.res.ok) setRefused(null)
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
