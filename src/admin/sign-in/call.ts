import { refusalIn } from '../actions/post.ts'
import { FORM } from '../actions/words.ts'

/** What an endpoint answered: its status, its body, and the sentence to show when it refused. */
export type Called = { ok: boolean; code: string | null; body: Record<string, unknown>; message: string }

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

/** Asks an endpoint of `/api/users`. A lost connection is a refusal. */
export async function call(
  path: string,
  body?: Record<string, unknown>,
  method = body === undefined ? 'GET' : 'POST',
): Promise<Called> {
  try {
    const response = await fetch(`/api/users${path}`, {
      method,
      credentials: 'same-origin',
      headers: { 'Accept-Language': 'fr', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const said = fieldsOf(await response.json().catch(() => null))
    const first = fieldsOf(Array.isArray(said['errors']) ? said['errors'][0] : undefined)
    const code = first['code'] ?? said['code']
    return {
      ok: response.ok,
      code: typeof code === 'string' ? code : null,
      body: said,
      message: response.ok ? '' : refusalIn(response.status, said).message,
    }
  } catch {
    return { ok: false, code: null, body: {}, message: FORM.offline }
  }
}

/** A text of an answer, `''` where there is none. */
export const textOf = (body: Readonly<Record<string, unknown>>, name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

/** The texts of a list in an answer. */
export const textsOf = (body: Readonly<Record<string, unknown>>, name: string): string[] => {
  const value = body[name]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
