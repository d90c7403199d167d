import { canonicalJson } from '../lib/canonical.ts'
import { idOf } from '../lib/ids.ts'
import { own } from '../lib/own.ts'
import type { Publication } from '../payload-types.ts'
import { recordOf } from './references.ts'

/** A stored file by what it is: its bytes where their hash is known, else the record alone. */
export type FileIdentity = { id: string; sha256: string | null }

/**
 * What is read of a publication, and who wrote it. Not in it: errata, address, embargo, day and state of publication.
 * `authorPeople` is, or who wrote a text could be named after they had judged it.
 */
export type PublicationContent = {
  title: string
  kind: Publication['kind']
  abstract: string | null
  body: unknown
  pdf: FileIdentity | null
  /** Of the pictures in the text, by id. */
  pictures: FileIdentity[]
  /** Of the PDFs in the text, by id. */
  files: FileIdentity[]
  source: string | null
  deadline: string | null
  authors: string[]
  authorPeople: string[]
  themes: string[]
  regions: string[]
}

/** The fields of a stored publication that its content is made of. */
export type Written = Pick<
  Publication,
  'title' | 'kind' | 'abstract' | 'body' | 'source' | 'deadline' | 'authors' | 'authorPeople' | 'themes' | 'regions'
>

/** The content of a publication read without its relations, with the files that belong to it. */
export function contentOf(
  publication: Written,
  { pdf, pictures, files }: Pick<PublicationContent, 'pdf' | 'pictures' | 'files'>,
): PublicationContent {
  const { title, kind, abstract, body, source, deadline, authors, authorPeople, themes, regions } = publication
  return {
    // A draft may lack even these.
    title: title ?? '',
    kind,
    abstract: abstract || null,
    body: asRead(body ?? null),
    pdf,
    pictures: byId(pictures),
    files: byId(files),
    source: source || null,
    deadline: deadline || null,
    authors: [...(authors ?? [])],
    authorPeople: [...new Set((authorPeople ?? []).map((author) => idOf(author)))].sort(),
    themes: [...(themes ?? [])],
    regions: [...(regions ?? [])],
  }
}

/** The bytes that are hashed, kept and cited: canonical JSON (RFC 8785). */
export const canonicalContent = (content: PublicationContent): string => canonicalJson(content)

/** What the editor of the panel writes for itself, and rewrites when it opens a text: nobody reads it. */
const UNREAD = new Set(['id', 'version', 'direction', 'detail', 'mode', 'style', 'textFormat', 'textStyle'])

/** Properties that are left out where they say nothing: Lexical writes them or does not, as it pleases. */
const UNSET: Readonly<Record<string, readonly unknown[]>> = { format: ['', 0], indent: [0] }

/** A rich text without what is not read, so that opening and saving it changes nothing. */
function asRead(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asRead)
  if (typeof value !== 'object' || value === null) return value
  const named = 'relationTo' in value && 'value' in value ? { ...value, value: recordOf(value.value) } : value
  const said = Object.entries(named).filter(
    ([key, each]) => !UNREAD.has(key) && each !== undefined && each !== null && !own(UNSET, key)?.includes(each),
  )
  return Object.fromEntries(said.map(([key, each]): [string, unknown] => [key, asRead(each)]))
}

const byId = (files: readonly FileIdentity[]): FileIdentity[] => [...files].sort((a, b) => (a.id < b.id ? -1 : 1))
