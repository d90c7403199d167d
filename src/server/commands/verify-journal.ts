import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { readExport, UnreadableExport, verifySubjects } from '../../record/journal-export.ts'

/**
 * Verifies the chains of an exported journal, with nothing but the export: files given as arguments, else
 * standard input. One line a subject; ends with 1 when a chain is broken, with 2 when there is nothing to read.
 */
async function verifyJournal(files: readonly string[]): Promise<number> {
  const texts =
    files.length === 0 ? [await text(process.stdin)] : await Promise.all(files.map((file) => readFile(file, 'utf8')))
  const verdicts = verifySubjects(readExport(texts))
  for (const { subject, rows, verdict } of verdicts) {
    console.log(
      `${subject}: ${rows} ${rows === 1 ? 'fact' : 'facts'}, ${verdict.ok ? 'verified' : `BROKEN at rank ${verdict.rank}: ${verdict.reason}`}`,
    )
  }
  const broken = verdicts.filter(({ verdict }) => !verdict.ok).length
  console.log(
    broken === 0 ? `${verdicts.length} chains verified.` : `${broken} of ${verdicts.length} chains are broken.`,
  )
  return broken === 0 ? 0 : 1
}

try {
  process.exitCode = await verifyJournal(process.argv.slice(2))
} catch (error) {
  const expected =
    error instanceof UnreadableExport || (error instanceof Error && 'code' in error && error.code === 'ENOENT')
  if (!expected) throw error
  console.error(error.message)
  process.exitCode = 2
}
