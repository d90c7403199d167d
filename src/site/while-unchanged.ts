import type { ContentEpoch } from './content-epoch.ts'

/**
 * A reading of what is public that is made once, and again when something has changed.
 * @throws what the reading throws; it is then made again by who asks next
 */
export function whileUnchanged<Read>(epoch: ContentEpoch, read: () => Promise<Read>): () => Promise<Read> {
  let kept: { epoch: number; value: Promise<Read> } | null = null
  return async () => {
    const { number: present } = epoch.known() ?? (await epoch.current())
    if (kept?.epoch === present) return kept.value
    const made = { epoch: present, value: read() }
    kept = made
    try {
      return await made.value
    } catch (error) {
      if (kept === made) kept = null
      throw error
    }
  }
}
