import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'
import { areasRead } from '../db/epoch/areas-read.ts'
import { isPublicArea } from '../db/epoch/content-epoch.ts'
import { sha256 } from '../lib/hash.ts'
import { packable } from '../lib/packing.ts'
import { changedBetween, type ContentEpoch, type Epoch } from '../site/kept/content-epoch.ts'
import type { Sendable } from '../site/kept/send-kept.ts'

/** How many answers of the API are kept, and how many bytes of them: askers choose their words. */
const KEPT = { max: 1_000, maxSize: 24 * 1024 * 1024 }
/** Bytes of an answer that is kept; longer ones are rather made again. */
const LONGEST = 1024 * 1024
/** How many addresses are known to lead to a kept answer: one question may be written in several ways. */
const MOST_ADDRESSES = 4_000

/** An answer of status 200 that anybody is given, ready to be sent in each of its packed forms. */
export type KeptAnswer = Sendable & { headers: readonly [string, string][] }

type Kept = { epoch: Epoch; areas: ReadonlySet<string>; answer: KeptAnswer }

/** What the API answers to anybody, kept as long as nothing changes in what was read for it. */
export type KeptAnswers = {
  /** What is kept under a key, else what is made, which is then kept where it can be; as it came where it is no JSON of status 200. */
  of: (key: string, make: () => Promise<Response>) => Promise<KeptAnswer | Response>
  /** Notes that an address, with the language that is asked for, is answered by what is kept under a key. */
  leadsTo: (address: string, key: string) => void
  /** The kept answer of an address that was noted, if it is known without asking the database that it still holds. */
  known: (address: string) => KeptAnswer | null
}

/**
 * Keeps what the API answers to anybody, as long as nothing changes in what was read for it, relations and rules of
 * access included. While the database does not say what has changed, everything is made anew.
 */
export function keptAnswers(payload: Pick<Payload, 'db'>, epoch: ContentEpoch): KeptAnswers {
  const kept = new LRUCache<string, Kept>({
    ...KEPT,
    // With its packed forms.
    sizeCalculation: ({ answer }, key) => 500 + Math.ceil(1.6 * answer.bytes.length) + 2 * key.length,
  })
  const keys = new LRUCache<string, string>({ max: MOST_ADDRESSES })

  const stillHolds = (key: string, present: Epoch): KeptAnswer | null => {
    const found = kept.get(key)
    return found && !changedBetween(found.epoch, present, found.areas) ? found.answer : null
  }

  return {
    of: async (key, make) => {
      const present = epoch.known() ?? (await epoch.current().catch(() => null))
      const makeReady = async () => {
        const response = await make()
        return mayBeKept(response) ? answerOf(response) : response
      }
      if (present === null || epoch.isLate()) return makeReady()
      const held = stillHolds(key, present)
      if (held) return held
      const { result: answer, areas } = await areasRead(payload, makeReady)
      const isKept = !(answer instanceof Response) && answer.bytes.length <= LONGEST && [...areas].every(isPublicArea)
      if (isKept) kept.set(key, { epoch: present, areas, answer })
      return answer
    },
    leadsTo: (address, key) => {
      if (kept.has(key)) keys.set(address, key)
    },
    known: (address) => {
      const key = keys.get(address)
      const present = key === undefined || epoch.isLate() ? null : epoch.known()
      return key === undefined || present === null ? null : stillHolds(key, present)
    },
  }
}

const JSON_TYPE = 'application/json'

const mayBeKept = ({ status, headers }: Response): boolean =>
  status === 200 && (headers.get('content-type')?.startsWith(JSON_TYPE) ?? false) && headers.getSetCookie().length === 0

/** Makes an answer ready, with the tag by which it is known again: a weak one, since it stands for the packed forms as well. */
async function answerOf(response: Response): Promise<KeptAnswer> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const type = response.headers.get('content-type') ?? JSON_TYPE
  const headers = [...response.headers].filter(([name]) => !DESCRIBED.has(name))
  return { ...packable(bytes), type, etag: `W/"${sha256(bytes).slice(0, 32)}"`, headers }
}

/** What is said anew whenever an answer is sent, or is said by whoever sends it. */
const DESCRIBED: ReadonlySet<string> = new Set([
  'content-type',
  'content-length',
  'access-control-allow-origin',
  'access-control-allow-methods',
  'access-control-allow-headers',
])
