import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import type { Beside } from '../api/description/document.ts'
import { done, files, NOT_MODIFIED } from '../api/description/answers.ts'
import { describeApi } from '../api/description/document.ts'
import type { OpenApi } from '../api/description/openapi.ts'
import type { Language } from '../api/language.ts'
import { methodNotAllowed } from '../api/gate-refusals.ts'
import type { Env } from '../env.ts'
import { sha256 } from '../lib/hash.ts'
import { packable } from '../lib/packing.ts'
import { platformVersion } from '../lib/version.ts'
import { DOCS, docsPage } from './docs/page.tsx'
import { TOLD_BESIDE } from '../site/public-reading.tsx'
import type { KeptAnswer } from './kept-answers.ts'
import { allowReading, sendPublic } from './public-answer.ts'

/** The description of the API, below `/api`. */
export const DESCRIPTION = '/openapi.json'

const METHODS = ['GET', 'HEAD', 'OPTIONS']
const PUBLIC = ['ETag', 'Access-Control-Allow-Origin']

const beside = (path: string, fr: string, en: string, answer: Beside['told']['answers'][string]): Beside => ({
  path,
  tag: 'open-data',
  by: ['anybody'],
  told: { summary: { fr, en }, parameters: [], answers: { 200: answer, 304: NOT_MODIFIED } },
})

/** What is answered under `/api` by no route of Payload's. */
export const BESIDE: readonly Beside[] = [
  beside(
    '/directory.json',
    'L’annuaire en JSON',
    'The directory as JSON',
    done('The directory.', { type: 'object' }, PUBLIC),
  ),
  beside('/directory.csv', 'L’annuaire en CSV', 'The directory as CSV', files('The directory.', ['text/csv'], PUBLIC)),
  ...Object.values(DOCS).map((path) =>
    beside(
      path.slice('/api'.length),
      'La page de l’API',
      'The API as a page',
      files('The page.', ['text/html'], PUBLIC),
    ),
  ),
  beside(DESCRIPTION, 'La description de l’API', 'This description', done('OpenAPI 3.1.', { type: 'object' }, PUBLIC)),
]

/** The description of the API of an installation. */
export const describe = (
  payload: Payload,
  { PUBLIC_URL }: Pick<Env, 'PUBLIC_URL'>,
  language: Language = 'en',
): Promise<OpenApi> =>
  describeApi({
    payload,
    version: platformVersion(),
    url: PUBLIC_URL,
    language,
    toldBeside: TOLD_BESIDE,
    beside: BESIDE,
  })

type Of = { payload: Payload; env: Pick<Env, 'PUBLIC_URL'> }

/** Answers with the description of the API, made when it is first asked for. */
export const description = ({ payload, env }: Of): RequestHandler =>
  reading('application/json; charset=utf-8', async () => JSON.stringify(await describe(payload, env)))

/** Answers with the description of the API as a page. */
export const docs = ({ payload, env }: Of, language: Language): RequestHandler =>
  reading('text/html; charset=utf-8', async () => docsPage(await describe(payload, env, language), language))

/** Answers with a text that is the same for everybody, made when it is first asked for. */
function reading(type: string, make: () => Promise<string>): RequestHandler {
  const made = once(async (): Promise<KeptAnswer> => {
    const bytes = Buffer.from(await make())
    return { ...packable(bytes), type, etag: `W/"${sha256(bytes).slice(0, 32)}"`, headers: [] }
  })
  return async (req, res) => {
    if (!METHODS.includes(req.method)) throw methodNotAllowed(METHODS)
    if (req.method === 'OPTIONS') res.set(allowReading(req.method)).status(204).set('Allow', METHODS.join(', ')).end()
    else await sendPublic(res, await made())
  }
}

/** What is made when it is first asked for, and again where that failed. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | null = null
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null
      throw error
    })
    return made
  }
}
