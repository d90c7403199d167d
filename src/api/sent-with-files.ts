import type { Upload } from '../adhesion/actions/attach-files.ts'
import { issueAt } from '../input/issue.ts'
import type { Issue } from '../lib/errors.ts'
import type { JsonObject } from '../lib/json-object.ts'
import type { Ask } from './respond.ts'
import { textsOf } from './texts-of-form.ts'

/** What is sent, and the files that came with it. */
export type SentWithFiles = { sent: JsonObject; uploads: Upload[] }

/** A form: its texts, and the files under a name of theirs. @throws DomainError 415 for anything else, 400 `bad-form` */
export async function formWithFiles({ form }: Pick<Ask, 'form'>, filesIn: string): Promise<SentWithFiles> {
  const given = await form()
  return { sent: textsOf(given, [filesIn]), uploads: await uploadsIn(given, filesIn) }
}

async function uploadsIn(form: FormData, name: string): Promise<Upload[]> {
  const files = form.getAll(name).filter((entry): entry is File => entry instanceof File)
  return Promise.all(files.map(async (file) => ({ name: file.name, data: Buffer.from(await file.arrayBuffer()) })))
}

/** A document that comes with files, and what is wrong with the form that it came in. */
type DocumentWithFiles = { document: unknown; uploads: Upload[]; issues: Issue[] }

/**
 * A document in JSON, or a form: the same document in a part of its own (a text, or a file of JSON) and files in others.
 * @throws DomainError 415 for anything else, 400 `bad-json`, `bad-form`
 */
export async function documentPerhapsWithFiles(
  ask: Ask,
  names: { documentIn: string; filesIn: string },
): Promise<DocumentWithFiles> {
  if (!ask.isForm) return { document: await ask.json(), uploads: [], issues: [] }
  const { documentIn, filesIn } = names
  const form = await ask.form()
  const issues = [...new Set(form.keys())]
    .filter((name) => name !== documentIn && name !== filesIn)
    .map((name) => issueAt(name, 'unknown-field'))
  // A text among the files is no file.
  if (form.getAll(filesIn).some((entry) => typeof entry === 'string')) issues.push(issueAt(filesIn, 'not-a-value'))
  const uploads = await uploadsIn(form, filesIn)
  const [sent, ...more] = form.getAll(documentIn)
  if (sent === undefined) return { document: null, uploads, issues: [issueAt(documentIn, 'required'), ...issues] }
  try {
    if (more.length > 0) throw new SyntaxError('One document is sent')
    return { document: JSON.parse(typeof sent === 'string' ? sent : await sent.text()), uploads, issues }
  } catch {
    return { document: null, uploads, issues: [issueAt(documentIn, 'not-a-value'), ...issues] }
  }
}

/** A form with files, or the same in JSON without any. */
export const perhapsWithFiles = async (ask: Ask, filesIn: string): Promise<SentWithFiles> =>
  ask.isForm ? formWithFiles(ask, filesIn) : { sent: await ask.json(), uploads: [] }
