import { LRUCache } from 'lru-cache'
import type { Place } from './place.ts'
import { answerOf, bytesOf, type Answer, type Shown } from './answer.ts'
import type { ContentEpoch } from './content-epoch.ts'
import { within } from '../../db/within.ts'

type Bounds = { max: number; maxSize: number }

/** How many answers are kept, and how many bytes of them. */
const PAGES: Bounds = { max: 2_000, maxSize: 48 * 1024 * 1024 }
/** The bounds of pages that visitors' own words make: an endless number of them must not push the others out. */
const PASSING: Bounds = { max: 1_000, maxSize: 8 * 1024 * 1024 }
/** The bounds of addresses at which a route found nothing: whoever asks for many pushes no page out. */
const NOTHINGS: Bounds = { max: 1_000, maxSize: 1024 * 1024 }

/** How long somebody waits for what is not kept, in milliseconds: where the database answers, and where it is known not to. */
const LONGEST_MAKING = { usual: 10_000, late: 2_000 }

type Make = () => Promise<Shown>
type Kept = { epoch: number; answer: Answer }

/** The answers of the site as they were made last, for as long as nothing that is public has changed. */
export type RenderedPages = {
  /** The answer of a place, made at most once for those who ask for it meanwhile. */
  of: (place: Place, make: Make) => Promise<Answer>
  /** What stands at an address, where that is known and still holds: without waiting, or null. That nothing does is never known without its route. */
  known: (address: string) => Answer | null
  /** The kept answer at an address once the database was asked for the epoch; it goes on for a while where the database is away. */
  held: (address: string) => Promise<Answer | null>
}

/** Two epochs are kept apart to the end: one that was begun under the last is nobody's who asks under the next. */
export function renderedPages(epoch: ContentEpoch): RenderedPages {
  const room = (bounds: Bounds) => ({
    answers: new LRUCache<string, Kept>({
      ...bounds,
      sizeCalculation: ({ answer }, key) => bytesOf(answer) + 2 * key.length,
    }),
    /** The key under which an address was last found to have something, by its own route. */
    owners: new LRUCache<string, string>({ max: bounds.max }),
  })
  const [pages, passing, nothings] = [room(PAGES), room(PASSING), room(NOTHINGS)]
  const rooms = [pages, passing, nothings]
  const underWay = new Map<string, Promise<Answer>>()

  const kept = (key: string, present: number): Answer | null =>
    rooms.map(({ answers }) => answers.get(key)).find((each) => each?.epoch === present)?.answer ?? null

  const roomFor = ({ kind }: Answer, passes: boolean) => {
    if (kind === 'nothing') return nothings
    return passes || kind !== 'text' ? passing : pages
  }

  const made = async (
    key: string,
    { address, passing: passes = false }: Place,
    make: Make,
    present: number,
  ): Promise<Answer> => {
    const answer = answerOf(await make())
    const here = roomFor(answer, passes)
    for (const each of rooms) if (each !== here) each.answers.delete(key)
    here.answers.set(key, { epoch: present, answer })
    if (answer.kind !== 'nothing') here.owners.set(address, key)
    return answer
  }

  /** What stands at an address under an epoch; that nothing does is never known without its route. */
  const standing = (address: string, present: number): Answer | null => {
    const keys = [pages, passing].map(({ owners }) => owners.get(address)).filter((key) => key !== undefined)
    return keys.map((key) => kept(key, present)).find((answer) => answer !== null && answer.kind !== 'nothing') ?? null
  }

  return {
    known: (address) => {
      const present = epoch.known()
      return present === null ? null : standing(address, present.number)
    },
    held: async (address) => {
      const last = epoch.last()
      if (last === null || standing(address, last.number) === null) return null
      const { number: present } = await epoch.current()
      return standing(address, present)
    },
    of: async (place, make) => {
      const { number: present } = epoch.known() ?? (await epoch.current())
      const key = `${place.route} ${place.address}`
      const found = kept(key, present)
      if (found) return found
      const asked = `${present} ${key}`
      const answer = underWay.get(asked) ?? made(key, place, make, present)
      underWay.set(asked, answer)
      try {
        return await within(epoch.isLate() ? LONGEST_MAKING.late : LONGEST_MAKING.usual, answer)
      } finally {
        // One that hangs is made anew for who comes next.
        if (underWay.get(asked) === answer) underWay.delete(asked)
      }
    },
  }
}
