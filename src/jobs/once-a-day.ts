import type { Payload } from 'payload'
import { now } from '../lib/clock.ts'
import { parisDay, type Day } from '../lib/dates.ts'

type Run = (payload: Payload) => Promise<number>

/** A task that looks through much and falls due by the day: each process runs it once a Paris day, and again after a start. */
export function onceADay(run: Run): Run {
  const ran = new WeakMap<Payload, Day>()
  return async (payload) => {
    const today = parisDay(now())
    if (ran.get(payload) === today) return 0
    const acted = await run(payload)
    ran.set(payload, today)
    return acted
  }
}
