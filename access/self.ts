import type { PayloadRequest } from 'payload'
import { staff } from './actors.ts'

/** The account's own holder. */
export const self = ({ req, id }: { req: PayloadRequest; id?: string | number }): boolean => {
  const user = staff(req)
  return user !== null && user.id === id
}
