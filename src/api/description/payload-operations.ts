import type { SanitizedConfig } from 'payload'
import type { Messages } from '../../lib/errors.ts'
import type { ListedRoute } from '../route-table.ts'
import { done, files, NOT_MODIFIED } from './answers.ts'
import type { Answer, Parameter, Schema } from './openapi.ts'
import { IF_MATCH, inPath, OF_COUNTS, OF_DRAFTS, OF_LISTS, ofReading } from './queries.ts'

export const JSON_TYPE = 'application/json'
export const FORM_TYPE = 'multipart/form-data'

/** What is known of an operation before anybody says who may and what is refused. */
export type Told = {
  summary: Messages
  parameters: Parameter[]
  /** What is sent, where something is, by the kinds of content in which it may come. */
  body?: {
    content: Readonly<Record<string, Schema>>
    required?: boolean
    /** What may be sent as it stands, by the kind of content. */
    examples?: Readonly<Record<string, unknown>>
  }
  answers: Readonly<Record<string, Answer>>
}

const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
})
const text: Schema = { type: 'string' }
const whole: Schema = { type: 'integer', minimum: 0 }
const anyObject: Schema = { type: 'object' }

const paged = (entry: Schema): Schema =>
  object({
    docs: { type: 'array', items: entry },
    totalDocs: whole,
    limit: whole,
    totalPages: whole,
    page: whole,
    pagingCounter: whole,
    hasPrevPage: { type: 'boolean' },
    hasNextPage: { type: 'boolean' },
    prevPage: { type: ['integer', 'null'] },
    nextPage: { type: ['integer', 'null'] },
  })

const VERSION = object(
  {
    id: text,
    parent: text,
    version: { type: 'object', description: 'The record as it was, without its id.' },
    createdAt: text,
    updatedAt: text,
  },
  ['id', 'version'],
)

const PUBLIC = ['ETag', 'Access-Control-Allow-Origin']
const read = (schema: Schema): Record<string, Answer> => ({
  200: done('What was asked for.', schema, PUBLIC),
  304: NOT_MODIFIED,
})
const changed = (schema: Schema): Record<string, Answer> => ({ 200: done('Done.', schema) })
const withDoc = (record: Schema): Schema => object({ message: text, doc: record })
const several = (record: Schema): Schema =>
  object({ docs: { type: 'array', items: record }, errors: { type: 'array', items: anyObject } })

type Of = { slug: string; config: SanitizedConfig; keepsDrafts: boolean; isUpload: boolean }
type Teller = (of: Of) => Told

const told = (fr: string, en: string, rest: Omit<Told, 'summary'>): Told => ({ summary: { fr, en }, ...rest })
const readsOf = ({ config, keepsDrafts }: Of): Parameter[] => [...ofReading(config), ...(keepsDrafts ? OF_DRAFTS : [])]
const bodyOf = ({ slug, isUpload }: Of, kind: 'new' | 'change') => ({
  content: { [isUpload ? FORM_TYPE : JSON_TYPE]: reference(`${slug}-${kind}`) },
})
const record = ({ slug }: Of): Schema => reference(slug)
const id = inPath('id')
const panel =
  (fr: string, en: string, parameters: Parameter[] = []): Teller =>
  () =>
    told(fr, en, { parameters, answers: changed(anyObject) })

/** Payload's own readings of versions, of a collection and of a global alike. */
const OF_VERSIONS: Readonly<Record<string, Teller>> = {
  'GET /versions': (of) =>
    told('Lire les versions', 'Read the versions', {
      parameters: [...OF_LISTS, ...ofReading(of.config)],
      answers: changed(paged(VERSION)),
    }),
  'GET /versions/:id': (of) =>
    told('Lire une version', 'Read a version', {
      parameters: [id, ...ofReading(of.config)],
      answers: changed(VERSION),
    }),
}

