import type { PayloadRequest } from 'payload'
import { hasRole, holdsBureauMandate } from './actors.ts'

/** The secretariat, and who holds a mandate in force in the body that validates adhesions. */
export const secretariatOrBureau = async ({ req }: { req: PayloadRequest }): Promise<boolean> =>
  hasRole(req, 'secretariat') || (await holdsBureauMandate(req))
