import type { ChainRow } from '../record/chain.ts'

/** The collections whose rows name files. */
export const UPLOADS = ['media', 'files', 'attachments'] as const
export type UploadSlug = (typeof UPLOADS)[number]

/** A file that a row names; `prefix` is its folder in a bucket, `type` what it is served as from there, `sha256` of its main file only. */
export type NamedFile = {
  collection: UploadSlug
  name: string
  prefix: string
  type?: string | undefined
  sha256: string | null
}

/** A smaller picture, as a row names it. */
export type Rendition = { name: unknown; type: unknown }

/** An index as MongoDB describes it. */
export type Index = { key: object } & { [option: string]: unknown }

/** A database as it lies, read beside whatever serves it; nothing of Payload's is needed. */
export type Store = {
  /** Rows of each table or collection. */
  counts: () => Promise<Record<string, number>>
  journal: () => Promise<ChainRow[]>
  files: () => Promise<NamedFile[]>
  migrations: () => Promise<string[]>
  /** What the engine itself finds wrong. */
  faults: () => Promise<string[]>
  /** Holds the e-mails of this copy back (`held.ts`). */
  hold: () => Promise<void>
  close: () => Promise<void>
}

type Raw = Readonly<Record<string, unknown>>

const words = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The files of one row: its own and its renditions. */
export function filesOfRow(collection: UploadSlug, row: Raw, renditions: readonly Rendition[]): NamedFile[] {
  // Payload's two databases spell the columns each in its own way.
  const prefix = [row['prefix'], row['_objectKey'] ?? row['_objectkey']].flatMap((part) => words(part) ?? []).join('/')
  const named = (name: unknown, type: unknown, sha256: string | null): NamedFile[] =>
    words(name) === null ? [] : [{ collection, name: String(name), prefix, type: words(type) ?? undefined, sha256 }]
  return [
    ...named(row['filename'], row['mimeType'] ?? row['mime_type'], words(row['sha256'])),
    ...renditions.flatMap(({ name, type }) => named(name, type, null)),
  ]
}

/** A row of the journal, however its engine writes moments and objects. */
export function chainRow(row: Raw): ChainRow {
  const text = (name: string): string => String(row[name])
  const { at, evidence } = row
  return {
    subject: text('subject'),
    rank: Number(row['rank']),
    type: text('type'),
    at: at instanceof Date ? at.toISOString() : String(at),
    previousHash: text('previousHash'),
    evidenceHash: text('evidenceHash'),
    hash: text('hash'),
    salt: words(row['salt']),
    evidence: evidence ?? null,
  }
}
