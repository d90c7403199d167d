import type { PayloadRequest } from 'payload'
import { USE_CASE, type UnitOfWork } from '../src/db/unit-of-work.ts'
import { shadow } from '../src/lib/shadow.ts'

/** The unit of work of a hook: in the transaction of the write that it follows, allowed to write the workflow's records. */
export function asUseCase(req: PayloadRequest): UnitOfWork {
  // A string key as well, or Payload takes the context for an empty one at the first nested call.
  const context: Record<string | symbol, unknown> = { ...req.context, [USE_CASE]: true, unit: 'use-case' }
  return { payload: req.payload, req: shadow(req, { context }), attempt: 1, leftovers: [] }
}
