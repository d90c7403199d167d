import type { UnitOfWork } from '../db/unit-of-work.ts'
import { fold } from '../lib/fold.ts'
import type { Adhesion, Capability, CharterVersion } from '../payload-types.ts'
import { plainEvidence } from '../record/chain.ts'
import type { Client } from './actor.ts'
import { consentSentence } from './consent.ts'
import { declaredOn } from './declared.ts'
import { fullName } from './names.ts'

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

type LinkFacts = { sentAt: string | null; sentTo: string | null; messageId: string | null; acceptance: string | null }

/**
 * Everything that is kept of a simple electronic signature (eIDAS 25, Code civil 1366 and 1367): who signed
 * which bytes for whom, by which link, when each thing happened in UTC, from where. By the API nothing says
 * what was shown: time and sentence are null, and `channel` says so.
 */
export function evidenceOf(act: Act, link: LinkFacts): Record<string, unknown> {
  const { adhesion, charter, capability, typedName, at, client } = act
  const { organisation, representative, kind } = declaredOn(adhesion)
  const nameOnRecord = fullName(representative)
  const page = act.channel === 'page'
  return plainEvidence({
    format: 1,
    method: 'electronic',
    reference: adhesion.reference,
    kind,
    charter: { id: charter.id, number: charter.number, title: charter.title, sha256: charter.sha256, text: charter.canonicalText },
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
    times: { linkSent: link.sentAt, shown: page ? act.shownAt.toISOString() : null, signed: at.toISOString() },
    link: { capability: capability.uid, tokenSha256: capability.tokenHash, sentTo: link.sentTo, messageId: link.messageId, acceptance: link.acceptance },
    client: { ip: client.ip, userAgent: client.userAgent, requestId: client.requestId },
  })
}

const WITH_THE_LINK = ['signature-link', 'expiry-notice']

/** When and how the e-mail left that brought the link; nulls while none has. */
export async function linkFacts({ payload, req }: UnitOfWork, subject: string, capability: string): Promise<LinkFacts> {
  const { docs } = await payload.find({
    collection: 'messages',
    where: { and: [{ subject: { equals: subject } }, { template: { in: WITH_THE_LINK } }, { status: { equals: 'sent' } }] },
    sort: '-sentAt', limit: 50, pagination: false, depth: 0, req, overrideAccess: true,
  })
  const sent = docs.find(({ links }) => capabilityIn(links) === capability)
  return {
    sentAt: sent?.sentAt ?? null,
    sentTo: sent?.recipient ?? null,
    messageId: sent?.messageId ?? null,
    acceptance: sent?.response ?? null,
  }
}

function capabilityIn(links: unknown): unknown {
  const sign: unknown = typeof links === 'object' && links !== null && 'sign' in links ? links.sign : null
  return typeof sign === 'object' && sign !== null && 'capability' in sign ? sign.capability : null
}
