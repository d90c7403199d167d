import { handleEndpoints } from 'payload'
import type { TestApp } from './app.ts'

export type Answer<Body = Record<string, unknown>> = { status: number; body: Body; headers: Headers }

type Sent = { method?: string; body?: unknown; headers?: Record<string, string>; token?: string }

/** One request through Payload's REST handler, as the front door hands it on. */
export async function callApi<Body = Record<string, unknown>>(
  { config }: Pick<TestApp, 'config'>,
  path: string,
  { method = 'POST', body, headers = {}, token }: Sent = {},
): Promise<Answer<Body>> {
  const form = body instanceof FormData
  const request = new Request(`http://localhost:3000/api${path}`, {
    method,
    headers: {
      ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `JWT ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: form ? body : typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const response = await handleEndpoints({ config, request })
  const text = await response.text()
  const parsed: Body = text === '' ? {} : JSON.parse(text)
  return { status: response.status, body: parsed, headers: response.headers }
}

type Refusal = { errors?: { code?: string; data?: { errors?: { path: string; code: string }[] } }[] }

const refusalIn = ({ body }: { body: object }): Refusal => body

/** The code of a refusal. */
export const codeOf = (answer: { body: object }): string | undefined => refusalIn(answer).errors?.[0]?.code

/** What was wrong, as `path: code`. */
export const issuesOf = (answer: { body: object }): string[] =>
  (refusalIn(answer).errors?.[0]?.data?.errors ?? []).map(({ path, code }) => `${path}: ${code}`)
