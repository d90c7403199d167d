import { z } from 'zod'
import { verifyChain, type ChainFault, type ChainRow } from './chain.ts'

const exportedRow = z.object({
  subject: z.string().min(1),
  rank: z.int().min(1),
  type: z.string().min(1),
  at: z.string(),
  previousHash: z.string(),
  evidenceHash: z.string(),
  hash: z.string(),
  evidence: z.unknown().optional(),
  salt: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  adhesion: z.unknown().optional(),
  confidential: z.unknown().optional(),
})

/** An answer of `GET /api/journal`, or its rows alone. */
const page = z.union([
  z.array(z.unknown()).transform((docs) => ({ docs, totalDocs: docs.length })),
  z.object({ docs: z.array(z.unknown()), totalDocs: z.int().optional() }),
])

/** An export that cannot be verified as it is, in a sentence for whoever gave it. */
export class UnreadableExport extends Error {
  override name = 'UnreadableExport'
  readonly code = 'unreadable-export'
}

/**
 * The journal rows of an export: one or several texts of JSON, each the answer of `GET /api/journal` or an
 * array of rows.
 * @throws UnreadableExport for something else, for a row that lacks a field, for nothing at all, for pages that are missing (a
 *   chain that is cut at its end would verify)
 */
export function readExport(texts: readonly string[]): ChainRow[] {
  const pages = texts.map((text, index) => readPage(text, index + 1))
  const rows = pages.flatMap(({ docs }) => docs)
  const expected = Math.max(0, ...pages.map(({ totalDocs }) => totalDocs ?? 0))
  if (rows.length < expected) {
    throw new UnreadableExport(
      `The export is incomplete: the journal has ${expected} rows, ${rows.length} were given. Give every page.`,
    )
  }
  if (rows.length === 0) throw new UnreadableExport('The export holds no row')
  return rows.map((each, index) => {
    const { success, data, error } = exportedRow.safeParse(each)
    if (success) return { ...data, evidence: data.evidence ?? null }
    throw new UnreadableExport(
      `Row ${index + 1} is not a row of the journal: ${error.issues[0]?.path.join('.') ?? ''} ${error.issues[0]?.message ?? ''}`,
    )
  })
}

function readPage(text: string, number: number): z.infer<typeof page> {
  try {
    return page.parse(JSON.parse(text))
  } catch (error) {
    throw new UnreadableExport(`Input ${number} is neither an answer of GET /api/journal nor an array of rows`, {
      cause: error,
    })
  }
}

export type SubjectVerdict = { subject: string; rows: number; verdict: { ok: true } | ChainFault }

/** The verdict on each subject of an export, in the order of their names. */
export function verifySubjects(rows: readonly ChainRow[]): SubjectVerdict[] {
  const bySubject = new Map<string, ChainRow[]>()
  for (const row of rows) bySubject.set(row.subject, [...(bySubject.get(row.subject) ?? []), row])
  return [...bySubject]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([subject, chain]) => ({ subject, rows: chain.length, verdict: verifyChain(chain) }))
}
