import type { PayloadRequest } from 'payload'
import { staff } from './actors.ts'

/** Any account of the association's team. */
export const staffOnly = ({ req }: { req: PayloadRequest }): boolean => staff(req) !== null
