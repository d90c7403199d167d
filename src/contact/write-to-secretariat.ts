import type { Payload } from 'payload'
import { secretariatEmails } from '../adhesion/recipients.ts'
import { unitOfWork } from '../db/unit-of-work.ts'
import { DomainError } from '../lib/errors.ts'
import { sha256 } from '../lib/hash.ts'
import { oweMessage } from '../record/messages.ts'
import { wakeSender } from '../record/wake.ts'
import type { VisitorMessage } from './read-visitor-message.ts'

/** Nobody of the secretariat has an account yet. */
const nobodyReads = () =>
  new DomainError('ServiceUnavailable', 'nobody-reads', 503, {
    fr: 'Personne ne peut lire votre message pour le moment. Réessayez dans quelques jours.',
    en: 'Nobody can read your message for now. Try again in a few days.',
  })

/**
 * Owes a visitor's message to everybody of the secretariat. The same message sent twice from one form is owed once.
 * @param form what tells one showing of the form from another
 * @throws DomainError 503 `nobody-reads` while the secretariat has no account
 */
export async function writeToSecretariat(payload: Payload, { message, form }: { message: VisitorMessage; form: string }): Promise<void> {
  await unitOfWork(payload, async (unit) => {
    const recipients = await secretariatEmails(unit)
    if (recipients.length === 0) throw nobodyReads()
    const subject = `visitor:${sha256([form, message.email, message.text].join('\n'))}`
    for (const recipient of recipients) await oweMessage(unit, { subject, template: 'visitor-message', key: [], recipient, data: message })
  })
  wakeSender(payload)
}
