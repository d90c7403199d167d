'use client'
import {
  Banner,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormBackgroundProcessing,
  useFormFields,
  useFormModified,
  useFormProcessing,
  useLocale,
} from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { FORM } from '../actions/words.ts'
import { UNSAVED } from './words.ts'

/** More than a save that begins two seconds after the last letter takes to begin. */
const PATIENCE_MS = 3_000
const AGAIN_MS = 5_000

type Trouble = keyof typeof UNSAVED.because

/**
 * Stands above a form that saves what is typed, while something is not saved: it says why for as long as that lasts, tries
 * again by itself, and lets the browser ask before the page is left. Payload tells a failed save for four seconds and
 * forgets it.
 */
export function UnsavedText() {
  const modified = useFormModified()
  const saving = useFormBackgroundProcessing()
  const submitting = useFormProcessing()
  const { submit, setBackgroundProcessing } = useForm()
  const fields = useFormFields(([state]) => state)
  const { id, collectionSlug, globalSlug } = useDocumentInfo()
  const { config } = useConfig()
  const { code: locale } = useLocale()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [round, setRound] = useState(0)
  const trying = useRef(false)
  const { api } = config.routes
  const saves = globalSlug === undefined && id !== undefined

  const tryAgain = useCallback(async () => {
    if (trying.current) return
    trying.current = true
    const found = await troubleNow(api)
    if (found === null) {
      const query = new URLSearchParams({
        autosave: 'true',
        depth: '0',
        draft: 'true',
        'fallback-locale': 'null',
        locale,
      })
      setBackgroundProcessing(true)
      const sent = await submit({
        acceptValues: { overrideLocalChanges: false },
        action: `${api}/${String(collectionSlug)}/${String(id)}?${query.toString()}`,
        context: { getDocPermissions: false, incrementVersionCount: false },
        disableFormWhileProcessing: false,
        disableSuccessStatus: true,
        method: 'PATCH',
        overrides: { _status: 'draft' },
        skipValidation: true,
      })
      setBackgroundProcessing(false)
      // What is refused for what is in it is said at its place.
      const status = sent && typeof sent === 'object' && 'res' in sent ? sent.res.status : 503
      setTrouble(status >= 500 ? 'server' : status === 401 ? 'session' : null)
    } else setTrouble(found)
    trying.current = false
    setRound((count) => count + 1)
  }, [api, collectionSlug, id, locale, setBackgroundProcessing, submit])

  useEffect(() => {
    if (!saves || !modified || saving || submitting) return
    const timer = setTimeout(() => void tryAgain(), trouble === null ? PATIENCE_MS : AGAIN_MS)
    return () => clearTimeout(timer)
  }, [saves, modified, saving, submitting, fields, round, trouble, tryAgain])

  useEffect(() => {
    if (!modified) setTrouble(null)
  }, [modified])

  useEffect(() => {
    if (!saves || !modified) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    const cut = () => setTrouble('offline')
    const back = () => void tryAgain()
    window.addEventListener('beforeunload', ask)
    window.addEventListener('offline', cut)
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('offline', cut)
      window.removeEventListener('online', back)
    }
  }, [saves, modified, tryAgain])

  useEffect(sayCutsInFrench, [])

  if (trouble === null || !modified) return null
  return (
    <div className="unsaved-text" role="alert">
      <Banner type="error">
        <p>
          {UNSAVED.because[trouble]}{' '}
          {trouble === 'session' && (
            <a href={`${config.routes.admin}/login`} target="_blank" rel="noreferrer">
              {UNSAVED.signIn}
            </a>
          )}
        </p>
      </Banner>
    </div>
  )
}

/** What keeps a save from being made, as far as it shows: no line, no session, a server that does not answer. */
async function troubleNow(api: string): Promise<Trouble | null> {
  try {
    const response = await fetch(`${api}/users/me?depth=0`, { cache: 'no-store', credentials: 'same-origin' })
    if (response.status === 401) return 'session'
    if (!response.ok) return 'server'
    const who: unknown = await response.json()
    return typeof who === 'object' && who !== null && 'user' in who && who.user ? null : 'session'
  } catch {
    return 'offline'
  }
}

/** Payload shows what the browser says of a line that is cut, in the browser's words. */
function sayCutsInFrench(): () => void {
  const own = window.fetch.bind(window)
  window.fetch = async (...asked) => {
    try {
      return await own(...asked)
    } catch (error) {
      throw error instanceof TypeError ? new TypeError(FORM.offline, { cause: error }) : error
    }
  }
  return () => {
    window.fetch = own
  }
}
