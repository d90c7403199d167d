'use client'
import { useCallback, useEffect, useState } from 'react'
import { formatDateTime } from '../../lib/dates.ts'
import { call, textOf } from './call.ts'
import { OwnSection } from './Own.tsx'
import { OWN } from './words.ts'

type Session = { id: string; device: string; network: string; since: string; seen: string; current: boolean }

const sessionsIn = (body: Record<string, unknown>): Session[] => {
  const list: unknown[] = Array.isArray(body['docs']) ? body['docs'] : []
  return list.map((each) => {
    const row = typeof each === 'object' && each !== null ? Object.fromEntries(Object.entries(each)) : {}
    return {
      id: textOf(row, 'id'),
      device: textOf(row, 'device') || OWN.unknown,
      network: textOf(row, 'network') || '–',
      since: textOf(row, 'since'),
      seen: textOf(row, 'lastSeen'),
      current: row['current'] === true,
    }
  })
}

const at = (moment: string): string => (moment === '' ? '–' : formatDateTime(new Date(moment)))

/** Where one is signed in, and how to end it. */
export function OwnSessions() {
  const [sessions, setSessions] = useState<Session[]>([])
  const [message, setMessage] = useState('')

  const load = useCallback(async () => {
    const read = await call('/sessions')
    setMessage(read.message)
    if (read.ok) setSessions(sessionsIn(read.body))
  }, [])
  useEffect(() => void load(), [load])

  const end = async (path: string) => {
    const done = await call(path, {})
    if (done.ok) await load()
    else setMessage(done.message)
  }

  return (
    <OwnSection id="own-sessions" title={OWN.sessions}>
      <ul className="own-security__list">
        {sessions.map(({ id, device, network, since, seen, current }) => (
          <li key={id} aria-current={current ? 'true' : undefined}>
            <span>
              <strong>{device}</strong>
              {current ? ` (${OWN.current})` : ''}
              <br />
              {OWN.network} {network}
              <br />
              {OWN.since} {at(since)}
              <br />
              {OWN.seen} {at(seen)}
            </span>
            {current ? null : (
              <button
                type="button"
                className="btn btn--style-secondary btn--size-small"
                onClick={() => void end(`/sessions/${id}/end`)}
              >
                {OWN.end}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p className="sign-in__message" role="alert">
        {message}
      </p>
      {sessions.length > 1 ? (
        <button
          type="button"
          className="btn btn--style-secondary btn--size-medium"
          onClick={() => void end('/sessions/end-others')}
        >
          {OWN.endOthers}
        </button>
      ) : null}
    </OwnSection>
  )
}
