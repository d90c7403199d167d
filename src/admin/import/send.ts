import { refusalIn, type Refusal } from '../actions/post.ts'
import { FORM } from '../actions/words.ts'

/** What an import would make, as the server read the file. */
export type Preview = {
  title: string
  content: unknown
  headings: string[]
  otherwise: string[]
  before: string[]
  leftOut: string[]
  signature: string[]
  unknownWords: string[]
}

type Sent = { ok: true; body: Record<string, unknown> } | { ok: false; refusal: Refusal }

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []

async function send(collection: string, file: File, confirm: boolean): Promise<Sent> {
  const form = new FormData()
  form.set('file', file)
  if (confirm) form.set('confirm', 'true')
  try {
    const response = await fetch(`/api/${collection}/import`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Accept-Language': 'fr' },
      body: form,
    })
    const body: unknown = await response.json()
    return response.ok ? { ok: true, body: fieldsOf(body) } : { ok: false, refusal: refusalIn(response.status, body) }
  } catch {
    return { ok: false, refusal: { status: 0, message: FORM.offline, issues: [] } }
  }
}

/** Asks what a file would become. */
export async function askPreview(collection: string, file: File): Promise<Preview | Refusal> {
  const sent = await send(collection, file, false)
  if (!sent.ok) return sent.refusal
  const { title, content, notes, signature, unknownWords } = sent.body
  const said = (kind: string) =>
    (Array.isArray(notes) ? notes : [])
      .map(fieldsOf)
      .flatMap((note) => (note['kind'] === kind && typeof note['text'] === 'string' ? [note['text']] : []))
  return {
    title: typeof title === 'string' ? title : '',
    content,
    headings: said('heading-proposed'),
    otherwise: said('set-otherwise'),
    before: said('front-matter'),
    leftOut: said('left-out'),
    signature: textsIn(signature),
    unknownWords: textsIn(unknownWords),
  }
}

/** Makes the draft; its id when it is made. */
export async function makeDraft(collection: string, file: File): Promise<string | Refusal> {
  const sent = await send(collection, file, true)
  if (!sent.ok) return sent.refusal
  const { id } = fieldsOf(sent.body['doc'])
  return typeof id === 'string' ? id : { status: 0, message: FORM.unknown, issues: [] }
}
