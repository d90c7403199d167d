import type { z } from 'zod'
import { changed, fields, notSettable, optional, part, whole } from '../../input/fields.ts'
import { DECLARED_FIELDS, type DeclarationPath, type DeclaredField } from '../../organisation/declared-fields.ts'

/** Parts that may be left out whole; one that is there is asked for its required fields. */
const OPTIONAL_PARTS: readonly string[] = ['organisation.qualiopi', 'contact']

/** What an application holds beside its declaration, by the part: only its own course may set it. */
const NOT_SETTABLE: Readonly<Record<string, readonly string[]>> = {
  organisation: ['id', 'siren', 'identifierKey', 'searchKey'],
  'organisation.address': ['country'],
  representative: ['id'],
  contact: ['id'],
}

/** The same of the whole. */
const NOT_SETTABLE_HERE = [
  ...['id', '_id', '_status', 'createdAt', 'updatedAt', 'deletedAt', 'title', 'reference'],
  ...['status', 'rev', 'slot', 'identifierKey', 'searchKey', 'everSubmitted', 'enteredStateAt', 'endedAt'],
  'termOn',
  ...['representativeEmailKey', 'contactEmailKey', 'privacyNoticeVersion', 'charterVersion', 'warnings'],
  ...['signature', 'signedAt', 'linkSentAt', 'expiryNoticeAt', 'claimedBy', 'claimedAt', 'powerToBind'],
  ...[
    'round',
    'currentRound',
    'decidedOn',
    'decision',
    'member',
    'refusal',
    'closeReason',
    'reopenAgreement',
    'anonymisedAt',
    'federation',
    'federationContact',
  ],
]

/** How fields and parts of a shape are read: those of a whole declaration, or of a change of one. */
type Reads = { field: (reads: z.ZodType) => z.ZodType; part: (path: string, shape: z.ZodRawShape) => z.ZodType }

const WHOLE: Reads = {
  field: (reads) => reads,
  part: (path, shape) => (OPTIONAL_PARTS.includes(path) ? optional(fields(shape)) : part(shape)),
}
const CHANGE: Reads = { field: changed, part: (_path, shape) => changed(fields(shape)) }

/** The shape of the fields under a part (`''` for the whole), its parts within it. */
function shapeUnder(prefix: string, rows: readonly DeclaredField[], reading = WHOLE): Record<string, z.ZodType> {
  const shape: Record<string, z.ZodType> = {}
  for (const { path, reads } of rows) {
    if (!path.startsWith(prefix)) continue
    const [name = '', ...deeper] = path.slice(prefix.length).split('.')
    if (deeper.length === 0) shape[name] = reading.field(reads)
    else shape[name] ??= partAt(`${prefix}${name}`, rows, reading)
  }
  return shape
}

function partAt(path: string, rows: readonly DeclaredField[], reading: Reads): z.ZodType {
  const closed = (NOT_SETTABLE[path] ?? []).map((name) => [name, notSettable()] as const)
  return reading.part(path, { ...shapeUnder(`${path}.`, rows, reading), ...Object.fromEntries(closed) })
}

/** Every place that an applicant fills in, in the order of the shape. */
export const DECLARATION_PATHS: readonly DeclarationPath[] = DECLARED_FIELDS.map(({ path }) => path)

const SHAPE = shapeUnder('', DECLARED_FIELDS)

/** What is declared of a member that is entered from paper: the organisation and its people, as in an application. */
export const MEMBER_PARTS: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  ['kind', 'organisation', 'representative', 'contact'].flatMap((name) => (SHAPE[name] ? [[name, SHAPE[name]]] : [])),
)

/** What is declared of who signs. */
export const REPRESENTATIVE_PART = { representative: partAt('representative', DECLARED_FIELDS, WHOLE) }

const CLOSED = Object.fromEntries(NOT_SETTABLE_HERE.map((name) => [name, notSettable()] as const))

/** The body of `POST /api/adhesions`, and of a correction once it is laid over what is declared. */
export const DECLARATION = fields({ ...SHAPE, ...CLOSED })

/** What a change of a declaration may say: any of its fields, each read as in a declaration. */
export const DECLARATION_CHANGES: Readonly<Record<string, z.ZodType>> = {
  ...shapeUnder('', DECLARED_FIELDS, CHANGE),
  ...CLOSED,
}

/** The body of a correction by its applicant: what changes, and the revision of the file that it was read from. */
export const CORRECTION = fields({ ...DECLARATION_CHANGES, rev: whole() })

/** What of a body is the declaration's: its parts and fields, by the name of each. */
export const declaredPartsOf = (body: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([name]) => Object.hasOwn(SHAPE, name)))
