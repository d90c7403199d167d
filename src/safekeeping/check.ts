import { sha256 } from '../lib/hash.ts'
import { verifySubjects } from '../record/journal-export.ts'
import type { Shelf } from './shelf.ts'
import type { Store } from './store.ts'

export type Checked = {
  rows: number
  chains: number
  files: number
  /** A sentence for each thing that is wrong. */
  faults: string[]
}

const ORPHAN = 'belongs to no row; it is served to nobody and may be removed'

/** Whether a fault is a file that no row names, which harms nothing. */
export const isOrphan = (fault: string): boolean => fault.endsWith(ORPHAN)

/** Verifies a database as it lies: what its engine says of itself, the chains of the journal, and every file that a row names. */
export async function check(store: Store, shelf: Shelf): Promise<Checked> {
  const faults = await store.faults()
  const verdicts = verifySubjects(await store.journal())
  for (const { subject, verdict } of verdicts)
    if (!verdict.ok)
      faults.push(`Journal: the chain of ${subject} is broken at rank ${verdict.rank}: ${verdict.reason}`)
  const named = await store.files()
  for (const file of named) {
    const bytes = await shelf.read(file)
    if (bytes === null) faults.push(`Files: ${file.collection}/${file.name} is missing`)
    else if (file.sha256 !== null && sha256(bytes) !== file.sha256)
      faults.push(`Files: ${file.collection}/${file.name} is not what was uploaded: its SHA-256 differs`)
  }
  const known = new Set(named.map(shelf.nameOf))
  for (const name of await shelf.names()) if (!known.has(name)) faults.push(`Files: ${name} ${ORPHAN}`)
  const rows = Object.values(await store.counts()).reduce((sum, count) => sum + count, 0)
  return { rows, chains: verdicts.length, files: named.length, faults }
}
