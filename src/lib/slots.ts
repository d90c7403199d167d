import { DomainError } from './errors.ts'

/** Too much of one kind is under way: it may be tried again in a moment. */
export const busy = () =>
  new DomainError(
    'Unavailable',
    'busy',
    503,
    {
      fr: 'Le service est très sollicité. Réessayez dans un instant.',
      en: 'The service is very busy. Try again in a moment.',
    },
    { extra: { retryAfter: 5 } },
  )

type Bounds = {
  /** How many run at once: of all callers (`most`), and of one (`mostEach`). */
  most: number
  mostEach: number
  mostWaiting: number
  waitMs: number
}

/** Takes a place for a caller, waiting for one where there is none; what it gives back leaves it. */
export type Slots = (caller: string, gone: AbortSignal) => Promise<() => void>

type Waiting = { caller: string; enter: () => void }

/**
 * Keeps how many run at once within bounds; others wait in their order, and nobody waits for a caller who fills the
 * places that one caller has.
 * @returns what rejects with {@link busy} where too many wait, or one waited too long, or is gone
 */
export function slots({ most, mostEach, mostWaiting, waitMs }: Bounds): Slots {
  const running = new Map<string, number>()
  const queue: Waiting[] = []
  let all = 0

  const of = (caller: string): number => running.get(caller) ?? 0
  const mayEnter = (caller: string): boolean => all < most && of(caller) < mostEach
  const enter = (caller: string): (() => void) => {
    all += 1
    running.set(caller, of(caller) + 1)
    let left = false
    return () => {
      if (left) return
      left = true
      all -= 1
      if (of(caller) === 1) running.delete(caller)
      else running.set(caller, of(caller) - 1)
      const next = queue.findIndex((each) => mayEnter(each.caller))
      if (next >= 0) queue.splice(next, 1)[0]?.enter()
    }
  }

  return (caller, gone) => {
    if (gone.aborted || queue.length >= mostWaiting) return Promise.reject(busy())
    if (mayEnter(caller)) return Promise.resolve(enter(caller))
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        const at = queue.indexOf(waiting)
        if (at < 0) return
        queue.splice(at, 1)
        clearTimeout(limit)
        reject(busy())
      }
      const waiting: Waiting = {
        caller,
        enter: () => {
          clearTimeout(limit)
          gone.removeEventListener('abort', giveUp)
          resolve(enter(caller))
        },
      }
      const limit = setTimeout(giveUp, waitMs)
      gone.addEventListener('abort', giveUp, { once: true })
      queue.push(waiting)
    })
  }
}
