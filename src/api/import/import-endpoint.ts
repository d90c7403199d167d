import type { ImportedAs } from '../../content/import/draft-of.ts'
import type { Proposal } from '../../content/import/proposal.ts'
import { wrongInput } from '../../input/issue.ts'
import { importCharter, importPage } from '../../scheduling/import-draft.ts'
import { inWorker } from '../../workers/pool.ts'
import { clerkOf } from '../governance/secretariat-endpoint.ts'
import type { OwnEndpoint } from '../posting.ts'
import { editorOf } from '../scheduling/editor-endpoint.ts'
import { endpoint, respond, type Ask } from '../respond.ts'
import { choice, fields, optional, text } from '../../input/fields.ts'
import { messageAndSome } from '../description/answer-shapes.ts'
import type { Said } from '../description/said.ts'

/** More than any text of an association: a book has some 600 kB. A document of Word brings its pictures, which are left out. */
const MOST_BYTES = 1_000_000
const MOST_BYTES_OF_WORD = 8_000_000

/**
 * `POST /api/pages/import` (editors) and `POST /api/charter-versions/import` (the secretariat), with a `file`: what the
 * draft would be, and what to look at in it; with `confirm=true` the draft is made.
 */
export function importEndpoint(as: ImportedAs): OwnEndpoint {
  return {
    path: '/import',
    method: 'post',
    custom: {
      says: {
        by: [as === 'page' ? 'editor' : 'secretariat'],
        status: 201,
        answer: messageAndSome(),
        form: FORM,
      } satisfies Said,
    },
    handler: endpoint(async (ask) => {
      if (as === 'page') editorOf(ask)
      else clerkOf(ask)
      const { source, confirmed } = await readForm(ask)
      const { payload } = ask.req
      if (!confirmed) {
        const previewed = await inWorker(payload, 'preview', { source, as })
        if (previewed.kind !== 'preview') throw noDraft(previewed.kind)
        return new Response(new Uint8Array(previewed.json), { headers: { 'Content-Type': 'application/json' } })
      }
      const proposal = await inWorker(payload, 'read', { source })
      if (proposal.kind !== 'draft') throw noDraft(proposal.kind)
      const { imported } = proposal
      const { id, title } = as === 'page' ? await importPage(payload, imported) : await importCharter(payload, imported)
      return respond({ message: 'Le brouillon est créé.', doc: { id, title } }, 201)
    }),
  }
}

/** What the form has; without `confirm` nothing is made, and 200 shows what would be. */
const FORM = fields({ file: text(MOST_BYTES), confirm: optional(choice(['true'])) })

const noDraft = (why: Exclude<Proposal['kind'], 'draft'>) => wrongInput('file', why)

async function readForm(ask: Ask): Promise<{ source: string | Uint8Array; confirmed: boolean }> {
  const form = await ask.form()
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) throw wrongInput('file', 'text-file-missing')
  const isWord = (await file.slice(0, ZIP.length).text()) === ZIP
  if (file.size > (isWord ? MOST_BYTES_OF_WORD : MOST_BYTES)) throw wrongInput('file', 'text-too-large')
  const bytes = await file.arrayBuffer()
  return { source: isWord ? new Uint8Array(bytes) : textIn(bytes), confirmed: form.get('confirm') === 'true' }
}

/** How a document of Word begins, which is an archive; no text begins so. */
const ZIP = 'PK\u0003\u0004'

const NOT_OF_TEXT = /[\0-\x08\x0e-\x1f]/

/**
 * A text in the encoding that it shows: UTF-16 by its byte order mark, UTF-8 where the bytes are that, else Windows-1252,
 * in which older programs of France write. A PDF or an office file may be either by chance; no text has such characters.
 */
function textIn(bytes: ArrayBuffer): string {
  const [first = 0, second = 0] = new Uint8Array(bytes)
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  const source = marked ? decoded(bytes, marked) : (decoded(bytes, 'utf-8') ?? windows1252(bytes))
  if (source === null || NOT_OF_TEXT.test(source)) throw wrongInput('file', 'not-text')
  return source
}

function decoded(bytes: ArrayBuffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** What Windows-1252 has from 0x80 on where Latin-1 has controls (WHATWG Encoding, index windows-1252). */
const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node's own decoder takes Windows-1252 for Latin-1 (20.20). */
const windows1252 = (bytes: ArrayBuffer): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (sign) => FROM_80[sign.charCodeAt(0) - 0x80] ?? sign)
