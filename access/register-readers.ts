import type { PayloadRequest } from 'payload'
import { hasRole } from './actors.ts'

/** Readers of the register of processing (GDPR, article 30): the secretariat, which keeps it, and the administrators. */
export const mayReadRegister = ({ req }: { req: PayloadRequest }): boolean =>
  hasRole(req, 'secretariat') || hasRole(req, 'admin')
