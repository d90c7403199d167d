import type { Front, Occasion } from './mortal-server.ts'

export type Answer = {
  status: number
  body: Record<string, unknown>
  /** Whether an earlier answer to the same request was lost with the server. */
  repeated: boolean
}

type Asked = {
  what: Occasion
  method?: 'GET' | 'POST'
  body?: object
  token?: string
  answered?: (status: number) => void
}

/** What asks to try again: others act on the same file, one who died in the middle among them. */
const BUSY: readonly unknown[] = ['busy', 'too-many-races']

/** The database is away: what was asked may have been done. */
const AWAY: readonly unknown[] = ['database-unavailable', 'try-again']

/** Milliseconds after which who was told so asks again: sooner than they are told to. */
const PATIENCE = 300

/** The code of a refusal. */
export function codeOf({ body }: Pick<Answer, 'body'>): unknown {
  const [first]: unknown[] = Array.isArray(body['errors']) ? body['errors'] : []
  return typeof first === 'object' && first !== null && 'code' in first ? first.code : undefined
}

/** People write from networks of their own: one network may cause so many e-mails an hour. The server is to believe it (`TRUST_PROXY`). */
const somewhere = (): string => `198.18.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`

/** Requests that are not answered for good yet: where they go, since when, and what the last try was told. */
const underWay = new Set<{ path: string; since: number; tries: number; last: string }>()

/** What clients wait for, a line each, for who must say why nothing goes on. */
export function requestsUnderWay(): string[] {
  return [...underWay].map(
    ({ path, since, tries, last }) =>
      `${path}: for ${Math.round((performance.now() - since) / 1000)} s, try ${tries}, before: ${last}`,
  )
}

/** Asks until an answer has come whole: a request whose answer is lost with the server is made again. */
export async function ask(server: Front, path: string, asked: Asked): Promise<Answer> {
  const request = { path, since: performance.now(), tries: 0, last: 'nothing' }
  underWay.add(request)
  try {
    return await askAgain(server, path, asked, request)
  } finally {
    underWay.delete(request)
  }
}

async function askAgain(
  server: Front,
  path: string,
  { what, method = 'POST', body, token, answered = () => {} }: Asked,
  tried: { tries: number; last: string },
): Promise<Answer> {
  const request = {
    method,
    headers: {
      // A connection kept for the next request may be closed by the server just then: such an answer is lost without a kill.
      Connection: 'close',
      ...(what === 'submission' ? { 'X-Forwarded-For': somewhere() } : {}),
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(token ? { Authorization: `JWT ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }
  let repeated = false
  for (;;) {
    const address = await server.address()
    tried.tries += 1
    server.happened(what)
    try {
      const response = await fetch(`${address}/api${path}`, request)
      const answer: Record<string, unknown> = JSON.parse(await response.text())
      answered(response.status)
      const code = codeOf({ body: answer })
      tried.last = `${response.status} ${String(code)}`
      if (AWAY.includes(code)) {
        repeated = true
        await new Promise((resolve) => setTimeout(resolve, PATIENCE))
      } else if (!BUSY.includes(code)) return { status: response.status, body: answer, repeated }
    } catch (error) {
      answered(0)
      tried.last = 'no answer'
      if (server.answersAt(address)) throw error
      repeated = true
    }
  }
}
