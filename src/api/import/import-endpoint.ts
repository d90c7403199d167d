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
import { MOST_BYTES, sentFile, textOf } from './text-file.ts'
import { messageAndSome } from '../description/answer-shapes.ts'
import type { Said } from '../description/said.ts'

/** A document of Word brings its pictures, which are left out. */
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
  const file = sentFile(form)
  const isWord = (await file.slice(0, ZIP.length).text()) === ZIP
  if (isWord && file.size > MOST_BYTES_OF_WORD) throw wrongInput('file', 'text-too-large')
  const source = isWord ? new Uint8Array(await file.arrayBuffer()) : await textOf(file)
  return { source, confirmed: form.get('confirm') === 'true' }
}

/** How a document of Word begins, which is an archive; no text begins so. */
const ZIP = 'PK\u0003\u0004'
