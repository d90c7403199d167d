const COUNTS = Symbol.for('cpof.counts')

/** A thing that happens in a running process, counted since its start. */
export type Counted =
  | 'unit-retried'
  | 'limit-hit'
  | 'email-sent'
  | 'email-failed'
  | 'webhook-sent'
  | 'webhook-failed'
  | 'timer-run'
  | 'timer-failed'

type Holder = { [COUNTS]?: Map<string, number> }

const holder = globalThis as typeof globalThis & Holder

const separator = '\n'

/**
 * Counts something that happened in this process, in whichever copy of the modules it happened.
 * @param of which one of its kind: the name of a limit, of a task; never anything of a person's
 */
export function countUp(what: Counted, of = ''): void {
  const counts = (holder[COUNTS] ??= new Map<string, number>())
  const key = `${what}${separator}${of}`
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** How often something happened in this process so far, by which one of its kind. */
export function countsOf(what: Counted): ReadonlyMap<string, number> {
  const found = [...(holder[COUNTS] ?? [])].filter(([key]) => key.startsWith(`${what}${separator}`))
  return new Map(found.map(([key, count]) => [key.slice(what.length + separator.length), count]))
}

const MOMENTS = Symbol.for('cpof.moments')

type Moments = { [MOMENTS]?: Map<string, number> }

const clock = globalThis as typeof globalThis & Moments

/** Notes that a task of the timers ended well now, in this process. */
export function noteRun(task: string): void {
  ;(clock[MOMENTS] ??= new Map<string, number>()).set(task, Date.now() / 1000)
}

/** When each task of the timers last ended well in this process, in seconds since 1970. */
export function lastRuns(): ReadonlyMap<string, number> {
  return new Map(clock[MOMENTS] ?? [])
}
