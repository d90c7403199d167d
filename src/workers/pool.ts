import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Semaphore, withTimeout, type SemaphoreInterface } from 'async-mutex'
import type { Payload } from 'payload'
import type { Piscina } from 'piscina'
import { DomainError } from '../lib/errors.ts'
import type * as reading from './reading.ts'

/** The thread that reads texts and looks passwords up; one, for the machine's other cores are the requests'. */
const POOL = Symbol.for('cpof.reading')

/** How long one text may be read, and one password looked up. */
const LONGEST_MS = { wake: 3_000, preview: 3_000, read: 3_000, guesses: 5_000 } as const
/** What reads the lists that it needs, which takes longer than any of them. */
const WAKES = { wake: 'wake', preview: 'wake', read: 'wake', guesses: 'wakeGuesses' } as const satisfies Record<
  keyof typeof LONGEST_MS,
  keyof Readings
>
/** How long a new thread may take to start. */
const LONGEST_START_MS = 30_000
/** Texts that wait for their turn, and for how long. */
const MOST_WAITING = 8
const LONGEST_WAIT_MS = 10_000
/** A text that needs more memory ends its thread, not the process. */
const MOST_MEMORY_MB = 512

/**
 * Where the thread's code lies: beside the built server, above a built command, and where the tests put it
 * (tests/support/threads.ts), who read the sources and bundle commands of their own.
 */
const placeOf = (here: string): string =>
  [path.join(here, 'workers', 'reading.js'), path.join(here, '..', 'workers', 'reading.js')].find((place) =>
    existsSync(place),
  ) ?? path.resolve(OF_THE_TESTS)
const OF_THE_TESTS = 'node_modules/.cache/cpof/workers/reading.mjs'

type Pool = { threads: Piscina; turns: SemaphoreInterface; waiting: number }
type WithPool = Pick<Payload, 'destroy' | 'logger'> & { [POOL]?: Promise<Pool> }

type Readings = typeof reading
type Name = keyof typeof LONGEST_MS

const BUSY = {
  fr: 'D’autres lectures sont en cours. Réessayez dans un instant.',
  en: 'Others are being read. Try again in a moment.',
}
const TOO_LONG = {
  fr: 'Ce texte demande trop de temps à lire\u00a0: partagez-le en plusieurs, ou ôtez-en ce qui n’est pas du texte (images intégrées, très longs tableaux).',
  en: 'This text takes too long to read: split it into several, or take out what is no text (embedded pictures, very long tables).',
}

/**
 * Does one of the readings (`src/workers/reading.ts`) on a thread of its own, within its time, one after the other.
 * @throws DomainError 422 `takes-too-long` for a text, or 503 `busy` with `retryAfter` when too many wait already, and
 * for a password that takes too long: it is not its length, which is bounded
 */
export async function inWorker<N extends Name>(
  payload: WithPool,
  name: N,
  ...given: Parameters<Readings[N]>
): Promise<Awaited<ReturnType<Readings[N]>>> {
  const pool = await (payload[POOL] ??= openPool(payload))
  if (pool.waiting >= MOST_WAITING) throw busy()
  pool.waiting += 1
  try {
    return await pool.turns.runExclusive(() => within(pool, name, given))
  } finally {
    pool.waiting -= 1
  }
}

const busy = () => new DomainError('Unavailable', 'busy', 503, BUSY, { extra: { retryAfter: 5 } })

async function within<N extends Name>(
  { threads }: Pool,
  name: N,
  given: Parameters<Readings[N]>,
): Promise<Awaited<ReturnType<Readings[N]>>> {
  // A thread that was ended for the text before has another in its place, whose start is not this text's fault.
  await threads.run(undefined, { name: WAKES[name], signal: AbortSignal.timeout(LONGEST_START_MS) })
  try {
    return (await threads.run(given[0], { name, signal: AbortSignal.timeout(LONGEST_MS[name]) })) as Awaited<
      ReturnType<Readings[N]>
    >
  } catch (error) {
    if (!endsThread(error)) throw error
    if (name === 'guesses') throw busy()
    throw new DomainError('UnprocessableText', 'takes-too-long', 422, TOO_LONG, { at: 'file' })
  }
}

/** Whether the text was given up: for its time, or for the memory it wanted. */
function endsThread(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.name === 'AbortError' || ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
}

/** Opens the thread; it ends with the instance that it belongs to, whatever ends that. */
async function openPool(payload: WithPool): Promise<Pool> {
  const { Piscina: Threads } = await import('piscina')
  const threads = new Threads({
    filename: placeOf(path.dirname(fileURLToPath(import.meta.url))),
    execArgv: ['--conditions=production'],
    minThreads: 1,
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  threads.on('error', (error: unknown) => payload.logger.warn({ err: error, msg: 'A thread that reads texts ended' }))
  const destroy = payload.destroy
  payload.destroy = async () => {
    delete payload[POOL]
    await threads.destroy()
    await destroy()
  }
  return { threads, turns: withTimeout(new Semaphore(1), LONGEST_WAIT_MS, busy()), waiting: 0 }
}
