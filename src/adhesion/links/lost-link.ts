import type { Payload } from 'payload'
import { findAll } from '../../db/find.ts'
import { isDomainError } from '../../lib/errors.ts'
import { foldEmail } from '../../lib/fold.ts'
import type { Adhesion } from '../../payload-types.ts'
import type { Client } from '../lifecycle/actor.ts'
import { sendFollowUpLink } from './follow-up-link.ts'
import { isProven } from './proof.ts'
import { resendLink } from '../actions/resend-link.ts'

/** Files looked at for one address, and those whose links leave: a stranger may have named it in as many as they like. */
const LOOKED_AT = 50
const MOST_FILES = 10

type Input = { email: string /** Of one file, where its holder knows it. */; reference?: string | null; client: Client }

/**
 * Sends the links of their files to who has them already: the follow-up to the contact (else the representative), the
 * signature to the representative while it is awaited. Each at most once an hour. Files for which the address is proven
 * come first, then those that were signed, then the latest. To be done after the answer: whoever asks learns nothing.
 */
export async function recoverLinks(payload: Payload, { email, reference = null, client }: Input): Promise<void> {
  for (const adhesion of await filesOf(payload, foldEmail(email), reference))
    await recover(payload, adhesion, foldEmail(email), client)
}

async function recover(payload: Payload, adhesion: Adhesion, key: string, client: Client): Promise<void> {
  const representative = adhesion.representative?.email
  const isRepresentative = key === adhesion.representativeEmailKey && Boolean(representative)
  const follows = key === (adhesion.contactEmailKey ?? adhesion.representativeEmailKey)
  if (isRepresentative && adhesion.status === 'awaiting-signature') await resend(payload, adhesion.id, client)
  const recipient = isRepresentative ? representative : follows ? adhesion.contact?.email : null
  if (recipient && (follows || adhesion.signedAt)) await sendFollowUpLink(payload, adhesion, recipient, client)
}

async function filesOf(payload: Payload, key: string, reference: string | null): Promise<Adhesion[]> {
  const docs = await findAll({ payload }, 'adhesions', {
    where: {
      and: [
        { or: [{ representativeEmailKey: { equals: key } }, { contactEmailKey: { equals: key } }] },
        { anonymisedAt: { exists: false } },
        ...(reference ? [{ reference: { equals: reference.trim().toUpperCase() } }] : []),
      ],
    },
    sort: '-createdAt',
    limit: LOOKED_AT,
    showHiddenFields: true,
  })
  const weight = (adhesion: Adhesion): number => (isProven(adhesion, key) ? 2 : 0) + (adhesion.signedAt ? 1 : 0)
  return docs.sort((a, b) => weight(b) - weight(a)).slice(0, MOST_FILES)
}

async function resend(payload: Payload, id: string, client: Client): Promise<void> {
  try {
    await resendLink(payload, { id, actor: { kind: 'applicant', capability: null, client } })
  } catch (error) {
    // Sent within the hour, or signed meanwhile: the answer stays the same.
    if (!isDomainError(error)) throw error
  }
}
