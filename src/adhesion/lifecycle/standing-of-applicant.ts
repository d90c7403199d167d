import type { Payload, PayloadRequest } from 'payload'
import { currentMemberByIdentifier } from '../../membership/current.ts'
import type { Kind } from '../declaration/declaration-types.ts'

/** Whether an organisation is already what it applies as, or more: a partner may apply as member, not the reverse. */
export async function isAlready(
  payload: Payload,
  { kind, identifierKey }: { kind: Kind; identifierKey: string },
  req?: PayloadRequest,
): Promise<boolean> {
  const member = await currentMemberByIdentifier(payload, identifierKey, req)
  return member !== null && (member.kind === kind || member.kind === 'member')
}
