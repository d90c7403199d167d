import type { Payload, PayloadRequest } from 'payload'
import { now } from '../lib/clock.ts'
import { networkOf } from '../lib/network.ts'
import { bundle, settleBundles } from './bundles.ts'
import { deviceLabel } from './device.ts'
import type { EventData, SecurityEventType } from './events.ts'

export type SecurityEvent = {
  type: SecurityEventType
  /** Whom it concerns: the id of an account. */
  account?: string | null
  /** Who did it: the id of an account; null for a stranger or the system. */
  by?: string | null
  /** The caller's address, as the front door believes it. */
  ip?: string | null
  userAgent?: string | null
  /** Facts, never a secret. */
  data?: EventData
}

/** What strangers can cause as often as they like: counted by the minute, never a row a request. */
const BUNDLED: ReadonlySet<SecurityEventType> = new Set([
  'sign-in-failed',
  'sign-in-delayed',
  'second-factor-failed',
  'password-reset-asked',
  'api-key-refused',
  'refused-by-gate',
])

const LONGEST_TEXT = 300

/**
 * Notes what matters for security. With the `req` of a unit of work it stands in its transaction, and fails with it.
 * Otherwise a failure is logged and stops nobody. What strangers can cause (failed sign-ins, refusals of the gate …) is
 * counted by type, network and account for each minute, outside of any transaction: a refusal is noted though what it
 * refused is rolled back.
 */
export async function noteSecurityEvent(payload: Payload, event: SecurityEvent, req?: PayloadRequest): Promise<void> {
  if (BUNDLED.has(event.type)) {
    const account = event.account ?? null
    const code = event.data?.['code'] ?? ''
    const key = [event.ip ? networkOf(event.ip) : '', account ?? '', String(code)].join('|')
    bundle(payload, { type: event.type, key }, (shared) => store(payload, shared ? { type: event.type } : event))
    return
  }
  const transaction = await req?.transactionID
  if (req && transaction !== undefined && transaction !== null) {
    await store(payload, event, req)
    return
  }
  try {
    await store(payload, event)
  } catch (error) {
    payload.logger.error({ msg: 'A security event could not be noted', type: event.type, err: error })
  }
}

/** Writes what was only counted so far; before the process ends, and before the journal is read. */
export const settleSecurityEvents = (payload: Payload): Promise<void> => settleBundles(payload)

async function store(
  payload: Payload,
  { type, account, by, ip, userAgent, data = {} }: SecurityEvent,
  req?: PayloadRequest,
): Promise<string | number> {
  const at = now().toISOString()
  const row: unknown = await payload.db.create({
    collection: 'security-events',
    data: {
      type,
      at,
      until: at,
      count: 1,
      data: shortened(data),
      ...(account ? { account } : {}),
      ...(by ? { by } : {}),
      ...(ip ? { ip: ip.slice(0, 64), network: networkOf(ip).slice(0, 64) } : {}),
      ...(deviceLabel(userAgent) ? { device: deviceLabel(userAgent) } : {}),
    },
    ...(req ? { req } : {}),
  })
  if (typeof row !== 'object' || row === null || !('id' in row)) throw new Error('The database answered no row')
  return typeof row.id === 'number' ? row.id : String(row.id)
}

const shortened = (data: EventData): EventData =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value,
    ]),
  )
