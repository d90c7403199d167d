import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { countUp, noteRun } from '../lib/counts.ts'
import { setDatabaseClock } from '../db/database-clock.ts'
import { errorFacts } from '../lib/error-facts.ts'
import { settingsOf } from '../lib/settings.ts'
import { freeLease, holdLease, releaseLease } from './lease.ts'
import { TASKS, type TimerTask } from './tasks.ts'

export type Timers = {
  /** Resolves when the run under way, if any, has ended and the lease is given back. */
  stop: () => Promise<void>
}

type Options = {
  payload: Payload
  tasks?: readonly TimerTask[]
  /** Tells this process from others. */
  instance?: string
  /** Milliseconds between two renewals of the lease; a third of what it holds. */
  renewal?: number
  /** Milliseconds between two runs. */
  pace?: number
}

const LEASE = 'timers'

/**
 * Does everything that is due now; a task that fails does not keep the others from running.
 * @returns how many rows each task acted on
 */
export async function runDue(payload: Payload, tasks: readonly TimerTask[] = TASKS): Promise<Record<string, number>> {
  const done: Record<string, number> = {}
  for (const { name, run } of tasks) {
    try {
      done[name] = await run(payload)
      countUp('timer-run', name)
      noteRun(name)
    } catch (error) {
      countUp('timer-failed', name)
      payload.logger.error({ msg: 'A timer task failed', task: name, ...errorFacts(error) })
    }
  }
  return done
}

/**
 * Runs what is due each minute, in the one process that holds the lease: 30 s, renewed every 10 s, so that
 * another process goes on half a minute after this one died. On SQLite, where no other can be alive, what a killed one held
 * is freed first.
 */
export function startTimers({
  payload,
  tasks = TASKS,
  instance = randomUUID(),
  renewal = 10_000,
  pace = 60_000,
}: Options): Timers {
  let beating: Promise<void> | null = null
  let running: Promise<unknown> | null = null
  const alive = timersOf(payload).add(instance)
  let freed = settingsOf(payload).database !== 'sqlite'
  let ranAt = -Infinity
  let clockAt = -Infinity
  let stopped = false

  const beat = async (): Promise<void> => {
    if (!freed) await freeLease(payload, LEASE, alive)
    freed = true
    if (performance.now() - clockAt >= pace) {
      await setDatabaseClock(payload)
      clockAt = performance.now()
    }
    if (!(await holdLease(payload, LEASE, instance))) return
    if (stopped || running || performance.now() - ranAt < pace) return
    ranAt = performance.now()
    running = runDue(payload, tasks).finally(() => {
      running = null
    })
  }

  const tick = (): void => {
    beating ??= beat()
      .catch((error: unknown) =>
        payload.logger.error({ msg: 'The lease of the timers could not be renewed', ...errorFacts(error) }),
      )
      .finally(() => {
        beating = null
      })
  }

  const timer = setInterval(tick, renewal)
  tick()
  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await beating
      await running
      await releaseLease(payload, LEASE, instance)
      alive.delete(instance)
    },
  }
}

const ALIVE = Symbol.for('cpof.timers')

/** The timers of this process. */
function timersOf(payload: Payload): Set<string> {
  const holder: Payload & { [ALIVE]?: Set<string> } = payload
  return (holder[ALIVE] ??= new Set<string>())
}
