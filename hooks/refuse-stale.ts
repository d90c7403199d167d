import type {
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  GlobalBeforeOperationHook,
  GlobalBeforeValidateHook,
  PayloadRequest,
} from 'payload'
import { staff } from '../access/actors.ts'
import { isUseCase } from '../src/db/unit-of-work.ts'
import { isJsonObject } from '../src/lib/json-object.ts'
import { type Base, type Written, baseIn, noBase, staleWrite } from '../src/record/base.ts'

/** A text: Payload takes a context without one for empty, and puts another in its place. */
const BASES = 'cpof.basesOfWrites'

/** What a write says that it was made on; nothing, where a form of the panel does not say it. */
type Said = Base | 'nothing'

/** What the writes of a request were made on, by the address of the record. */
function basesOf({ context }: Pick<PayloadRequest, 'context'>): Map<string, Said> {
  const known: unknown = Reflect.get(context, BASES)
  if (known instanceof Map) return known as Map<string, Said>
  const made = new Map<string, Said>()
  Reflect.set(context, BASES, made)
  return made
}

/** Whether a form of the panel is sent: with the session of a browser, as a form that holds a document. */
const isPanelForm = ({ headers }: Pick<PayloadRequest, 'headers'>): boolean =>
  headers.get('authorization') === null && (headers.get('content-type') ?? '').startsWith('multipart/form-data')

const isFromOutside = (req: PayloadRequest): boolean => req.payloadAPI === 'REST' && !isUseCase(req)

function note(req: PayloadRequest, at: string, data: unknown): void {
  const said = baseIn(data, req.headers.get('if-match')) ?? (isPanelForm(req) ? 'nothing' : null)
  if (said) basesOf(req).set(at, said)
}

/** Keeps what a change of one record says that it was made on. @throws DomainError 400 */
export const noteBaseOfRecord: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const id: unknown = 'id' in args ? args.id : undefined
  if (operation === 'update' && typeof id === 'string' && isFromOutside(req))
    note(req, `${collection.slug}/${id}`, 'data' in args ? args.data : undefined)
  return args
}

/** Keeps what a change of a global says that it was made on. @throws DomainError 400 */
export const noteBaseOfGlobal: GlobalBeforeOperationHook = ({ args, global, operation, req }) => {
  const given: unknown = args
  if (operation === 'update' && isFromOutside(req))
    note(req, global.slug, isJsonObject(given) ? given['data'] : undefined)
}

/**
 * Refuses a change that was made on an older state than the present one, draft or published, and one of a form of the panel
 * that does not say what it was made on.
 * @throws DomainError 409 `stale`, 428 `base-required`
 */
export const refuseStaleRecord: CollectionBeforeValidateHook<Written & { id: string }> = ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && originalDoc) refuse(req, `${collection.slug}/${originalDoc.id}`, originalDoc)
  return data
}

/**
 * Refuses a change of a global that was made on an older state than the present one, and one of a form of the panel that does
 * not say what it was made on, but the first one of all.
 * @throws DomainError 409 `stale`, 428 `base-required`
 */
export const refuseStaleGlobal: GlobalBeforeValidateHook = ({ global, originalDoc, req }) => {
  const present: unknown = originalDoc
  refuse(req, global.slug, isJsonObject(present) ? present : {})
}

function refuse(req: PayloadRequest, at: string, present: Written): void {
  const bases = basesOf(req)
  const said = bases.get(at)
  bases.delete(at)
  if (said === 'nothing' && present.updatedAt) throw noBase()
  const stale = said && said !== 'nothing' && staleWrite(said, present)
  if (stale) throw stale
}

/** Writes down who changes a record: the name under which the account acts, nobody's where the platform itself does. */
export const isWrittenBy = <Data extends object>({ data, req }: { data: Data; req: PayloadRequest }) => ({
  ...data,
  changedBy: staff(req)?.name ?? null,
})
