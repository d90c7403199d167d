import type { Payload, PayloadRequest } from 'payload'
import { findById } from '../../db/find.ts'
import { now } from '../../lib/clock.ts'
import { foldEmail } from '../../lib/fold.ts'
import type { Adhesion, Capability, Message } from '../../payload-types.ts'
import { addressesOfLink, letLeave } from '../../record/messages.ts'
import { wakeSender } from '../../record/wake.ts'

type Keys = Pick<
  Adhesion,
  'representativeEmailKey' | 'contactEmailKey' | 'representativeProvenKey' | 'contactProvenKey' | 'federationContactKey'
>

/** Whether an address is proven for a file: a link that was sent to it was used, or two have vouched for it with the key of a federation. */
export function isProven(
  {
    representativeProvenKey,
    contactProvenKey,
    federationContactKey,
  }: Pick<Keys, 'representativeProvenKey' | 'contactProvenKey' | 'federationContactKey'>,
  email: string | null | undefined,
): boolean {
  const key = email ? foldEmail(email) : ''
  return key !== '' && [representativeProvenKey, contactProvenKey, federationContactKey].includes(key)
}

const addressOfLink = (adhesion: Keys, { purpose }: Pick<Capability, 'purpose'>) => {
  const isContact = purpose === 'follow-up' && Boolean(adhesion.contactEmailKey)
  return { isContact, key: isContact ? adhesion.contactEmailKey : adhesion.representativeEmailKey }
}

/** Whether the use of a link could prove an address that is not proven yet. */
export function mayProve(adhesion: Keys, link: Pick<Capability, 'purpose'>): boolean {
  const { key } = addressOfLink(adhesion, link)
  return Boolean(key) && !isProven(adhesion, key)
}

/**
 * Notes that the address is proven to which the link of a capability was sent, since somebody uses it now. What
 * waits for that address leaves at once. A link that was sent to several addresses proves none.
 * @param link a live capability of the file
 * @param req of a unit of work, whose commit the proof shares; whoever runs it wakes the sender then
 * @returns whether something was proven that was not before
 */
export async function proveAddress(
  payload: Payload,
  id: string,
  link: Pick<Capability, 'uid' | 'purpose'>,
  req?: PayloadRequest,
): Promise<boolean> {
  const within = req ? { req } : {}
  const adhesion = await findById({ payload, req }, 'adhesions', id, { showHiddenFields: true })
  if (!adhesion) return false
  const { isContact, key } = addressOfLink(adhesion, link)
  if (!key || isProven(adhesion, key)) return false
  const subject = `adhesion:${id}`
  const [sentTo, ...others] = await addressesOfLink(payload, { subject, capability: link.uid }, req)
  if (sentTo !== key || others.length > 0) return false
  // By the address that it is about: a correction may have changed it meanwhile.
  const noted: unknown = await payload.db.updateOne({
    collection: 'adhesions',
    where: {
      and: [{ id: { equals: id } }, { [isContact ? 'contactEmailKey' : 'representativeEmailKey']: { equals: key } }],
    },
    data: { [isContact ? 'contactProvenKey' : 'representativeProvenKey']: key },
    options: { atomic: true },
    ...within,
  })
  if (noted === null) return false
  if ((await letLeave(payload, { subject, recipientKey: key, at: now() }, req)) > 0 && !req) wakeSender(payload)
  return true
}

/** Whether the address that a row of the outbox goes to is proven by now for the file that it is about. */
export async function isProvenNow(
  payload: Payload,
  { subject, recipient }: Pick<Message, 'subject' | 'recipient'>,
): Promise<boolean> {
  const [, id] = /^adhesion:(.+)$/.exec(subject) ?? []
  const adhesion = id ? await findById({ payload }, 'adhesions', id, { showHiddenFields: true }) : null
  return adhesion !== null && isProven(adhesion, recipient)
}
