import { randomUUID } from 'node:crypto'
import type { CollectionBeforeValidateHook } from 'payload'
import { validationSlot } from '../src/governance/competences.ts'
import type { GovernanceBody } from '../src/payload-types.ts'

/** One body alone validates adhesions: the slot is unique, and `competences` says who takes it. */
export const oneValidatingBody: CollectionBeforeValidateHook<GovernanceBody> = ({ data, operation }) => {
  if (data && (operation === 'create' || data.competences !== undefined)) {
    data.validationSlot = validationSlot(data.competences, randomUUID())
  }
  return data
}
