import type { Where } from 'payload'
import type { Keep } from '../../lib/kept.ts'
import type { ContentEpoch } from './content-epoch.ts'

/** Keeps rules of access as long as nothing public changes; they are a few. While that is not known, each is worked out anew. */
export function keptRules(epoch: ContentEpoch): Keep {
  const kept = new Map<string, { epoch: number; rule: Promise<Where> }>()
  return async (key, work) => {
    const present = epoch.known() ?? (await epoch.current().catch(() => null))
    if (present === null || epoch.isLate()) return work()
    const found = kept.get(key)
    // A copy: Payload writes into what it is asked.
    if (found?.epoch === present.number) return structuredClone(await found.rule)
    const made = { epoch: present.number, rule: work() }
    kept.set(key, made)
    try {
      return structuredClone(await made.rule)
    } catch (error) {
      if (kept.get(key) === made) kept.delete(key)
      throw error
    }
  }
}
