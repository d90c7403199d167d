import type { Payload } from 'payload'
import { findAll } from '../db/find.ts'
import type { Client } from '../adhesion/lifecycle/actor.ts'
import { inTurn } from '../db/in-turn.ts'
import { unitOfWork, type UnitOfWork } from '../db/unit-of-work.ts'
import { oweNotice } from '../governance/notices.ts'
import { secretariatEmails } from '../governance/recipients.ts'
import { canonicalJson } from '../lib/canonical.ts'
import { now } from '../lib/clock.ts'
import { DomainError } from '../lib/errors.ts'
import { sha256 } from '../lib/hash.ts'
import type { Message } from '../payload-types.ts'
import { networkKey } from '../record/network-key.ts'
import { wakeSender } from '../record/wake.ts'
import type { VisitorMessage } from './read-visitor-message.ts'

const HOUR = 60 * 60_000

/** Messages that one network may send in an hour: each goes to everybody of the secretariat. */
export const MESSAGES_AN_HOUR = 5

/** Nobody of the secretariat has an account yet. */
const nobodyReads = () =>
  new DomainError('ServiceUnavailable', 'nobody-reads', 503, {
    fr: 'Personne ne peut lire votre message pour le moment. Réessayez dans quelques jours.',
    en: 'Nobody can read your message for now. Try again in a few days.',
  })

/** A form is for one message. */
const formAlreadySent = () =>
  new DomainError('Conflict', 'form-already-sent', 409, {
    fr: 'Ce formulaire a déjà servi pour un autre message. Votre texte est gardé ci-dessous\u00a0: envoyez-le de nouveau s’il doit partir aussi.',
    en: 'This form has already served for another message. Your text is kept below: send it again if it is to leave as well.',
  })

const tooManyMessages = (next: Date, at: Date) =>
  new DomainError(
    'TooManyRequests',
    'too-many-messages',
    429,
    {
      fr: `Plusieurs messages sont déjà partis depuis votre réseau. Réessayez dans ${Math.ceil((next.getTime() - at.getTime()) / 60_000)}\u00a0minutes\u00a0: votre texte est gardé ci-dessous.`,
      en: `Several messages have left from your network already. Try again in ${Math.ceil((next.getTime() - at.getTime()) / 60_000)} minutes: your text is kept below.`,
    },
    { extra: { retryAfter: Math.ceil((next.getTime() - at.getTime()) / 1000) } },
  )

type Input = { message: VisitorMessage; form: string; client: Client }

/**
 * Owes a visitor's message to everybody of the secretariat. One showing of the form is good for one message, and the same
 * message sent twice from it is owed once.
 * @param form what tells one showing of the form from another
 * @throws DomainError 503 `nobody-reads` while the secretariat has no account; 409 `form-already-sent`; 429
 * `too-many-messages` with `retryAfter` in seconds, for what a network has sent within the hour
 */
export async function writeToSecretariat(payload: Payload, { message, form, client }: Input): Promise<void> {
  const network = networkKey(payload, client.ip)
  await inTurn(payload, `visitors:${network}`, () =>
    unitOfWork(payload, async (unit) => {
      if ((await secretariatEmails(unit)).length === 0) throw nobodyReads()
      // Unique in the outbox with the recipient: of two that use one form at once, one is there before the other.
      const subject = `visitor:${sha256(form)}`
      const [earlier] = await messagesWhere(unit, { subject: { equals: subject } })
      if (earlier && canonicalJson(earlier.data) !== canonicalJson(message)) throw formAlreadySent()
      if (earlier) return
      await requireWithinBound(unit, network)
      await oweNotice(unit, 'visitor-message', { form: subject, network, data: message })
    }),
  )
  wakeSender(payload)
}

async function requireWithinBound(unit: UnitOfWork, network: string): Promise<void> {
  if (network === '') return
  const at = now()
  const since = new Date(at.getTime() - HOUR).toISOString()
  const recent = await messagesWhere(unit, {
    and: [
      { network: { equals: network } },
      { template: { equals: 'visitor-message' } },
      { createdAt: { greater_than: since } },
    ],
  })
  const sent = new Map(recent.map(({ subject, createdAt }) => [subject, new Date(createdAt)]))
  const [oldest] = [...sent.values()].slice(-MESSAGES_AN_HOUR)
  if (sent.size >= MESSAGES_AN_HOUR && oldest) throw tooManyMessages(new Date(oldest.getTime() + HOUR), at)
}

async function messagesWhere(
  { payload, req }: UnitOfWork,
  where: NonNullable<Parameters<Payload['find']>[0]['where']>,
): Promise<Message[]> {
  return findAll({ payload, req }, 'messages', { where, sort: 'createdAt' })
}
