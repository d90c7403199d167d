import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'
import { areasRead } from '../../db/epoch/areas-read.ts'
import { changedBetween, type ContentEpoch, type Epoch } from './content-epoch.ts'
import { LONGEST_READING } from './while-unchanged.ts'

/** How many readings are kept: the site has a few dozen, visitors' words make others. */
const MOST_READINGS = 200

type Reading = Awaited<ReturnType<typeof areasRead<unknown>>>
type Kept = { epoch: Epoch; making: Promise<Reading>; made: Reading | null; begun: number }

/**
 * Payload for those who read what anybody may read: what was found is found again without asking the database, as long
 * as nothing has changed in the collections that were asked, relations included. So a page after a publication costs
 * what was published. What is found is shared: nobody may change it. Readings with more rights, of a transaction, or of
 * anything else are Payload's own.
 */
export function readOnce(payload: Payload, epoch: ContentEpoch): Payload {
  const readings = new LRUCache<string, Kept>({ max: MOST_READINGS })

  const readOnceAs =
    (name: 'find' | 'findGlobal') =>
    async (asked: unknown): Promise<unknown> => {
      const read = async (): Promise<unknown> => {
        const found: unknown = await Reflect.apply(payload[name], payload, [asked])
        return found
      }
      if (!isAnybodys(asked)) return read()
      const present = epoch.known() ?? (await epoch.current())
      const key = JSON.stringify([name, asked])
      const kept = readings.get(key)
      // One that is under way does not yet say what it depends on.
      const holds =
        kept &&
        (kept.made
          ? !changedBetween(kept.epoch, present, kept.made.areas)
          : kept.epoch === present && performance.now() - kept.begun < LONGEST_READING)
      if (holds) return (await kept.making).result
      const making: Kept = { epoch: present, making: areasRead(payload, read), made: null, begun: performance.now() }
      readings.set(key, making)
      try {
        making.made = await making.making
        return making.made.result
      } catch (error) {
        if (readings.get(key) === making) readings.delete(key)
        throw error
      }
    }

  const ours = { find: readOnceAs('find'), findGlobal: readOnceAs('findGlobal') }
  return new Proxy(payload, {
    get: (target, name): unknown => (name === 'find' || name === 'findGlobal' ? ours[name] : Reflect.get(target, name)),
  })
}

/** Whether somebody asks as anybody may: with the rights of nobody, in no transaction, for what is published. */
function isAnybodys(asked: unknown): boolean {
  if (typeof asked !== 'object' || asked === null) return false
  return (
    'overrideAccess' in asked &&
    asked.overrideAccess === false &&
    !('req' in asked) &&
    !('user' in asked) &&
    !('draft' in asked)
  )
}
