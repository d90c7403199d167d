import type { Upload } from '../adhesion/actions/attach-files.ts'
import type { JsonObject } from '../lib/json-object.ts'
import type { Ask } from './respond.ts'
import { textsOf } from './texts-of-form.ts'

/** What is sent, and the files that came with it. */
export type SentWithFiles = { sent: JsonObject; uploads: Upload[] }

/** A form: its texts, and the files under a name of theirs. @throws DomainError 415 for anything else, 400 `bad-form` */
export async function formWithFiles({ form }: Pick<Ask, 'form'>, filesIn: string): Promise<SentWithFiles> {
  const given = await form()
  const files = given.getAll(filesIn).filter((entry): entry is File => entry instanceof File)
  const uploads = await Promise.all(
    files.map(async (file) => ({ name: file.name, data: Buffer.from(await file.arrayBuffer()) })),
  )
  return { sent: textsOf(given, [filesIn]), uploads }
}

/** A form with files, or the same in JSON without any. */
export const perhapsWithFiles = async (ask: Ask, filesIn: string): Promise<SentWithFiles> =>
  ask.isForm ? formWithFiles(ask, filesIn) : { sent: await ask.json(), uploads: [] }
