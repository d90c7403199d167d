import type { PayloadRequest } from 'payload'
import { hasRole } from './actors.ts'

/** Accounts with the role `editor`. */
export const editorOnly = ({ req }: { req: PayloadRequest }): boolean => hasRole(req, 'editor')
