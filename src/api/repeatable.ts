import type { PayloadRequest } from 'payload'
import { withCommits, type CommitHolder } from '../db/before-commit.ts'
import { issueAt, invalidInput } from '../input/issue.ts'
import { clientOf, linkIn } from '../lib/caller.ts'
import { canonicalJson } from '../lib/canonical.ts'
import { sha256 } from '../lib/hash.ts'
import { claim, type Claim, type Repeatable } from '../record/repeats/claim.ts'
import { answerLost, PASSING } from '../record/repeats/errors.ts'
import { countedByKey } from '../federations/key-text.ts'
import { networkKey } from '../record/network-key.ts'

/** How an endpoint takes the same request again. */
export type Repeating = {
  /** Its answers hold what is secret (a session, a code): none is kept, and the key has no effect. */
  secret?: boolean
  /** Milliseconds within which a request without a key, of the same body from the same network, is the same request. */
  within?: number
  /** Whether what was cut off is taken up again under its key: the work finds what of it is there already. */
  resumes?: boolean
}

/** Sees the body of a request as soon as it is read, by when the endpoint knows who may ask. */
export type Taken = {
  json: (body: Record<string, unknown>) => Promise<Record<string, unknown>>
  form: (body: FormData) => Promise<FormData>
  lines: (body: unknown[]) => Promise<unknown[]>
}

const KEY_HEADER = 'idempotency-key'
/** Says of an answer that it is the first one's. */
const REPLAYED_HEADER = 'Idempotent-Replayed'

const KEY = /^[\x21-\x7e]{1,255}$/
const A_DAY = 24 * 60 * 60_000
/** What is longer is not kept. */
const LONGEST_ANSWER = 256 * 1024
const KEPT_HEADERS = ['content-type', 'cache-control', 'location', 'etag']

/** Ends a handler that has come to its body: what it would do was done. */
class Replayed extends Error {
  override name = 'Replayed'
  readonly answer: string
  constructor(answer: string) {
    super('This request was answered already')
    this.answer = answer
  }
}

/** A request that is being carried out, and whether its sender named it. */
type Held = { claim: Claim; named: boolean }

/**
 * Carries out a request that may come again: under an `Idempotency-Key` it has one effect and one answer for a day.
 * Neither passing failures (5xx, 429, whatever says when to try again) nor refusals for the body (400) or for who asks
 * (401, 403, 404) bind a key. An answer that was lost with the process is made again, from what was committed.
 * @throws DomainError 409 `answer-lost` where that is not possible
 */
export async function repeatable(
  req: PayloadRequest,
  repeating: Repeating,
  work: (taken: Taken) => Promise<Response>,
): Promise<Response> {
  if (req.method !== 'POST')
    return work({ json: async (body) => body, form: async (body) => body, lines: async (body) => body })
  const commits: CommitHolder = { beforeCommit: null }
  let held: Held | null = null

  const take = async (body: () => Promise<unknown>, token?: unknown): Promise<void> => {
    const key = keyOf(req)
    if (repeating.secret || held || (key === null && repeating.within === undefined)) return
    const sent = canonical(await body())
    const claimed = await claim(req.payload, {
      caller: callerOf(req, token),
      route: routeOf(req),
      body: sent,
      ...(key === null
        ? nameless(sent, repeating.within ?? 0)
        : {
            key: `key ${key}`,
            keptFor: A_DAY,
            afterLostAnswer: repeating.resumes ? ('resume' as const) : ('refuse' as const),
          }),
    })
    if (claimed.kind === 'answered') throw new Replayed(claimed.answer)
    held = { claim: claimed.claim, named: key !== null }
    commits.beforeCommit = claimed.claim.beforeCommit
  }
  const taken: Taken = {
    json: async (body) => {
      await take(async () => body, body['token'])
      return body
    },
    form: async (body) => {
      await take(() => partsOf(body))
      return body
    },
    lines: async (body) => {
      await take(async () => body)
      return body
    },
  }

  try {
    const response = await withCommits(commits, () => work(taken))
    commits.beforeCommit = null
    return held ? await settle(held, response) : response
  } catch (error) {
    commits.beforeCommit = null
    if (error instanceof Replayed) return replayed(error.answer)
    await heldIn(held)?.claim.release('failed')
    throw error
  }
}

