const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How long an e-mail waits after its first, second … failed attempt, in milliseconds; the last wait repeats. */
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR] as const

/** Milliseconds from its first attempt on, after which an e-mail is given up and shown to the secretariat (RFC 5321, 4.5.4.1: four days at least). */
export const LONGEST_TRY_MS = 4 * 24 * HOUR

/** Milliseconds that a row of the outbox waits at most: a moment further away was written by a clock that was wrong. */
export const LONGEST_WAIT_MS = 25 * HOUR

/**
 * When to try again after `attempts` failed attempts, or null to give up. The last attempt falls at the end of the four days.
 * @param since when it was tried first
 */
export function nextAttempt(attempts: number, since: Date, at: Date): Date | null {
  const end = since.getTime() + LONGEST_TRY_MS
  if (at.getTime() >= end) return null
  const wait = WAITS[Math.min(attempts, WAITS.length) - 1] ?? MINUTE
  return new Date(Math.min(at.getTime() + wait, end))
}
