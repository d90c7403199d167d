import type { PayloadRequest } from 'payload'
import { staff } from './actors.ts'

type Args = { req: PayloadRequest; id?: string | number; doc?: { id?: unknown }; data?: { id?: unknown } }

/** The account's own holder. The panel asks about a field without an id, with the document alone. */
export const self = ({ req, id, doc, data }: Args): boolean => {
  const user = staff(req)
  return user !== null && user.id === (id ?? doc?.id ?? data?.id)
}