/** Payload's own endpoints of a collection, by their method and pattern. */
const OF_COLLECTIONS: Readonly<Record<string, Teller>> = {
  'GET /': (of) =>
    told('Lire la liste', 'Read the list', {
      parameters: [...OF_LISTS, ...readsOf(of)],
      answers: read(paged(record(of))),
    }),
  'GET /count': () => told('Compter', 'Count', { parameters: OF_COUNTS, answers: read(object({ totalDocs: whole })) }),
  'GET /:id': (of) =>
    told('Lire un enregistrement', 'Read one', { parameters: [id, ...readsOf(of)], answers: read(record(of)) }),
  'POST /': (of) =>
    told('Créer', 'Make one', {
      parameters: readsOf(of),
      body: bodyOf(of, 'new'),
      answers: { 201: done('Made.', withDoc(record(of))) },
    }),
  'PATCH /:id': (of) =>
    told('Modifier', 'Change one', {
      parameters: [id, IF_MATCH, ...readsOf(of)],
      body: bodyOf(of, 'change'),
      answers: changed(withDoc(record(of))),
    }),
  'PATCH /': (of) =>
    told('Modifier plusieurs', 'Change several', {
      parameters: [...OF_LISTS, ...readsOf(of)],
      body: bodyOf(of, 'change'),
      answers: changed(several(record(of))),
    }),
  'DELETE /:id': (of) =>
    told('Supprimer', 'Delete one', { parameters: [id, ...readsOf(of)], answers: changed(withDoc(record(of))) }),
  'DELETE /': (of) =>
    told('Supprimer plusieurs', 'Delete several', {
      parameters: [...OF_LISTS, ...readsOf(of)],
      answers: changed(several(record(of))),
    }),
  ...OF_VERSIONS,
  'POST /versions/:id': () =>
    told('Rétablir une version', 'Restore a version', { parameters: [id, ...OF_DRAFTS], answers: changed(anyObject) }),
  'POST /:id/duplicate': (of) =>
    told('Dupliquer', 'Duplicate', {
      parameters: [id, ...readsOf(of)],
      body: { ...bodyOf(of, 'change'), required: false },
      answers: { 201: done('Made.', withDoc(record(of))), ...changed(withDoc(record(of))) },
    }),
  'POST /access/:id?': panel('Lire ses droits sur un enregistrement', 'What one may do on a record'),
  'GET /file/:filename': () =>
    told('Lire le fichier', 'Read the file', {
      parameters: [inPath('filename')],
      answers: {
        200: files('The file.', ['*/*'], ['ETag']),
        206: files('A part of it.', ['*/*'], ['ETag']),
        304: NOT_MODIFIED,
      },
    }),
  'GET /paste-url/:id?': panel('Reprendre un fichier d’une adresse', 'Take a file from an address'),
  'GET /init': () =>
    told('Savoir s’il y a un compte', 'Whether there is an account', {
      parameters: [],
      answers: changed(object({ initialized: { type: 'boolean' } })),
    }),
  'GET /me': () =>
    told('Lire son compte', 'Read one’s account', {
      parameters: [],
      answers: changed(object({ user: { anyOf: [reference('users'), { type: 'null' }] } }, [])),
    }),
  'POST /unlock': () =>
    told('Débloquer un compte', 'Unlock an account', {
      parameters: [],
      body: { content: { [JSON_TYPE]: object({ email: text }) } },
      answers: changed(object({ message: text })),
    }),
  'GET /:key': panel('Lire une préférence', 'Read a preference', [id]),
  'POST /:key': () =>
    told('Garder une préférence', 'Keep a preference', {
      parameters: [id],
      body: { content: { [JSON_TYPE]: anyObject } },
      answers: changed(anyObject),
    }),
  'DELETE /:key': panel('Oublier une préférence', 'Forget a preference', [id]),
}

/** Payload's own endpoints of a global. */
const OF_GLOBALS: Readonly<Record<string, Teller>> = {
  'GET /': (of) => told('Lire', 'Read', { parameters: readsOf(of), answers: read(record(of)) }),
  'POST /': (of) =>
    told('Modifier', 'Change', {
      parameters: [IF_MATCH, ...readsOf(of)],
      body: bodyOf(of, 'change'),
      answers: changed(object({ message: text, result: record(of) })),
    }),
  ...OF_VERSIONS,
  'POST /versions/:id': panel('Rétablir une version', 'Restore a version', [id]),
  'POST /access': panel('Lire ses droits', 'What one may do'),
}

/** Payload's endpoints of no collection. */
const OF_THE_ROOT: Readonly<Record<string, Teller>> = {
  'GET /access': panel('Lire tous ses droits', 'What one may do everywhere'),
}

/** What is told of an endpoint of Payload's. @throws Error where it is new, so that nobody forgets it */
export function toldOfPayloads(
  { method, path, pattern, collection, global }: ListedRoute,
  config: SanitizedConfig,
): Told {
  const known = collection ? OF_COLLECTIONS : global ? OF_GLOBALS : OF_THE_ROOT
  const teller = known[`${method} ${path}`]
  if (!teller) throw new Error(`Nothing is known of ${method} ${pattern}: describe it in payload-operations.ts`)
  const owner = collection ?? global
  return teller({
    slug: owner?.slug ?? '',
    config,
    keepsDrafts: Boolean(owner?.versions && owner.versions.drafts),
    isUpload: Boolean(collection?.upload),
  })
}
