import type { CollectionBeforeValidateHook } from 'payload'
import { idOf } from '../src/lib/ids.ts'
import { refuseOwnNetwork } from '../src/membership/network.ts'
import type { Member } from '../src/payload-types.ts'

/** Refuses a network that is the member itself, or that the member federates. @throws DomainError 400 `own-network` */
export const noNetworkOfItself: CollectionBeforeValidateHook<Member> = async ({ data, originalDoc, req }) => {
  const network = idOf(data?.network)
  if (!originalDoc || network === null || network === idOf(originalDoc.network)) return
  await refuseOwnNetwork({ payload: req.payload, req }, originalDoc.id, network)
}
