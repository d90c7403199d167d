import type { MortalServer, Occasion } from './mortal-server.ts'

export type Answer = {
  status: number
  body: Record<string, unknown>
  /** Whether an earlier answer to the same request was lost with the server. */
  repeated: boolean
}

type Asked = { what: Occasion; method?: 'GET' | 'POST'; body?: object; token?: string }

/** What asks to try again: others act on the same file, one who died in the middle among them. */
const BUSY: readonly unknown[] = ['busy', 'too-many-races']

/** The code of a refusal. */
export function codeOf({ body }: Pick<Answer, 'body'>): unknown {
  const [first]: unknown[] = Array.isArray(body['errors']) ? body['errors'] : []
  return typeof first === 'object' && first !== null && 'code' in first ? first.code : undefined
}

/** Asks until an answer has come whole: a request whose answer is lost with the server is made again. */
export async function ask(server: MortalServer, path: string, { what, method = 'POST', body, token }: Asked): Promise<Answer> {
  const request = {
    method,
    headers: {
      // A connection kept for the next request may be closed by the server just then: such an answer is lost without a kill.
      Connection: 'close',
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(token ? { Authorization: `JWT ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }
  let repeated = false
  for (;;) {
    const address = await server.address()
    server.happened(what)
    try {
      const response = await fetch(`${address}/api${path}`, request)
      const answer: Record<string, unknown> = JSON.parse(await response.text())
      if (!BUSY.includes(codeOf({ body: answer }))) return { status: response.status, body: answer, repeated }
    } catch (error) {
      if (server.answersAt(address)) throw error
      repeated = true
    }
  }
}
