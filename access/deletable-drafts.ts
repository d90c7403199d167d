import type { PayloadRequest, Where } from 'payload'
import { hasRole } from './actors.ts'

/** Drafts of the charter, for the secretariat; what was adopted stays for good. */
export const deletableDrafts = ({ req }: { req: PayloadRequest }): false | Where =>
  hasRole(req, 'secretariat') && { status: { equals: 'draft' } }
