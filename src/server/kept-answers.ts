import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'
import { areasRead } from '../db/epoch/areas-read.ts'
import { isPublicArea } from '../db/epoch/content-epoch.ts'
import { changedBetween, type ContentEpoch, type Epoch } from '../site/kept/content-epoch.ts'

/** How many answers of the API are kept, and how many bytes of them: askers choose their words. */
const KEPT = { max: 1_000, maxSize: 16 * 1024 * 1024 }
/** Bytes of an answer that is kept; longer ones are rather made again. */
const LONGEST = 1024 * 1024

type Kept = { epoch: Epoch; areas: ReadonlySet<string>; status: number; headers: [string, string][]; body: string }

/** Answers with what is kept under a key, else with what is made, which is then kept. */
export type KeptAnswers = (key: string, make: () => Promise<Response>) => Promise<Response>

/**
 * Keeps what the API answers to anybody, as long as nothing changes in what was read for it, relations and rules of
 * access included. While the database does not say what has changed, everything is made anew.
 */
export function keptAnswers(payload: Pick<Payload, 'db'>, epoch: ContentEpoch): KeptAnswers {
  const kept = new LRUCache<string, Kept>({
    ...KEPT,
    sizeCalculation: ({ body }, key) => 500 + 2 * (body.length + key.length),
  })

  return async (key, make) => {
    const present = epoch.known() ?? (await epoch.current().catch(() => null))
    if (present === null || epoch.isLate()) return make()
    const found = kept.get(key)
    if (found && !changedBetween(found.epoch, present, found.areas))
      return new Response(found.body, { status: found.status, headers: found.headers })
    const { result: response, areas } = await areasRead(payload, make)
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
    if (
      response.status !== 200 ||
      !isJson ||
      response.headers.getSetCookie().length > 0 ||
      ![...areas].every(isPublicArea)
    )
      return response
    const body = await response.text()
    const headers = [...response.headers]
    if (body.length <= LONGEST) kept.set(key, { epoch: present, areas, status: response.status, headers, body })
    return new Response(body, { status: response.status, headers })
  }
}
