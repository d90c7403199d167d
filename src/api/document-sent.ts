import { badForm, badJson } from './respond.ts'
import type { ApiRoute } from './route-table.ts'

const OF_DOCUMENTS: ReadonlySet<string> = new Set(['/', '/:id', '/:id/duplicate', '/access/:id?', '/access'])

/** Whether Payload reads a document from what is sent there. */
export const takesDocument = (route: ApiRoute, method: string): boolean =>
  !route.own && (method === 'POST' || method === 'PATCH') && Boolean(route.collection ?? route.global) && OF_DOCUMENTS.has(route.path)

/**
 * The document in a form or in JSON; one without anything where nothing was sent, which Payload would stumble over.
 * @throws DomainError `bad-json` (400) for what is no JSON, or no object
 */
export function documentIn({ body, form }: { body: Buffer | null; form: FormData | null }): Record<string, unknown> {
  const text = form ? onlyText(form.getAll('_payload')) : (body?.toString('utf8') ?? '')
  if (text.trim() === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw badJson()
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badJson()
  return Object.fromEntries(Object.entries(value))
}

function onlyText(given: readonly FormDataEntryValue[]): string {
  const [text = ''] = given
  if (given.length > 1 || typeof text !== 'string') throw badJson()
  return text
}

/**
 * Writes a form with its document and its one file, and nothing else: a file is sent, never named, or Payload would look
 * for one of that name.
 * @throws DomainError `bad-json` (400) for more files, or one that is named
 */
export function formWith(document: object, sent: FormData): FormData {
  const form = new FormData()
  form.set('_payload', JSON.stringify(document))
  const files = sent.getAll('file')
  for (const file of files) {
    if (typeof file === 'string' || files.length > 1) throw badForm()
    form.set('file', file)
  }
  return form
}
