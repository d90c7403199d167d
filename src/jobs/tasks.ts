import type { Payload } from 'payload'
import { closeBallot } from '../adhesion/close-ballot.ts'
import { expire } from '../adhesion/expire.ts'
import { NOTICE_DAYS, SIGNATURE_DAYS } from '../adhesion/expiry.ts'
import { noticeExpiry } from '../adhesion/expiry-notice.ts'
import { now } from '../lib/clock.ts'
import { addParisDays, parisDay } from '../lib/dates.ts'
import { eachDue } from './each-due.ts'
import { forgetOldMessages } from './retention.ts'
import type { TimerTask } from './timers.ts'

const daysAgo = (days: number): string => addParisDays(now(), -days).toISOString()

const unsignedSince = (days: number) => ({ status: { equals: 'awaiting-signature' }, enteredStateAt: { less_than_equal: daysAgo(days) } }) as const

/** What time brings, in the order in which it is done. */
export const TASKS: readonly TimerTask[] = [
  {
    name: 'expire-unsigned',
    run: (payload) =>
      eachDue(payload, {
        collection: 'adhesions',
        where: unsignedSince(SIGNATURE_DAYS),
        act: async ({ id }) => (await expire(payload, id)).status === 'expired',
      }),
  },
  {
    name: 'announce-expiry',
    run: (payload) =>
      eachDue(payload, {
        collection: 'adhesions',
        where: { ...unsignedSince(SIGNATURE_DAYS - NOTICE_DAYS), expiryNoticeAt: { exists: false } },
        act: ({ id }) => noticeExpiry(payload, id),
      }),
  },
  { name: 'count-ballots', run: countBallots },
  { name: 'forget-messages', run: forgetOldMessages },
]

/** Rounds that have ended, and once a Paris day all open ones, since mandates end at midnight. */
function countBallots(payload: Payload): Promise<number> {
  const today = parisDay(now())
  return eachDue(payload, {
    collection: 'ballots',
    where: {
      status: { equals: 'open' },
      or: [{ closesAt: { less_than_equal: now().toISOString() } }, { sweptOn: { exists: false } }, { sweptOn: { less_than: today } }],
    },
    act: async ({ adhesion }) => (await closeBallot(payload, typeof adhesion === 'string' ? adhesion : adhesion.id)).status !== 'before-bureau',
  })
}
