import { fold } from '../../lib/fold.ts'
import type { Adhesion, Capability, CharterVersion } from '../../payload-types.ts'
import { plainEvidence } from '../../record/chain.ts'
import type { LinkDelivery } from '../../record/messages.ts'
import type { Client } from '../lifecycle/actor.ts'
import { consentSentence } from './consent.ts'
import { declaredOn } from '../declaration/declared.ts'
import { fullName } from '../declaration/names.ts'

/** Whether the text was shown by our page, or the caller of the API is answerable for having shown it. */
export type Channel = { channel: 'page'; shownAt: Date } | { channel: 'api' }

type Act = {
  adhesion: Adhesion
  charter: CharterVersion
  capability: Pick<Capability, 'uid' | 'tokenHash'>
  typedName: string
  at: Date
  client: Client
} & Channel

/**
 * Everything that is kept of a simple electronic signature (eIDAS 25, Code civil 1366 and 1367): who signed
 * which bytes for whom, by which link, when each thing happened in UTC, from where. By the API nothing says
 * what was shown: time and sentence are null, and `channel` says so. What is known of the e-mail that brought the
 * link is null while no server has taken charge of one.
 */
export function evidenceOf(act: Act, delivery: LinkDelivery | null): Record<string, unknown> {
  const { adhesion, charter, capability, typedName, at, client } = act
  const { organisation, representative, kind } = declaredOn(adhesion)
  const nameOnRecord = fullName(representative)
  const page = act.channel === 'page'
  return plainEvidence({
    format: 1,
    method: 'electronic',
    reference: adhesion.reference,
    kind,
    charter: {
      id: charter.id,
      number: charter.number,
      title: charter.title,
      sha256: charter.sha256,
      text: charter.canonicalText,
    },
    signatory: {
      firstName: representative.firstName,
      lastName: representative.lastName,
      function: representative.function,
      capacity: representative.capacity,
      email: representative.email,
    },
    typedName,
    nameDiffers: typedName !== nameOnRecord,
    nameDiffersBeyondCase: fold(typedName) !== fold(nameOnRecord),
    organisation,
    consent: page ? consentSentence({ organisation: organisation.legalName, charterNumber: charter.number }) : null,
    channel: act.channel,
    times: {
      linkSent: delivery?.sentAt ?? null,
      shown: page ? act.shownAt.toISOString() : null,
      signed: at.toISOString(),
    },
    link: {
      capability: capability.uid,
      tokenSha256: capability.tokenHash,
      sentTo: delivery?.sentTo ?? null,
      messageId: delivery?.messageId ?? null,
      acceptance: delivery?.response ?? null,
    },
    client: { ip: client.ip, userAgent: client.userAgent, requestId: client.requestId },
  })
}
