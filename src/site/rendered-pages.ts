import { LRUCache } from 'lru-cache'
import { answerOf, bytesOf, type Answer, type Shown } from './answer.ts'
import type { ContentEpoch } from './content-epoch.ts'

/** How many answers are kept, and how many bytes of them. */
const PAGES = { max: 2_000, maxSize: 48 * 1024 * 1024 }
/** The same for what visitors' own words make: an endless number of them must not push the pages out. */
const PASSING = { max: 1_000, maxSize: 8 * 1024 * 1024 }

type Make = () => Promise<Shown>
type Kept = { epoch: number; answer: Answer }

/** The answers of the site as they were made last, for as long as nothing that is public has changed. */
export type RenderedPages = {
  /**
   * The answer of an address, made at most once for those who ask for it meanwhile.
   * @param address as it is asked for; where several ways of asking mean the same, one of them
   * @param passing whether there is no end of such addresses, as of what is searched for
   */
  of: (address: string, make: Make, passing?: boolean) => Promise<Answer>
  /** The answer of an address where one is known that still holds: without waiting, or null. */
  known: (address: string) => Answer | null
}

/** Two epochs are kept apart to the end: one that was begun under the last is nobody's who asks under the next. */
export function renderedPages(epoch: ContentEpoch): RenderedPages {
  const room = (bounds: typeof PAGES) =>
    new LRUCache<string, Kept>({ ...bounds, sizeCalculation: ({ answer }, address) => bytesOf(answer) + 2 * address.length })
  const pages = room(PAGES)
  const passing = room(PASSING)
  const underWay = new Map<string, Promise<Answer>>()

  const kept = (address: string, present: number): Answer | null => {
    const found = pages.get(address) ?? passing.get(address)
    return found?.epoch === present ? found.answer : null
  }

  const made = async (address: string, make: Make, present: number, passes: boolean): Promise<Answer> => {
    const answer = answerOf(await make())
    const [here, elsewhere] = passes || answer.kind !== 'text' ? [passing, pages] : [pages, passing]
    here.set(address, { epoch: present, answer })
    elsewhere.delete(address)
    return answer
  }

  return {
    known: (address) => {
      const present = epoch.known()
      return present === null ? null : kept(address, present.number)
    },
    of: async (address, make, passes = false) => {
      const { number: present } = epoch.known() ?? (await epoch.current())
      const found = kept(address, present)
      if (found) return found
      const asked = `${present} ${address}`
      const answer = underWay.get(asked) ?? made(address, make, present, passes).finally(() => underWay.delete(asked))
      underWay.set(asked, answer)
      return answer
    },
  }
}
