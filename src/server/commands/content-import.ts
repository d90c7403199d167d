import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Payload } from 'payload'
import { draftVersion } from '../../charter/draft-version.ts'
import { importText } from '../../content/import/import-text.ts'
import type { Imported } from '../../content/import/imported.ts'
import { unknownWords } from '../../content/import/spelling.ts'
import { document, heading, text } from '../../content/lexical-factory.ts'
import { placeName } from '../../organisation/region.ts'
import type { CharterVersion, Page } from '../../payload-types.ts'
import { UsageError, withPayload } from '../command.ts'

const USAGE = 'npm run content:import -- FILE --as page|charter'
const KINDS = ['page', 'charter'] as const
const LONGEST_TITLE = 160
const LONGEST_SLUG = 80

type Asked = { kind: (typeof KINDS)[number]; draft: Imported; source: string }

/**
 * Makes a draft of a page or of the charter from Markdown or plain text, and says what to look at. Every word of the file
 * stands in the draft in its order; nothing is corrected and nothing is published.
 */
export async function main(argv: readonly string[]): Promise<number> {
  return withPayload(() => readAsked(argv), async (payload, { kind, draft, source }) => {
    if (draft.title === '' && draft.nodes.length === 0) throw new UsageError('The file holds no text. Nothing was changed.')
    console.log(kind === 'page' ? await draftPage(payload, draft) : await draftCharter(payload, draft))
    report(draft, source)
  })
}

async function readAsked(argv: readonly string[]): Promise<Asked> {
  const { values: { as }, positionals: [file, ...more] } = parseArgs({ args: [...argv], options: { as: { type: 'string' } }, allowPositionals: true })
  const kind = KINDS.find((each) => each === as)
  if (!file || more.length > 0 || !kind) throw new UsageError(`A file and --as page or --as charter are needed.\nUsage: ${USAGE}`)
  const source = await readText(file)
  return { kind, source, draft: importText(source) }
}

async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
  } catch (error) {
    throw new UsageError(`${file} cannot be read as UTF-8 text: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** A title that is too long for its field stands whole at the head of the text. */
const titleOf = ({ title }: Imported): string => (title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title || 'Sans titre')

async function draftPage(payload: Payload, draft: Imported): Promise<string> {
  const title = titleOf(draft)
  const signature = draft.signature.map((label) => ({ ...heading('h4', text(label)) }))
  const content = document(...draft.nodes, ...signature) as NonNullable<Extract<NonNullable<Page['layout']>[number], { blockType: 'richText' }>['content']>
  const slug = await freeSlug(payload, title)
  const { id } = await payload.create({
    collection: 'pages',
    data: { title, slug, layout: [{ blockType: 'opening', title: draft.title || title }, { blockType: 'richText', content }], _status: 'draft' },
    locale: 'fr', draft: true, depth: 0, overrideAccess: true,
  })
  return `Draft page "${title}" made: /admin/collections/pages/${id}`
}

async function freeSlug(payload: Payload, title: string): Promise<string> {
  const wanted = placeName(title).replaceAll(' ', '-').slice(0, LONGEST_SLUG).replace(/-$/, '') || 'page'
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? wanted : `${wanted}-${count}`
    const { totalDocs } = await payload.count({ collection: 'pages', where: { slug: { equals: slug } }, overrideAccess: true })
    if (totalDocs === 0) return slug
  }
}

async function draftCharter(payload: Payload, draft: Imported): Promise<string> {
  const nodes = draft.title === '' ? draft.nodes : [heading('h1', text(draft.title)), ...draft.nodes]
  const content = document(...nodes) as CharterVersion['content']
  const { id, number, title } = await draftVersion(payload, { title: titleOf(draft), content, signatureLines: draft.signature })
  return `Draft version ${number} of the charter, "${title}", made: /admin/collections/charter-versions/${id}`
}

function report({ notes, signature }: Imported, source: string): void {
  const say = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) console.log([title, ...lines.map((line) => `  ${line}`)].join('\n'))
  }
  say('Lines that read like headings were made headings:', notes.flatMap((note) => (note.kind === 'heading-proposed' ? [note.text] : [])))
  say('Set as paragraphs, for a page has no tables and no code:', notes.flatMap((note) => (note.kind === 'set-otherwise' ? [note.text] : [])))
  say('Labels before a blank at the end, kept apart as the frame to sign:', signature)
  say('Words that the dictionary does not have, left as they are:', unknownWords(source))
}

process.exitCode = await main(process.argv.slice(2))