/** The compiler takes a variable that closures assign for what it was at first. */
const heldIn = (held: Held | null): Held | null => held

/** @throws DomainError 400 with `not-a-request-key` */
function keyOf({ headers }: Pick<PayloadRequest, 'headers'>): string | null {
  const key = headers.get(KEY_HEADER)
  if (key !== null && !KEY.test(key)) throw invalidInput([issueAt('Idempotency-Key', 'not-a-request-key')])
  return key
}

/** One text for one body. @throws DomainError 400 for what JSON can be written as and holds nothing: `1e999`, or depths without end */
function canonical(body: unknown): string {
  try {
    return canonicalJson(body)
  } catch (error) {
    throw invalidInput([issueAt('', error instanceof RangeError ? 'too-deep' : 'not-a-value')])
  }
}

/** Without a name, a request is what was sent: an application, of which the work finds an earlier one. */
const nameless = (sent: string, keptFor: number): Pick<Repeatable, 'key' | 'keptFor' | 'afterLostAnswer'> => ({
  key: `body ${sha256(sent)}`,
  keptFor,
  afterLostAnswer: 'repeat',
})

/** A link that is shown as such, an account, the key of a federation, a link in the body, else the network: of strangers, one learns nothing of another by a guessed key. */
function callerOf(req: PayloadRequest, token: unknown): string {
  const link = linkIn(req.headers)
  if (link !== null) return `link:${sha256(link)}`
  if (req.user) return `${req.user.collection}:${req.user.id}`
  const byKey = countedByKey(req.payload, req.headers)
  if (byKey !== null) return `key:${byKey}`
  if (typeof token === 'string' && token !== '') return `link:${sha256(token)}`
  return `network:${networkKey(req.payload, clientOf(req).ip)}`
}

const routeOf = ({ method, url }: PayloadRequest): string => {
  const { pathname, search } = new URL(url ?? '/', 'http://localhost')
  return `${method ?? ''} ${pathname}${search}`
}

/** A form as what it says: its fields in their order, of files the names and the SHA-256. */
async function partsOf(form: FormData): Promise<unknown> {
  return Promise.all(
    [...form].map(async ([name, value]) =>
      typeof value === 'string'
        ? [name, value]
        : [name, { name: value.name, sha256: sha256(new Uint8Array(await value.arrayBuffer())) }],
    ),
  )
}

/** Keeps an answer that stands, and lets go of the request otherwise. */
async function settle({ claim: held, named }: Held, response: Response): Promise<Response> {
  const text = await response.text()
  const answer = new Response(text === '' ? null : text, response)
  const { status, headers } = response
  // It was done before: what refuses it now is what it did, and who may not ask hears that alone.
  const isLost = held.isBehind() && status >= 400 && ![401, 403].includes(status) && !passes(status, headers, text)
  if (isLost) {
    await held.release('failed')
    throw answerLost()
  }
  if (binds(status, headers, text) && (named || status < 300)) {
    const keptHeaders = [...headers].filter(([name]) => KEPT_HEADERS.includes(name))
    const isKept = headers.getSetCookie().length === 0 && text.length <= LONGEST_ANSWER
    if (isKept) await held.keep(JSON.stringify({ status, headers: keptHeaders, body: text }))
    else await held.release('failed')
  } else await held.release(passes(status, headers, text) ? 'failed' : 'refused')
  return answer
}

/** Whether an answer speaks of the moment, and not of the request. */
const passes = (status: number, headers: Headers, body: string): boolean =>
  status >= 500 ||
  status === 429 ||
  headers.has('retry-after') ||
  (status === 409 && PASSING.some((code) => body.includes(`"code":"${code}"`)))

const binds = (status: number, headers: Headers, body: string): boolean =>
  !passes(status, headers, body) && ![400, 401, 403, 404].includes(status)

function replayed(answer: string): Response {
  const kept: unknown = JSON.parse(answer)
  if (!isKept(kept)) throw new Error('A kept answer cannot be read')
  const { status, headers, body } = kept
  const response = new Response(body === '' ? null : body, { status, headers })
  response.headers.set(REPLAYED_HEADER, 'true')
  return response
}

type Kept = { status: number; headers: [string, string][]; body: string }

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'status' in value && 'headers' in value && 'body' in value
