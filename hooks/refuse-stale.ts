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

/** What the writes of a request were made on, by the address of the record. */
function basesOf({ context }: Pick<PayloadRequest, 'context'>): Map<string, Base> {
  const known: unknown = Reflect.get(context, BASES)
  if (known instanceof Map) return known as Map<string, Base>
  const made = new Map<string, Base>()
  Reflect.set(context, BASES, made)
  return made
}

/** Whether a form of the panel is sent: with the session of a browser, as a form that holds a document. */
const isPanelForm = ({ headers }: Pick<PayloadRequest, 'headers'>): boolean =>
  headers.get('authorization') === null && (headers.get('content-type') ?? '').startsWith('multipart/form-data')

const isFromOutside = (req: PayloadRequest): boolean => req.payloadAPI === 'REST' && !isUseCase(req)

function note(req: PayloadRequest, at: string, data: unknown): void {
  const base = baseIn(data, req.headers.get('if-match'))
  if (base === null && isPanelForm(req)) throw noBase()
  if (base) basesOf(req).set(at, base)
}

/** Keeps what a change of one record says that it was made on. @throws DomainError 428 for a form of the panel that says nothing, 400 */
export const noteBaseOfRecord: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const id: unknown = 'id' in args ? args.id : undefined
  if (operation === 'update' && typeof id === 'string' && isFromOutside(req))
    note(req, `${collection.slug}/${id}`, 'data' in args ? args.data : undefined)
  return args
}

/** Keeps what a change of a global says that it was made on. @throws DomainError 400 */
export const noteBaseOfGlobal: GlobalBeforeOperationHook = ({ args, global, operation, req }) => {
  const given: unknown = args
  const base = isJsonObject(given) ? baseIn(given['data'], req.headers.get('if-match')) : null
  if (operation === 'update' && isFromOutside(req) && base) basesOf(req).set(global.slug, base)
}

/** Refuses a change that was made on an older state than the present one, draft or published. @throws DomainError 409 `stale` */
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

/** Refuses a change of a global that was made on an older state than the present one. @throws DomainError 409 `stale` */
export const refuseStaleGlobal: GlobalBeforeValidateHook = ({ global, originalDoc, req }) => {
  const present: unknown = originalDoc
  refuse(req, global.slug, isJsonObject(present) ? present : {})
}

function refuse(req: PayloadRequest, at: string, present: Written): void {
  const bases = basesOf(req)
  const base = bases.get(at)
  bases.delete(at)
  const stale = base && staleWrite(base, present)
  if (stale) throw stale
}

/** Writes down who changes a record: the name under which the account acts, nobody's where the platform itself does. */
export const isWrittenBy = <Data extends object>({ data, req }: { data: Data; req: PayloadRequest }) => ({
  ...data,
  changedBy: staff(req)?.name ?? null,
})
