import type { Payload } from 'payload'
import type { Cause } from '../../record/messages.ts'
import { networkKey } from '../../record/network-key.ts'
import type { Actor } from '../lifecycle/actor.ts'

/** Whose act an e-mail follows from, by which what an anonymous one may cause is bounded. */
export function originOf(payload: Payload, actor: Actor): { cause: Cause; network: string } {
  switch (actor.kind) {
    case 'system':
      return { cause: 'system', network: '' }
    case 'staff':
      return { cause: 'staff', network: '' }
    case 'federation':
      return { cause: 'federation', network: '' }
    case 'anybody':
      return { cause: 'stranger', network: networkKey(payload, actor.client.ip) }
    case 'applicant':
    case 'representative':
      return {
        cause: actor.capability === null ? 'stranger' : 'applicant',
        network: networkKey(payload, actor.client.ip),
      }
  }
}
