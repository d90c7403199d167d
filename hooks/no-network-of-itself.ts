import type { CollectionBeforeValidateHook } from 'payload'
import { wrongInput } from '../src/input/issue.ts'
import { idOf } from '../src/lib/ids.ts'
import type { Member } from '../src/payload-types.ts'

/** Networks above one another that are followed: a federation of federations has two. */
const MOST_ABOVE = 10

/** Refuses a network that is the member itself, or that the member federates. @throws DomainError 400 `own-network` */
export const noNetworkOfItself: CollectionBeforeValidateHook<Member> = async ({ data, originalDoc, req }) => {
  let above = idOf(data?.network)
  if (!originalDoc || above === null || above === idOf(originalDoc.network)) return
  for (let steps = 0; above !== null && steps < MOST_ABOVE; steps += 1) {
    if (above === originalDoc.id) throw wrongInput('network', 'own-network')
    const member: Member | null = await req.payload.findByID({
      collection: 'members',
      id: above,
      depth: 0,
      overrideAccess: true,
      disableErrors: true,
      req,
    })
    above = idOf(member?.network)
  }
}
