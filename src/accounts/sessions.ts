import type { Payload } from 'payload'
import { findAll, findById } from '../db/find.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import type { StaffSession } from '../payload-types.ts'
import { deviceLabel } from '../security/device.ts'
import { keyOf } from '../security/keys.ts'
import { mintSessionToken } from '../security/session-token.ts'
import { voidSignIns } from './attempts.ts'
import type { Visitor } from './client.ts'

/** Seconds after signing in in which a session ends, whatever is done with it. */
export const SESSION_SECONDS = 12 * 60 * 60
/** Milliseconds after its last use in which a session ends. */
const IDLE = 8 * 60 * 60 * 1000
/** Milliseconds to which the last use of a session is exact: its row is not written at each request. */
const SEEN = 5 * 60 * 1000
/** Sessions that one account has at once; a further one ends the oldest. */
const MOST_SESSIONS = 20

/** A session that begins: its token, and when it ends in seconds since 1970. */
export type OpenedSession = { token: string; exp: number }

/**
 * Opens a session, in the unit of work of a sign-in. Each is a row of its own: two at once are two.
 * @param enrolling whether it may do nothing but enrol a second factor
 */
export async function openSession(
  unit: UnitOfWork,
  account: string,
  visitor: Visitor,
  { enrolling = false } = {},
): Promise<OpenedSession> {
  const { payload, req } = unit
  const at = now()
  const exp = Math.floor(at.getTime() / 1000) + SESSION_SECONDS
  const device = visitor.device?.id
  const { id } = await payload.create({
    collection: 'staff-sessions',
    data: {
      account,
      endsAt: new Date(exp * 1000).toISOString(),
      lastSeenAt: at.toISOString(),
      label: deviceLabel(visitor.userAgent),
      enrolling,
      ...(visitor.ip ? { ip: visitor.ip.slice(0, 64) } : {}),
      ...(device ? { device } : {}),
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  const all = await rowsOf(payload, account, req)
  const ended = all.filter((each) => !isLive(each, at)).map((each) => each.id)
  const tooMany = all
    .filter((each) => isLive(each, at))
    .slice(MOST_SESSIONS)
    .map((each) => each.id)
  await deleteRows(unit, [...ended, ...tooMany])
  const token = mintSessionToken(keyOf(payload, 'staff-session'), {
    sid: id,
    id: account,
    collection: 'users',
    exp,
    ...(enrolling ? { enrol: true as const } : {}),
  })
  return { token, exp }
}

/** The session of an id when it still stands and belongs to the account, else null. Its use is noted. */
export async function useSession(
  payload: Payload,
  { sid, account }: { sid: string; account: string },
): Promise<StaffSession | null> {
  const session = await findById({ payload }, 'staff-sessions', sid)
  const at = now()
  if (!session || session.account !== account || !isLive(session, at)) return null
  if (at.getTime() - new Date(session.lastSeenAt).getTime() > SEEN) {
    await payload.db.updateOne({
      collection: 'staff-sessions',
      where: { id: { equals: sid } },
      data: { lastSeenAt: at.toISOString() },
      returning: false,
    })
  }
  return session
}

/** The sessions of an account that still stand, the latest first. */
export async function liveSessionsOf(payload: Payload, account: string): Promise<StaffSession[]> {
  const at = now()
  return (await rowsOf(payload, account)).filter((each) => isLive(each, at) && !each.enrolling)
}

/** Ends one session of an account. @returns whether there was one */
export async function endSession(unit: UnitOfWork, account: string, sid: string): Promise<boolean> {
  const found = (await rowsOf(unit.payload, account, unit.req)).some(({ id }) => id === sid)
  if (found) await deleteRows(unit, [sid])
  return found
}

/**
 * Ends all sessions of an account but one, or all of them: at once, everywhere; sign-ins that wait for a code with them.
 * @returns how many sessions there were
 */
export async function endSessionsOf(
  unit: Pick<UnitOfWork, 'payload' | 'req'>,
  account: string,
  { but }: { but?: string } = {},
): Promise<number> {
  const sessions = (await rowsOf(unit.payload, account, unit.req)).filter(({ id }) => id !== but)
  await deleteRows(
    unit,
    sessions.map(({ id }) => id),
  )
  await voidSignIns(unit, account)
  return sessions.length
}

/** Ends the sessions of an account that may only enrol a second factor: it has one now, and its password alone opens nothing any more. */
export async function endEnrollingSessionsOf(unit: UnitOfWork, account: string): Promise<void> {
  const rows = await rowsOf(unit.payload, account, unit.req)
  await deleteRows(
    unit,
    rows.filter(({ enrolling }) => enrolling).map(({ id }) => id),
  )
}

/** Deletes what has ended, of all accounts. */
export async function forgetEndedSessions(payload: Payload): Promise<number> {
  const where = { endsAt: { less_than: now().toISOString() } }
  const { totalDocs } = await payload.count({ collection: 'staff-sessions', where, overrideAccess: true })
  if (totalDocs > 0) await payload.db.deleteMany({ collection: 'staff-sessions', where })
  return totalDocs
}

function isLive({ endsAt, lastSeenAt }: Pick<StaffSession, 'endsAt' | 'lastSeenAt'>, at: Date): boolean {
  return new Date(endsAt) > at && at.getTime() - new Date(lastSeenAt).getTime() < IDLE
}

async function rowsOf(payload: Payload, account: string, req?: UnitOfWork['req']): Promise<StaffSession[]> {
  return findAll({ payload, req }, 'staff-sessions', {
    where: { account: { equals: account } },
    sort: ['-endsAt', '-createdAt'],
  })
}

async function deleteRows({ payload, req }: Pick<UnitOfWork, 'payload' | 'req'>, ids: string[]): Promise<void> {
  if (ids.length > 0) await payload.db.deleteMany({ collection: 'staff-sessions', where: { id: { in: ids } }, req })
}
