import type { Payload } from 'payload'
import type { Actor } from './actor.ts'
import { conflict, wrongActor } from './errors.ts'
import { letFollowUpRunOut } from './links.ts'
import { onFile } from './on-file.ts'
import { requireBody } from './put-to-bureau.ts'
import { applicantEmails } from './recipients.ts'
import { repeatsLastFact } from './repeats.ts'
import { followUpFor } from './settle.ts'

type Input = { id: string; actor: Actor; rev?: number | undefined; text: string; send?: boolean | undefined }

/**
 * Tells the applicant of the refusal in the words of who presides. They may approve a text without sending
 * it (`send: false`); the secretariat sends exactly an approved text.
 * @throws DomainError 403 when the secretariat's text was not approved, 409 `already-notified`.
 */
export function notifyRefusal(payload: Payload, { id, actor, rev, text, send = true }: Input) {
  return onFile(
    payload,
    { id, transition: 'notifyRefusal', actor, rev },
    {
      already: (file) => repeatsLastFact(file, send ? 'refusal-notified' : 'refusal-text-approved', { text }),
      act: async (file) => {
        const { adhesion, at, standing } = file
        const present = { status: adhesion.status, rev: adhesion.rev - 1 }
        if (adhesion.refusal?.notifiedAt) {
          throw conflict(
            'already-notified',
            {
              fr: 'Le refus a déjà été notifié à l’organisme.',
              en: 'The applicant was already told of the refusal.',
            },
            present,
          )
        }
        const presides = standing.roles.has('presiding') && !standing.recused
        if (!presides && adhesion.refusal?.text !== text) throw notApproved()
        if (!presides && !send) throw wrongActor()
        const refusal = {
          ...adhesion.refusal,
          text,
          approvedBy: presides ? standing.person : (adhesion.refusal?.approvedBy ?? null),
          notifiedAt: send ? at.toISOString() : null,
        }
        await file.move('rejected', { refusal })
        await file.record(send ? 'refusal-notified' : 'refusal-text-approved', { text })
        if (!send) return {}
        await letFollowUpRunOut(file)
        const body = await requireBody(file)
        for (const recipient of applicantEmails(adhesion)) {
          await file.owe({
            template: 'refusal',
            key: [adhesion.round ?? 0],
            recipient,
            data: {
              reference: adhesion.reference,
              organisation: adhesion.organisation.legalName,
              body: body.name,
              decidedOn: adhesion.decidedOn ?? '',
              text,
            },
            links: { followUp: await followUpFor(file, recipient) },
          })
        }
        return {}
      },
    },
  )
}

const notApproved = () =>
  conflict('text-not-approved', {
    fr: 'Ce texte n’a pas été approuvé par la personne qui préside : faites-le approuver avant de l’envoyer.',
    en: 'Who presides has not approved this text: have it approved before sending.',
  })
