import type { ImportedAs } from '../../content/import/draft-of.ts'
import type { Proposal } from '../../content/import/proposal.ts'
import { DomainError, type Messages } from '../../lib/errors.ts'
import { importCharter, importPage } from '../../scheduling/import-draft.ts'
import { inWorker } from '../../workers/pool.ts'
import { clerkOf } from '../governance/secretariat-endpoint.ts'
import type { OwnEndpoint } from '../posting.ts'
import { editorOf } from '../scheduling/editor-endpoint.ts'
import { endpoint, respond, type Ask } from '../respond.ts'

/** More than any text of an association: a book has some 600 kB. */
const MOST_BYTES = 1_000_000

const wrongFile = (code: string, messages: Messages) =>
  new DomainError('ValidationError', code, 400, messages, { faults: [{ path: 'file', code, messages }] })

const NO_FILE = { fr: 'Choisissez un fichier de texte ou de Markdown.', en: 'Choose a file of text or Markdown.' }
const TOO_LARGE = {
  fr: 'Ce fichier dépasse 1\u00a0Mo\u00a0: partagez-le en plusieurs textes.',
  en: 'This file is larger than 1 MB: split it into several texts.',
}
const NOT_TEXT = {
  fr: 'Ce fichier n’est pas du texte\u00a0: enregistrez-le en texte brut ou en Markdown, en UTF-8.',
  en: 'This file is no text: save it as plain text or Markdown, in UTF-8.',
}
const TOO_MANY_PARTS = {
  fr: 'Ce texte compte plus de 20\u00a0000\u00a0paragraphes\u00a0: partagez-le en plusieurs.',
  en: 'This text has more than 20,000 paragraphs: split it into several.',
}
const EMPTY = { fr: 'Ce fichier ne contient aucun texte.', en: 'This file holds no text.' }

/**
 * `POST /api/pages/import` (editors) and `POST /api/charter-versions/import` (the secretariat), with a `file`: what the
 * draft would be, and what to look at in it; with `confirm=true` the draft is made.
 */
export function importEndpoint(as: ImportedAs): OwnEndpoint {
  return {
    path: '/import',
    method: 'post',
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

const noDraft = (why: Exclude<Proposal['kind'], 'draft'>) =>
  why === 'empty' ? wrongFile('empty', EMPTY) : wrongFile('too-many-parts', TOO_MANY_PARTS)

async function readForm(ask: Ask): Promise<{ source: string; confirmed: boolean }> {
  const form = await ask.form()
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) throw wrongFile('required', NO_FILE)
  if (file.size > MOST_BYTES) throw wrongFile('too-large', TOO_LARGE)
  return { source: textIn(await file.arrayBuffer()), confirmed: form.get('confirm') === 'true' }
}

function textIn(bytes: ArrayBuffer): string {
  let source: string
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw wrongFile('not-text', NOT_TEXT)
  }
  // A PDF or an office file may be valid UTF-8 by chance; no text has such characters.
  if (/[\0-\x08\x0e-\x1f]/.test(source)) throw wrongFile('not-text', NOT_TEXT)
  return source
}
