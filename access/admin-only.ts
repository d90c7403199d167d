import type { PayloadRequest } from 'payload'
import { hasRole } from './actors.ts'

/** Accounts with the role `admin`. */
export const adminOnly = ({ req }: { req: PayloadRequest }): boolean => hasRole(req, 'admin')
