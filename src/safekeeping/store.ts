import type { ChainRow } from '../record/chain.ts'

/** The collections whose rows name files. */
export const UPLOADS = ['media', 'files', 'attachments'] as const
export type UploadSlug = (typeof UPLOADS)[number]

/** A file that a row names; `sha256` of its main file only. */
export type NamedFile = { collection: UploadSlug; name: string; prefix: string; sha256: string | null }

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
export function filesOfRow(collection: UploadSlug, row: Raw, renditions: readonly unknown[]): NamedFile[] {
  const prefix = words(row['prefix']) ?? ''
  const main = words(row['filename'])
  return [
    ...(main === null ? [] : [{ collection, name: main, prefix, sha256: words(row['sha256']) }]),
    ...renditions.flatMap((each) => (words(each) === null ? [] : [{ collection, name: String(each), prefix, sha256: null }])),
  ]
}

/** A row of the journal, however its engine writes moments and objects. */
export function chainRow(row: Raw): ChainRow {
  const text = (name: string): string => String(row[name])
  const { at, evidence } = row
  return {
    subject: text('subject'), rank: Number(row['rank']), type: text('type'), at: at instanceof Date ? at.toISOString() : String(at),
    previousHash: text('previousHash'), evidenceHash: text('evidenceHash'), hash: text('hash'), salt: words(row['salt']), evidence: evidence ?? null,
  }
}
