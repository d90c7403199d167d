import { createLocalReq, type Payload, type PayloadRequest, type TypedUser } from 'payload'

import { namesById } from '../db/find.ts'
import type { User } from '../payload-types.ts'

/** Who looks, and through which request; every read of the panel goes through it with their own rights. */
export type Reader = { payload: Payload; req: PayloadRequest; user: User & { collection: 'users' } }

/** What each read of the panel has in common. */
export const asReader = ({ req, user }: Reader) =>
  ({ req, user, depth: 0, overrideAccess: false, pagination: false }) as const

/** The account behind a request of the panel, or null for any other kind of account. */
export function readerOf(payload: Payload, req: PayloadRequest): Reader | null {
  const { user } = req
  return user?.collection === 'users' ? { payload, req, user } : null
}

/** The same where a view is given an account and no request. */
export async function readerFor(payload: Payload, user: TypedUser | null | undefined): Promise<Reader | null> {
  return user ? readerOf(payload, await createLocalReq({ user }, payload)) : null
}

/** Names by id, for sentences. */
export type Names = ReadonlyMap<string, string>

/** The people who hold or held mandates. */
export async function peopleNames(reader: Reader): Promise<Names> {
  const { docs } = await reader.payload.find({
    collection: 'people',
    limit: 0,
    ...asReader(reader),
    select: { firstName: true, lastName: true },
  })
  return new Map(docs.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]))
}

/**
 * The names of accounts, and nothing else of them. An account is read by its holder and the administrator
 * alone; who handles a file is no secret among those who may read the file.
 */
export const accountNames = ({ payload, req }: Reader, ids: readonly (string | null)[]): Promise<Names> =>
  namesById({ payload, req }, 'users', ids)
