import type { Payload, PayloadRequest } from 'payload'
import type { z } from 'zod'
import { staff } from '../../../access/actors.ts'
import { wrongActor } from '../../adhesion/lifecycle/errors.ts'
import { holdsRole } from '../../governance/roles.ts'
import {
  readRecord,
  refuseAuthor,
  refuseNewSecretary,
  unknownRecord,
  type Clerk,
  type Confirmable,
} from '../../record/second-person.ts'
import { fields, textOrEmpty } from '../../input/fields.ts'
import { posting, type OwnEndpoint } from '../posting.ts'
import { badJson, respond, signInFirst, type Ask } from '../respond.ts'
import { LENGTHS } from '../../input/lengths.ts'
import { messageAnd } from '../description/answer-shapes.ts'
import { saying } from '../description/said.ts'

/**
 * Who acts for the secretariat. An account that also administers does not: it could make the second person itself.
 * @throws DomainError 401 `unauthorized`, 403 `wrong-actor`
 */
export function clerkOf({ req, client }: Pick<Ask, 'req' | 'client'>): Clerk {
  const user = staff(req)
  if (!user) throw signInFirst()
  if (!holdsRole(user, 'secretariat')) throw wrongActor()
  return { id: user.id, name: user.name, email: user.email, requestId: client.requestId }
}

/** Who acts on what, and what was read of the body. */
type SecretariatAct<Values> = { id: string; clerk: Clerk } & Values

/** Refuses whom a record concerns too nearly to act on it. @throws DomainError 403 */
export type Refusing = (payload: Payload, id: string, clerk: Clerk) => Promise<void>

const nobody: Refusing = async () => {}

/**
 * `POST /api/<collection>/:id/<name>`: role, then record, then who may not act on this one (`confirm`: who made what
 * waits), then body, then what the use-case says. Answers `{ message, doc }`.
 */
export const secretariatEndpoint = <Schema extends z.ZodObject>(
  collection: Confirmable,
  name: string,
  message: string,
  schema: Schema,
  act: (payload: Payload, given: SecretariatAct<z.output<Schema>>) => Promise<unknown>,
  refuse: Refusing = nobody,
): OwnEndpoint =>
  saying(
    posting(`/:id/${name}`, schema, async ({ body, ...ask }) => {
      const clerk = clerkOf(ask)
      if (name === 'confirm') refuseNewSecretary(ask.req.user?.collection === 'users' ? ask.req.user : {})
      const { payload } = ask.req
      const id = ask.param('id')
      const record = await readRecord(payload, collection, id)
      if (!record) throw unknownRecord()
      await refuse(payload, id, clerk)
      if (name === 'confirm') refuseAuthor(record, clerk)
      const values = await body()
      await act(payload, { ...values, id, clerk })
      return respond({ message, doc: await asSeenBy(ask.req, collection, id) })
    }),
    { by: ['secretariat'], answer: messageAnd(collection), refusals: { 403: ['wrong-actor'] } },
  )

/** The record as who asked may read it; null when it is no more. */
export function asSeenBy(req: PayloadRequest, collection: Confirmable, id: string): Promise<unknown> {
  return req.payload.findByID({
    collection,
    id,
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
    user: req.user,
    req,
  })
}

/** `discard { reason? }` */
export const REASONED = fields({ reason: textOrEmpty(LENGTHS.reason, { lines: 'several' }) })

/** `confirm {}` */
export const NOTHING = fields({})

/**
 * The object that a creation sends: JSON, or the `_payload` of the panel's form. What the panel's form adds by
 * itself and leaves empty (`ownFields`) is set aside; filled in, it is refused with the unknown.
 */
export async function createdObject(
  ask: Ask,
  ownFields: readonly string[],
): Promise<{ body: Record<string, unknown>; files: Map<string, File> }> {
  const isForm = ask.req.headers.get('content-type')?.startsWith('multipart/form-data') ?? false
  const files = new Map<string, File>()
  let body: Record<string, unknown>
  if (isForm) {
    const form = await ask.form()
    for (const [name, value] of form) if (value instanceof File) files.set(name, value)
    body = parsed(form.get('_payload'))
  } else {
    body = await ask.json()
  }
  const entries = Object.entries(body).filter(([name, value]) => !(ownFields.includes(name) && isUntouched(value)))
  return { body: Object.fromEntries(entries), files }
}

function parsed(text: unknown): Record<string, unknown> {
  if (typeof text !== 'string') throw badJson()
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.fromEntries(Object.entries(value))
  } catch {
    throw badJson()
  }
  throw badJson()
}

const isUntouched = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || value === false || value === 0
