import type { SanitizedConfig } from 'payload'
import { BOUNDS } from '../gate-query.ts'
import type { Parameter, Schema } from './openapi.ts'

const asked = (name: string, schema: Schema, description: string, example?: unknown): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
  ...(example === undefined ? {} : { example }),
})
const nested = (name: string, description: string): Parameter => ({
  ...asked(name, { type: 'object' }, description),
  style: 'deepObject',
  explode: true,
})

const whole = (maximum: number): Schema => ({ type: 'integer', minimum: 0, maximum })

const WHERE = nested('where', 'Which records: `where[field][operator]=value`. A name of no field is 400 at its path.')

/** How records are read: in which language, with how much of what they name, which of their fields. */
export function ofReading({ localization }: Pick<SanitizedConfig, 'localization'>): Parameter[] {
  const languages = localization ? localization.localeCodes : []
  return [
    asked('depth', whole(BOUNDS.staff.depth), 'Levels of records that stand in place of the ids that name them.', 0),
    asked(
      'locale',
      { type: 'string', enum: languages },
      'The language of what is translated; without it French.',
      'fr',
    ),
    nested('select', 'Which fields: `select[title]=true`.'),
  ]
}

/** Which drafts are read: those of who may read drafts. */
export const OF_DRAFTS: Parameter[] = [
  asked('draft', { type: 'string', enum: ['true', 'false'] }, 'Whether the newest draft stands for what is published.'),
]

/** How a list is asked for. */
export const OF_LISTS: Parameter[] = [
  asked(
    'limit',
    whole(BOUNDS.staff.limit),
    `How many a page: 10 without it, ${BOUNDS.staff.limit} at most; 0 means as many.`,
    10,
  ),
  asked('page', { type: 'integer', minimum: 1, maximum: 9_999_999 }, 'Which page, from 1 on.', 1),
  asked('sort', { type: 'string' }, 'By which field; `-` before it for the other way.', '-createdAt'),
  WHERE,
]

export const OF_COUNTS: Parameter[] = [WHERE]

/** A part of an address that is a name. */
export const inPath = (name: string): Parameter => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', minLength: 1, maxLength: 200 },
})

/** What may be sent along with a POST of ours, to have it carried out once. */
export const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'A key of your own: sent again within 24 hours, the same request has one effect and the same answer.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]{1,255}$' },
}

/** The state of the record that a change was made on. */
export const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  description: 'The `updatedAt` that was read: where the record has changed since, nothing is written (409 `stale`).',
  schema: { type: 'string' },
}
