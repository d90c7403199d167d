import type { PayloadRequest } from 'payload'
import { hasRole } from './actors.ts'

/** Accounts with the role `secretariat`. */
export const secretariatOnly = ({ req }: { req: PayloadRequest }): boolean => hasRole(req, 'secretariat')
