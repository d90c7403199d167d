import type { Payload } from 'payload'
import { isDomainError } from '../lib/errors.ts'
import { foldEmail } from '../lib/fold.ts'
import type { Adhesion } from '../payload-types.ts'
import type { Client } from './actor.ts'
import { sendFollowUpLink } from './follow-up-link.ts'
import { resendLink } from './resend-link.ts'

type Input = { reference: string; email: string; client: Client }

/**
 * Sends the links of a file to who has them already: the follow-up to its contact (else its representative),
 * the signature to the representative while it is awaited. Each at most once an hour; whoever asks learns
 * nothing, whether or not reference and address go together.
 */
export async function recoverLinks(payload: Payload, { reference, email, client }: Input): Promise<void> {
  const adhesion = await fileOf(payload, reference)
  if (!adhesion || adhesion.anonymisedAt) return
  const key = foldEmail(email)
  const representative = adhesion.representative?.email
  const isRepresentative = key === adhesion.representativeEmailKey && Boolean(representative)
  const follows = key === (adhesion.contactEmailKey ?? adhesion.representativeEmailKey)
  if (isRepresentative && adhesion.status === 'awaiting-signature') await resend(payload, adhesion.id, client)
  const recipient = isRepresentative ? representative : follows ? adhesion.contact?.email : null
  if (recipient && (follows || adhesion.signedAt)) await sendFollowUpLink(payload, adhesion, recipient, client)
}

async function fileOf(payload: Payload, reference: string): Promise<Adhesion | null> {
  const { docs } = await payload.find({
    collection: 'adhesions',
    where: { reference: { equals: reference.trim().toUpperCase() } },
    limit: 1, pagination: false, depth: 0, overrideAccess: true, showHiddenFields: true,
  })
  return docs[0] ?? null
}

async function resend(payload: Payload, id: string, client: Client): Promise<void> {
  try {
    await resendLink(payload, { id, actor: { kind: 'applicant', capability: null, client } })
  } catch (error) {
    // Sent within the hour, or signed meanwhile: the answer stays the same.
    if (!isDomainError(error)) throw error
  }
}
