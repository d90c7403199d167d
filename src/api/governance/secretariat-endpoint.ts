import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { staff } from '../../../access/actors.ts'
import { wrongActor } from '../../adhesion/errors.ts'
import { holdsRole } from '../../governance/roles.ts'
import {
  readRecord,
  refuseAuthor,
  refuseNewSecretary,
  unknownRecord,
  type Clerk,
  type Confirmable,
} from '../../record/second-person.ts'
import { BodyReader } from '../adhesions/body.ts'
import { badJson, endpoint, respond, signInFirst, type Ask } from '../respond.ts'

export type OwnEndpoint = Omit<Endpoint, 'root'>

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

type SecretariatAct = { payload: Payload; id: string; clerk: Clerk }

/** Reads a body to its end; what it returns then acts. @throws DomainError 400 with every fault */
export type Reading = (reader: BodyReader) => (act: SecretariatAct) => Promise<unknown>

/** Refuses whom a record concerns too nearly to act on it. @throws DomainError 403 */
export type Refusing = (payload: Payload, id: string, clerk: Clerk) => Promise<void>

const nobody: Refusing = async () => {}

/**
 * `POST /api/<collection>/:id/<name>`: role, then record, then who may not act on this one (`confirm`: who made what
 * waits), then body, then what the use-case says. Answers `{ message, doc }`.
 */
export function secretariatEndpoint(
  collection: Confirmable,
  name: string,
  message: string,
  read: Reading,
  refuse: Refusing = nobody,
): OwnEndpoint {
  return {
    path: `/:id/${name}`,
    method: 'post',
    handler: endpoint(async (ask) => {
      const clerk = clerkOf(ask)
      if (name === 'confirm') refuseNewSecretary(ask.req.user?.collection === 'users' ? ask.req.user : {})
      const { payload } = ask.req
      const id = ask.param('id')
      const record = await readRecord(payload, collection, id)
      if (!record) throw unknownRecord()
      await refuse(payload, id, clerk)
      if (name === 'confirm') refuseAuthor(record, clerk)
      const act = read(new BodyReader(await ask.json()))
      await act({ payload, id, clerk })
      return respond({ message, doc: await asSeenBy(ask.req, collection, id) })
    }),
  }
}

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
export const readReason = (reader: BodyReader): { reason: string } => {
  const reason = reader.optionalText('reason', 2_000) ?? ''
  reader.end()
  return { reason }
}

/** `confirm {}` */
export const readNothing = (reader: BodyReader): object => {
  reader.end()
  return {}
}

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
