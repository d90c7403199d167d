import type { ContentEpoch } from './content-epoch.ts'

/** Milliseconds after which who comes next waits no more for a reading that hangs, but makes another. */
export const LONGEST_READING = 3_000

/**
 * A reading of what is public that is made once, and again when something has changed.
 * @throws what the reading throws; it is then made again by who asks next
 */
export function whileUnchanged<Read>(epoch: ContentEpoch, read: () => Promise<Read>): () => Promise<Read> {
  let kept: { epoch: number; value: Promise<Read>; begun: number; isRead: boolean } | null = null
  return async () => {
    const { number: present } = epoch.known() ?? (await epoch.current())
    const hangs = kept && !kept.isRead && performance.now() - kept.begun >= LONGEST_READING
    if (kept?.epoch === present && !hangs) return kept.value
    const made = { epoch: present, value: read(), begun: performance.now(), isRead: false }
    kept = made
    try {
      const value = await made.value
      made.isRead = true
      return value
    } catch (error) {
      if (kept === made) kept = null
      throw error
    }
  }
}
