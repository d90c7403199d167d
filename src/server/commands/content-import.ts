import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Payload } from 'payload'
import { IMPORTED_AS, type ImportedAs } from '../../content/import/draft-of.ts'
import type { Imported } from '../../content/import/imported.ts'
import { importCharter, importPage } from '../../scheduling/import-draft.ts'
import { inWorker } from '../../workers/pool.ts'
import { UsageError, withPayload } from '../command.ts'

const USAGE = 'npm run content:import -- FILE --as page|charter'

const NO_DRAFT = {
  empty: 'The file holds no text. Nothing was changed.',
  'not-word': 'The file is no Word document that can be read. Nothing was changed.',
  'too-many-parts': 'The file has more than 20,000 paragraphs: split it into several. Nothing was changed.',
}

type Asked = { kind: ImportedAs; source: string }

/**
 * Makes a draft of a page or of the charter from Markdown or plain text, and says what to look at. Every word of the file
 * stands in the draft in its order; nothing is corrected and nothing is published.
 */
export async function main(argv: readonly string[]): Promise<number> {
  return withPayload(
    () => readAsked(argv),
    async (payload, { kind, source }) => {
      const proposal = await inWorker(payload, 'read', { source })
      if (proposal.kind !== 'draft') throw new UsageError(NO_DRAFT[proposal.kind])
      const { imported: draft, unknownWords } = proposal
      console.log(kind === 'page' ? await draftPage(payload, draft) : await draftCharter(payload, draft))
      report(draft, unknownWords)
    },
  )
}

async function readAsked(argv: readonly string[]): Promise<Asked> {
  const {
    values: { as },
    positionals: [file, ...more],
  } = parseArgs({ args: [...argv], options: { as: { type: 'string' } }, allowPositionals: true })
  const kind = IMPORTED_AS.find((each) => each === as)
  if (!file || more.length > 0 || !kind)
    throw new UsageError(`A file and --as page or --as charter are needed.\nUsage: ${USAGE}`)
  const source = await readText(file)
  return { kind, source }
}

async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read as UTF-8 text: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  }
}

async function draftPage(payload: Payload, draft: Imported): Promise<string> {
  const { id, title } = await importPage(payload, draft)
  return `Draft page "${title}" made: /admin/collections/pages/${id}`
}

async function draftCharter(payload: Payload, draft: Imported): Promise<string> {
  const { id, number, title } = await importCharter(payload, draft)
  return `Draft version ${number} of the charter, "${title}", made: /admin/collections/charter-versions/${id}`
}

function report({ notes, signature }: Imported, unknownWords: readonly string[]): void {
  const say = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) console.log([title, ...lines.map((line) => `  ${line}`)].join('\n'))
  }
  say(
    'Lines that read like headings were made headings:',
    notes.flatMap((note) => (note.kind === 'heading-proposed' ? [note.text] : [])),
  )
  say(
    'Set as paragraphs, for a page has no code:',
    notes.flatMap((note) => (note.kind === 'set-otherwise' ? [note.text] : [])),
  )
  say('Labels before a blank at the end, kept apart as the frame to sign:', signature)
  say('Words that the dictionary does not have, left as they are:', unknownWords)
}

process.exitCode = await main(process.argv.slice(2))
