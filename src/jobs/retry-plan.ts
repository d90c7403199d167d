const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** How often something is tried that did not leave. */
export type RetryPlan = {
  /** How long it waits after its first, second … failed attempt, in milliseconds; the last wait repeats. */
  waits: readonly [number, ...number[]]
  /** Milliseconds from its first attempt on, after which it is given up. */
  longest: number
  /** By how much of itself a wait may be longer, so that what failed together does not come again together. */
  jitter: number
}

/** E-mails: given up, and shown to the secretariat, after four days (RFC 5321, 4.5.4.1: four days at least). */
export const MAIL_PLAN: RetryPlan = {
  waits: [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR],
  longest: 4 * 24 * HOUR,
  jitter: 0,
}

/** Webhooks: tried again within ten seconds, and for three days in all. */
export const WEBHOOK_PLAN: RetryPlan = {
  waits: [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR],
  longest: 3 * 24 * HOUR,
  jitter: 0.2,
}

/** Milliseconds that a row of an outbox waits at most: a moment further away was written by a clock that was wrong. */
export const LONGEST_WAIT_MS = 25 * HOUR

/**
 * When to try again after `attempts` failed attempts, or null to give up. The last attempt falls at the end of the plan.
 * @param since when it was tried first
 */
export function nextAttempt(
  { waits, longest, jitter }: RetryPlan,
  attempts: number,
  since: Date,
  at: Date,
): Date | null {
  const end = since.getTime() + longest
  if (at.getTime() >= end) return null
  const wait = waits[Math.min(attempts, waits.length) - 1] ?? waits[0]
  return new Date(Math.min(at.getTime() + wait * (1 + jitter * Math.random()), end))
}
