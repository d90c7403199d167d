import type { Payload } from 'payload'
import { settingsOf } from '../../lib/settings.ts'
import type { User } from '../../payload-types.ts'

const ROLES: readonly string[] = ['admin', 'secretariat']

/** Whether an account may do nothing without a second factor: administration and secretariat, where it is required. */
export const needsSecondFactor = (payload: Pick<Payload, 'config'>, { roles }: Pick<User, 'roles'>): boolean =>
  settingsOf(payload).SECOND_FACTOR === 'required' && (roles ?? []).some((role) => ROLES.includes(role))
