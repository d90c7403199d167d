import type { Payload } from 'payload'
import { forgetJoinDrafts } from '../adhesion/join-drafts.ts'
import { forgetOldAttempts } from '../accounts/attempts.ts'
import { forgetEndedSessions } from '../accounts/sessions.ts'
import { alertRefusal } from '../adhesion/reminders/alert-refusal.ts'
import { announceErasures } from '../adhesion/retention/announce.ts'
import { anonymiseDue } from '../adhesion/retention/anonymise-due.ts'
import { expire, noticeExpiry } from '../adhesion/actions/expire.ts'
import { NOTICE_DAYS, SIGNATURE_DAYS } from '../adhesion/lifecycle/expiry.ts'
import { remindRequest } from '../adhesion/reminders/remind-request.ts'
import { lastDeadlineToRecall, REFUSAL_DAYS, requestReminderDue } from '../adhesion/reminders/reminder-times.ts'
import { countDue } from '../deliberation/count-anew.ts'
import { NOTED, remindElectors } from '../deliberation/remind-electors.ts'
import { roundReminderDue, type RoundReminder } from '../deliberation/reminder-times.ts'
import { foldContentEpoch } from '../db/epoch/read-content-epoch.ts'
import { now } from '../lib/clock.ts'
import { addParisDays, parisDay } from '../lib/dates.ts'
import { forgetRequestKeys } from '../record/repeats/forget.ts'
import { publishDue } from '../scheduling/publish-due.ts'
import { eachDue } from './each-due.ts'
import { emptyTrash } from './empty-trash.ts'
import { forgetOldDeliveries, forgetOldMessages, forgetOldSecurityEvents } from './retention.ts'
import { onceADay } from './once-a-day.ts'

/** A task of the timers: it finds the rows that are due now, and does what is due, each at most once. */
export type TimerTask = {
  name: string
  /** Does what is due; run again at once it finds nothing to do. Returns how many rows it acted on. */
  run: (payload: Payload) => Promise<number>
}

const daysAgo = (days: number): string => addParisDays(now(), -days).toISOString()

const unsignedSince = (days: number) =>
  ({ status: { equals: 'awaiting-signature' }, enteredStateAt: { less_than_equal: daysAgo(days) } }) as const

/** The tasks that fall due by time alone, in the order in which they run. */
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
  { name: 'count-ballots', run: countDue },
  { name: 'remind-electors-at-half', run: (payload) => remindOpenRounds(payload, 'half') },
  { name: 'remind-electors-on-last-day', run: (payload) => remindOpenRounds(payload, 'last-day') },
  {
    name: 'remind-requests',
    run: (payload) =>
      eachDue(payload, {
        collection: 'information-requests',
        where: {
          status: { equals: 'open' },
          deadline: { greater_than_equal: parisDay(now()), less_than_equal: lastDeadlineToRecall(now()) },
          remindedAt: { exists: false },
        },
        act: async (request) => requestReminderDue(request, now()) && remindRequest(payload, request),
      }),
  },
  {
    name: 'alert-refusals',
    run: (payload) =>
      eachDue(payload, {
        collection: 'adhesions',
        where: {
          status: { equals: 'rejected' },
          enteredStateAt: { less_than_equal: daysAgo(REFUSAL_DAYS) },
          'refusal.notifiedAt': { exists: false },
          'refusal.overdueNoticeAt': { exists: false },
        },
        act: ({ id }) => alertRefusal(payload, id),
      }),
  },
  {
    name: 'publish-scheduled',
    run: (payload) =>
      eachDue(payload, {
        collection: 'schedules',
        where: { status: { equals: 'waiting' }, at: { less_than_equal: now().toISOString() } },
        act: (row) => publishDue(payload, row),
      }),
  },
  { name: 'announce-erasures', run: onceADay(announceErasures) },
  { name: 'anonymise', run: onceADay(anonymiseDue) },
  { name: 'empty-trash', run: onceADay(emptyTrash) },
  { name: 'forget-messages', run: forgetOldMessages },
  { name: 'forget-webhook-deliveries', run: forgetOldDeliveries },
  { name: 'forget-security-events', run: forgetOldSecurityEvents },
  { name: 'forget-ended-sessions', run: forgetEndedSessions },
  { name: 'forget-sign-in-attempts', run: forgetOldAttempts },
  { name: 'forget-request-keys', run: (payload) => forgetRequestKeys(payload) },
  { name: 'forget-join-drafts', run: forgetJoinDrafts },
  { name: 'fold-content-epoch', run: foldContentEpoch },
]

/** Open rounds are few: which of them have a reminder due is looked at one by one. */
function remindOpenRounds(payload: Payload, which: RoundReminder): Promise<number> {
  return eachDue(payload, {
    collection: 'rounds',
    where: {
      status: { equals: 'open' },
      closesAt: { greater_than: now().toISOString() },
      [NOTED[which]]: { exists: false },
    },
    act: async (round) => roundReminderDue(which, round, now()) && remindElectors(payload, round.id, which),
  })
}
