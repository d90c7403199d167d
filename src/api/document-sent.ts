import type { FlattenedField } from 'payload'
import { issueAt, invalidInput } from '../input/issue.ts'
import { issuesOfData } from './gate-data.ts'
import { withWholeLinks, type DataLookup } from './gate-rich-text.ts'
import { isJsonObject } from '../lib/json-object.ts'
import { badForm, badJson } from './respond.ts'
import type { ApiRoute } from './route-table.ts'

const OF_DOCUMENTS: ReadonlySet<string> = new Set(['/', '/:id', '/:id/duplicate', '/access/:id?', '/access'])

/** Whether Payload reads a document from what is sent there. */
export const takesDocument = (route: ApiRoute, method: string): boolean =>
  !route.own &&
  (method === 'POST' || method === 'PATCH') &&
  Boolean(route.collection ?? route.global) &&
  OF_DOCUMENTS.has(route.path)

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

const OF_ACCOUNTS = ['password', 'confirm-password'] as const

/** The names of a password that is to be changed, and of what proves the change; none is a field of the account. */
export const OF_PASSWORDS = [...OF_ACCOUNTS, 'currentPassword', 'code'] as const

/** What Payload says of a document beside its fields, and takes back from who sends what they read. */
const OF_DOCUMENTS_THEMSELVES = ['createdAt', 'updatedAt', 'deletedAt', '_status', 'globalType', 'collection'] as const

/** From these Payload takes the language of the whole request, where they stand in what is sent. */
const OF_LANGUAGE = ['locale', 'fallbackLocale', 'fallback-locale'] as const

/** Nothing that a person sees: blanks of every width, marks without a width, fillers, the empty pattern of Braille. */
const BLANK = /^[\s\p{Zs}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]+$/u

/**
 * A document as it was meant: texts that show nothing are empty, but those within formatted texts, where a blank may part
 * two words; links of formatted texts have whole addresses.
 */
export function asMeant(document: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => [
      name,
      OF_PASSWORDS.some((each) => each === name) ? value : blankAsEmpty(value),
    ]),
  )
}

function blankAsEmpty(value: unknown): unknown {
  if (typeof value === 'string') return BLANK.test(value) ? null : value
  if (Array.isArray(value)) return value.map(blankAsEmpty)
  if (!isJsonObject(value)) return value
  if (isJsonObject(value['root'])) return { ...value, root: withWholeLinks(value['root']) }
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, blankAsEmpty(each)]))
}

/**
 * Refuses a document with names of no field, or whose values are of the wrong kind, before Payload's own fields and hooks see it.
 * @throws DomainError `invalid` (400), with the path of each
 */
export function checkDocument(
  document: Readonly<Record<string, unknown>>,
  route: ApiRoute,
  lookup: DataLookup & { locales: readonly string[] },
): void {
  const fields: readonly FlattenedField[] = (route.collection ?? route.global)?.flattenedFields ?? []
  const beside = new Set([...OF_DOCUMENTS_THEMSELVES, ...OF_LANGUAGE, ...(route.collection?.auth ? OF_PASSWORDS : [])])
  const issues = issuesOfData(document, fields, lookup, beside)
  for (const name of OF_LANGUAGE) {
    const value = document[name]
    const known =
      value === undefined ||
      value === null ||
      value === false ||
      (typeof value === 'string' && ['', 'none', 'null', ...lookup.locales].includes(value))
    if (!known && !fields.some((field) => field.name === name)) issues.push(issueAt(name, 'not-a-value'))
  }
  if (route.collection?.auth) {
    for (const name of OF_ACCOUNTS)
      if (document[name] !== undefined && document[name] !== null && typeof document[name] !== 'string')
        issues.push(issueAt(name, 'not-a-text'))
  }
  if (route.collection?.upload) {
    // Payload would fetch a file from wherever these say.
    const { url, filename } = document
    if (typeof url === 'string' && url !== '' && !url.includes(`/api/${route.collection.slug}/file/`))
      issues.push(issueAt('url', 'not-a-value'))
    if (typeof filename === 'string' && /[/\\]/.test(filename)) issues.push(issueAt('filename', 'not-a-value'))
  }
  if (issues.length > 0) throw invalidInput(issues)
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
