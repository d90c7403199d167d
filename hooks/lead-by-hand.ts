import type { CollectionBeforeOperationHook } from 'payload'
import { editorOnly } from '../access/editor-only.ts'
import { checkRedirect } from '../src/redirects/check.ts'
import { findById } from '../src/db/find.ts'
import { issueAt, invalidInput } from '../src/input/issue.ts'
import { isJsonObject, type JsonObject } from '../src/lib/json-object.ts'

/**
 * Reads a redirect that an editor writes, and keeps it in its one spelling. What the site writes itself, when something moves,
 * overrides access and is not looked at.
 * @throws DomainError `invalid` (400) with everything that is wrong, each at its field
 */
export const leadByHand: CollectionBeforeOperationHook = async ({ args, operation, overrideAccess, req }) => {
  if (overrideAccess || !editorOnly({ req }) || (operation !== 'create' && operation !== 'update')) return args
  const data: unknown = 'data' in args ? args.data : undefined
  if (!isJsonObject(data)) return args
  const id = 'id' in args && typeof args.id === 'string' ? args.id : null
  // Of several at once none could be told apart.
  if (operation === 'update' && id === null) throw invalidInput([issueAt('from', 'not-settable')])
  const before = id === null ? null : await findById({ payload: req.payload, req }, 'redirects', id)
  if (operation === 'update' && !before) return args
  if (isChanged(data, 'page', before?.page ?? null)) throw invalidInput([issueAt('page', 'not-settable')])
  const asked: JsonObject = { ...before, ...data }
  const read = await checkRedirect(req, { id, from: asked['from'], to: asked['to'], elsewhere: asked['elsewhere'] })
  if ('issues' in read) throw invalidInput(read.issues)
  return { ...args, data: { ...data, ...read.kept } }
}

const isChanged = (data: JsonObject, field: string, before: unknown): boolean =>
  Object.hasOwn(data, field) && (data[field] ?? null) !== before
