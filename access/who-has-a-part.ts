import type { PayloadRequest } from 'payload'
import { bodiesSatInBy } from '../src/governance/seats-of.ts'
import { staff } from './actors.ts'

/** Whether an account has a part in the work today: a role, or a mandate in force. An account with neither reads no addresses. */
export const whoHasAPart = async ({ req }: { req: PayloadRequest }): Promise<boolean> => {
  const user = staff(req)
  if (!user) return false
  return (user.roles ?? []).length > 0 || (await bodiesSatInBy(req, user.id)).length > 0
}
