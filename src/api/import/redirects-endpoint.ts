import { z } from 'zod'
import { findFirst } from '../../db/find.ts'
import { isRefused } from '../../input/issue.ts'
import { fields, text } from '../../input/fields.ts'
import { settingsOf } from '../../lib/settings.ts'
import { readFrom } from '../../redirects/read-address.ts'
import { redirectLinesIn, type RedirectLine } from '../../redirects/redirect-lines.ts'
import { shapeOf, type ErrorBody } from '../errors.ts'
import type { OwnEndpoint } from '../posting.ts'
import { endpoint, respond, type Ask } from '../respond.ts'
import { editorOf } from '../scheduling/editor-endpoint.ts'
import type { Said } from '../description/said.ts'
import { MOST_BYTES, sentFile, textOf } from './text-file.ts'

/** What became of a line: 201 a new redirect, 200 one that was changed or stood so already, else why it was refused. */
type Result = { line: number; from: string; status: number } & ({ doc: object } | ErrorBody)

/**
 * `POST /api/redirects/import` (editors) with a `file` in CSV: each line is judged and written by itself, as if it were sent alone, and
 * has a result of its own; 200 says that all were looked at. A redirect that is known is changed.
 */
export const importRedirectsEndpoint: OwnEndpoint = {
  path: '/import',
  method: 'post',
  custom: {
    says: {
      by: ['editor'],
      answer: z.object({ results: z.array(z.looseObject({ line: z.int(), from: z.string(), status: z.int() })) }),
      form: fields({ file: text(MOST_BYTES) }),
    } satisfies Said,
  },
  handler: endpoint(async (ask) => {
    editorOf(ask)
    const lines = redirectLinesIn(await textOf(sentFile(await ask.form())))
    const results: Result[] = []
    for (const each of lines) results.push(await resultOf(ask, each))
    return respond({ results })
  }),
}

async function resultOf({ req, language }: Ask, { line, ...asked }: RedirectLine): Promise<Result> {
  const { payload, user } = req
  const asEditor = { depth: 0, overrideAccess: false, user } as const
  try {
    const read = readFrom(asked.from, new URL(settingsOf(payload).PUBLIC_URL).origin)
    const known = isRefused(read)
      ? null
      : await findFirst({ payload }, 'redirects', { where: { from: { equals: read.from } } })
    const doc = known
      ? await payload.update({ collection: 'redirects', id: known.id, data: asked, ...asEditor })
      : await payload.create({ collection: 'redirects', data: asked, ...asEditor })
    return { line, from: doc.from, status: known ? 200 : 201, doc }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const { status, body } = shapeOf(error, language)
    if (status >= 500) payload.logger.error({ msg: 'A line of a file of redirects failed', line, err: error })
    return { ...body, line, from: asked.from, status }
  }
}
