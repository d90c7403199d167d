import type { Payload } from 'payload'
import { findById, findFirst, type ReadContext } from '../db/find.ts'
import { updateIf } from '../db/update-if.ts'
import { now } from '../lib/clock.ts'
import { errorFacts } from '../lib/error-facts.ts'
import { idOf } from '../lib/ids.ts'
import { clientOf, type Client } from '../lib/caller.ts'
import type { ApiKey } from '../payload-types.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { activeMember } from './federation.ts'
import { badKey, scopeMissing } from './key-errors.ts'
import { hashOfKey, keyShown } from './key-text.ts'
import type { Scope } from './scopes.ts'

/** Who acts by a key: a federation that is an active member, and whom of it one writes to. */
export type KeyHolder = {
  /** The id of the key's record. */
  key: string
  label: string
  member: string
  legalName: string
  contact: { firstName: string; lastName: string; email: string }
}

const A_MINUTE = 60_000

/** How a key stands at a moment. */
export type KeyState = 'proposed' | 'in-force' | 'expired' | 'revoked'

/** How a key stands today, whatever becomes of its federation. */
export function stateOfKey({
  confirmed,
  revokedAt,
  expiresAt,
}: Pick<ApiKey, 'confirmed' | 'revokedAt' | 'expiresAt'>): KeyState {
  if (revokedAt) return 'revoked'
  if (new Date(expiresAt) <= now()) return 'expired'
  return confirmed === true ? 'in-force' : 'proposed'
}

/** Who acts by a key, given its record; null where it opens nothing today. */
async function holderOf(context: ReadContext, row: ApiKey | null): Promise<KeyHolder | null> {
  if (!row || stateOfKey(row) !== 'in-force') return null
  const member = await activeMember(context, idOf(row.member))
  if (!member) return null
  const { firstName, lastName, email } = row.contact
  return {
    key: row.id,
    label: row.label,
    member: member.id,
    legalName: member.legalName,
    contact: { firstName, lastName, email },
  }
}

/**
 * Who acts by the key that a request shows; null where it shows none. The key is found by its hash: how long that takes
 * tells nothing of any key.
 * @param scope what it is to be for; null to know who acts alone
 * @throws DomainError 401 `bad-key`, 403 `scope-missing`
 */
export async function keyHolder(
  payload: Payload,
  { headers }: { headers: Pick<Headers, 'get'> },
  scope: Scope | null,
): Promise<KeyHolder | null> {
  if (!/^Key\b/i.test(headers.get('authorization') ?? '')) return null
  const shown = keyShown(headers)
  const row =
    shown === null
      ? null
      : await findFirst({ payload }, 'api-keys', { where: { keyHash: { equals: hashOfKey(shown) } } })
  const holder = await holderOf({ payload }, row)
  if (!row || !holder) {
    await noteRefusedKey(payload, clientOf({ headers }), row)
    throw badKey()
  }
  await noteUse(payload, row)
  if (scope !== null && !row.scopes.includes(scope)) throw scopeMissing(scope)
  return holder
}

/** Who acts by a key of which the id is known; null where it opens nothing today. */
export const holderOfKey = async (context: ReadContext, key: string): Promise<KeyHolder | null> =>
  holderOf(context, await findById(context, 'api-keys', key))

/**
 * Asks again, where something is about to be done, whether a key still opens what it opened.
 * @throws DomainError 401 `bad-key`
 */
export async function requireKeyStill(context: ReadContext, key: string): Promise<KeyHolder> {
  const holder = await holderOfKey(context, key)
  if (!holder) throw badKey()
  return holder
}

/** Once a minute at most. What a key was used for does not fail because of it. */
async function noteUse(payload: Payload, { id, lastUsedAt }: ApiKey): Promise<void> {
  const at = now()
  if (lastUsedAt && at.getTime() - new Date(lastUsedAt).getTime() < A_MINUTE) return
  try {
    await updateIf(payload, {
      collection: 'api-keys',
      where: { id: { equals: id } },
      data: { lastUsedAt: at.toISOString() },
    })
  } catch (error) {
    payload.logger.warn({ msg: 'The use of an API key was not noted', ...errorFacts(error) })
  }
}

const noteRefusedKey = (payload: Payload, client: Client, row: ApiKey | null): Promise<void> =>
  noteSecurityEvent(payload, { type: 'api-key-refused', ...client, data: { code: row?.label ?? 'inconnue' } })
