import { backOff, isTransient } from '../db/retry.ts'

/** Milliseconds for which a database that is away is asked again to note what became of what was sent. */
const PERSISTENCE_MS = 10 * 60_000

/** Runs a write until it succeeds, while what it fails of may pass. */
export async function persistently<Result>(write: () => Promise<Result>): Promise<Result> {
  const end = performance.now() + PERSISTENCE_MS
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write()
    } catch (error) {
      if (!isTransient(error) || performance.now() > end) throw error
      await backOff(attempt)
    }
  }
}
