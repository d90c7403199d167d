import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { isUseCase } from '../src/db/unit-of-work.ts'

const WRITES = new Set(['create', 'update', 'updateByID', 'delete', 'deleteByID'])

/** Refuses every write of a record of the workflow but a use-case's, whatever access was asked for. */
export const onlyUseCases: CollectionBeforeOperationHook = ({ operation, req, args }) => {
  if (WRITES.has(operation) && !isUseCase(req)) {
    throw new APIError(
      'Cet enregistrement ne se modifie que par les actions prévues.',
      403,
      { code: 'use-case-only' },
      true,
    )
  }
  return args
}
