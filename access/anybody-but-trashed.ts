import type { PayloadRequest, Where } from 'payload'
import { notTrashed } from '../src/content/public-kind.ts'
import { hasRole } from './actors.ts'

/** Open to everybody, but for what lies in the trash, which editors see. */
export const anybodyButTrashed = ({ req }: { req: PayloadRequest }): true | Where =>
  hasRole(req, 'editor') ? true : notTrashed()
