const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How long an e-mail waits after its first, second … failed attempt, in milliseconds; the last wait repeats. */
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR] as const

/** After so many attempts (about a day) an e-mail is given up and shown to the secretariat. */
export const MAX_ATTEMPTS = 10

/** When to try again after `attempts` failed attempts, or null to give up. */
export function nextAttempt(attempts: number, at: Date): Date | null {
  if (attempts >= MAX_ATTEMPTS) return null
  const wait = WAITS[Math.min(attempts, WAITS.length) - 1] ?? MINUTE
  return new Date(at.getTime() + wait)
}
