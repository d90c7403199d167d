import { own } from '../../lib/own.ts'
import { FORM, REFUSALS } from './words.ts'

/** A refusal as a person reads it. */
export type Refusal = { status: number; message: string; issues: { path: string; message: string }[] }

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
/** The fields of an object, or none. */
export const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
/** The entries of a list, or none. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Reads an answer in Payload's shape: `{ errors: [{ code, message, data: { errors } }] }`. */
export function refusalIn(status: number, body: unknown): Refusal {
  const first = fieldsOf(listOf(fieldsOf(body)['errors'])[0])
  const data = fieldsOf(first['data'])
  const code = textOf(first['code']) ?? textOf(data['code']) ?? ''
  const issues = listOf(data['errors']).flatMap((entry) => {
    const { path, message } = fieldsOf(entry)
    return typeof path === 'string' && typeof message === 'string' ? [{ path, message }] : []
  })
  return { status, message: own(REFUSALS, code) ?? textOf(first['message']) ?? FORM.unknown, issues }
}

/** Why something was refused, in the words of the answer: those that a view has of its own are about one record that it shows. */
export const messageIn = (body: unknown): string =>
  textOf(fieldsOf(listOf(fieldsOf(body)['errors'])[0])['message']) ?? FORM.unknown

/** What was done, or why not. */
type Answered = { refused: Refusal } | { answer: unknown }

/** Sends an act to its endpoint; null when it is done, else why it was refused. */
export async function post(url: string, body: FormData | Record<string, unknown>): Promise<Refusal | null> {
  const answered = await ask(url, body)
  return 'refused' in answered ? answered.refused : null
}

/**
 * Sends an act to its endpoint, and gives its answer. A lost connection is a refusal with status 0: the same act again is
 * answered as already done, if it was.
 */
export async function ask(url: string, body: FormData | Record<string, unknown>): Promise<Answered> {
  const isForm = body instanceof FormData
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Accept-Language': 'fr', ...(isForm ? {} : { 'Content-Type': 'application/json' }) },
      body: isForm ? body : JSON.stringify(body),
    })
    const answer: unknown = await response.json().catch(() => null)
    return response.ok ? { answer } : { refused: refusalIn(response.status, answer) }
  } catch {
    return { refused: { status: 0, message: FORM.offline, issues: [] } }
  }
}
