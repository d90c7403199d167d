import { isRole, type Role } from '../governance/roles.ts'
import type { Office } from './offices.ts'

/** A change of an account and the office in which it was proposed; a new address that a second person confirmed waits for its own proof. */
export type AccountChange =
  | { kind: 'roles'; as: Office; roles: Role[] }
  | { kind: 'name'; as: Office; name: string }
  | { kind: 'reinstatement'; as: Office }
  | EmailChange

/** `self`: asked by the holder of an account that has neither role nor link. */
export type EmailChange = {
  kind: 'email'
  as: Office | 'self'
  email: string
  confirmedBy: string | null
  confirmedByName: string | null
  capability: string | null
}

const OFFICES: readonly unknown[] = ['admin', 'secretary', 'chair', 'self']

/** Whether a stored proposal is one for an account. */
export function isAccountChange(value: unknown): value is AccountChange {
  if (
    typeof value !== 'object' ||
    value === null ||
    !('kind' in value) ||
    !('as' in value) ||
    !OFFICES.includes(value.as)
  )
    return false
  switch (value.kind) {
    case 'roles':
      return 'roles' in value && Array.isArray(value.roles) && value.roles.every(isRole)
    case 'name':
      return 'name' in value && typeof value.name === 'string'
    case 'email':
      return 'email' in value && typeof value.email === 'string'
    case 'reinstatement':
      return true
    default:
      return false
  }
}
