import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { vi } from 'vitest'
import { LEASE_MS } from '../../src/jobs/leased-rows.ts'
import { startSender } from '../../src/jobs/sender.ts'
import { setClock } from '../../src/lib/clock.ts'
import { createTransport } from '../../src/mail/transport.ts'

/**
 * Where several servers share a database, what a killed one was sending is left alone for a minute, since it might
 * be alive. Here the minute passes at once: another sender looks by a clock that is so far ahead.
 */
export async function sendWhatTheDeadHeld(payload: Payload, smtpUrl: string, from: string): Promise<void> {
  setClock(() => new Date(Date.now() + LEASE_MS))
  const sender = startSender({ payload, transport: createTransport(smtpUrl, from), instance: randomUUID() })
  const waiting = { collection: 'messages', where: { status: { in: ['owed', 'sending'] } } } as const
  await vi.waitUntil(async () => (await payload.count(waiting)).totalDocs === 0, { timeout: 120_000, interval: 100 })
  await sender.stop()
  setClock(null)
}
