import type { z } from 'zod'
import { fields, notSettable, optional, part } from '../../input/fields.ts'
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
  ],
]

/** The shape of the fields under a part (`''` for the whole), its parts within it. */
function shapeUnder(prefix: string, rows: readonly DeclaredField[]): Record<string, z.ZodType> {
  const shape: Record<string, z.ZodType> = {}
  for (const { path, reads } of rows) {
    if (!path.startsWith(prefix)) continue
    const [name = '', ...deeper] = path.slice(prefix.length).split('.')
    if (deeper.length === 0) shape[name] = reads
    else shape[name] ??= partAt(`${prefix}${name}`, rows)
  }
  return shape
}

function partAt(path: string, rows: readonly DeclaredField[]): z.ZodType {
  const closed = (NOT_SETTABLE[path] ?? []).map((name) => [name, notSettable()] as const)
  const shape = { ...shapeUnder(`${path}.`, rows), ...Object.fromEntries(closed) }
  return OPTIONAL_PARTS.includes(path) ? optional(fields(shape)) : part(shape)
}

/** Every place that an applicant fills in, in the order of the shape. */
export const DECLARATION_PATHS: readonly DeclarationPath[] = DECLARED_FIELDS.map(({ path }) => path)

const SHAPE = shapeUnder('', DECLARED_FIELDS)

/** What is declared of a member that is entered from paper: the organisation and its people, as in an application. */
export const MEMBER_PARTS: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  ['kind', 'organisation', 'representative', 'contact'].flatMap((name) => (SHAPE[name] ? [[name, SHAPE[name]]] : [])),
)

/** The body of `POST /api/adhesions`, and of a correction once it is laid over what is declared. */
export const DECLARATION = fields({
  ...SHAPE,
  ...Object.fromEntries(NOT_SETTABLE_HERE.map((name) => [name, notSettable()] as const)),
})
