import type { PayloadRequest, Where } from 'payload'
import { published } from '../src/content/public-kind.ts'
import { hasRole } from './actors.ts'

/** Published documents for everybody, drafts for editors; a filter, so that `?draft=true` leaks nothing. */
export const publishedOrEditor = ({ req }: { req: PayloadRequest }): true | Where =>
  hasRole(req, 'editor') ? true : published()
