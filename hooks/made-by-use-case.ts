import type { CollectionBeforeOperationHook } from 'payload'
import { isUseCase } from '../src/db/unit-of-work.ts'
import { useTheEndpoint } from '../src/governance/errors.ts'

/** Refuses to create a record by a plain write; `POST /api/<collection>` is an endpoint of ours. */
export const madeByUseCase: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (operation === 'create' && !overrideAccess && !isUseCase(req)) throw useTheEndpoint()
  return args
}
