import type { Payload } from 'payload'
import { optionalText } from '../../input/fields.ts'
import { isDomainError } from '../../lib/errors.ts'
import { markUsed } from '../../record/capabilities.ts'
import type { Client } from '../lifecycle/actor.ts'
import { body, REASON, several } from '../lifecycle/body.ts'
import { action } from '../lifecycle/define.ts'
import type { Facts, Outcome } from '../lifecycle/on-file.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { deadLink } from '../links/dead-link.ts'
import { proveAddress } from '../links/proof.ts'
import type { ReadLink } from '../links/read-link.ts'
import { useLink } from '../links/use-link.ts'
import { closeFile } from './close.ts'

/** What who declines may say: why. */
export const DECLINING = body({ reason: optionalText(REASON, several) })

type Input = { link: ReadLink; reason?: string | undefined; rev?: number | undefined }

export const DECLINE = action({
  name: 'decline',
  from: ['awaiting-signature'],
  to: ['closed'],
  stays: false,
  by: ['representative'],
  needs: 'un envoi explicite depuis le lien de signature ; un motif facultatif',
  label: 'Je ne signerai pas',
  description: 'The representative says by the signing link that they will not sign; the application is closed.',
  body: DECLINING,
  already: (file) => repeatsLastFact(file, 'closed', { reason: 'declined' }),
  perform: async (file, { link, reason }: Input) => {
    await markUsed(file.unit, link.capability)
    await proveAddress(file.unit.payload, file.adhesion.id, link.capability, file.unit.req)
    await closeFile(file, 'declined', reason ?? null)
  },
})

/**
 * The representative will not sign, and says so by the link to the signature: the application is closed, the contact and
 * the secretariat are told. The same link again is answered with what it did.
 * @throws DomainError 410 `link-expired`, `link-revoked`, `link-used`; 409 `wrong-state` where the charter is signed.
 */
export async function decline(payload: Payload, input: Input & { client: Client }): Promise<Outcome & Facts> {
  const { link } = input
  // A link that has served is heard: it may have declined, or signed.
  if (link.state !== 'live' && !link.capability.usedAt) throw deadLink(link.state)
  const actor = { kind: 'representative', capability: link.capability.uid, client: input.client } as const
  try {
    return await DECLINE.run(payload, { ...input, id: link.id, actor })
  } catch (error) {
    if (isDomainError(error) && link.state === 'live') await useLink(payload, link)
    throw error
  }
}
