import type { PayloadRequest } from 'payload'
import { officeOf } from '../src/accounts/offices.ts'
import { staff } from './actors.ts'

/** Those who give rights by two: administrators, the secretariat, and the chair where there is only one secretary. */
export const whoGivesRights = async ({ req }: { req: PayloadRequest }): Promise<boolean> => {
  const user = staff(req)
  return user !== null && (await officeOf({ payload: req.payload, req }, user)) !== null
}
