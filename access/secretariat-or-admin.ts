import type { PayloadRequest } from 'payload'
import { hasRole } from './actors.ts'

/** The secretariat and administrators. */
export const secretariatOrAdmin = ({ req }: { req: PayloadRequest }): boolean =>
  hasRole(req, 'secretariat') || hasRole(req, 'admin')
