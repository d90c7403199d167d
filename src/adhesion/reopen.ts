import type { Payload } from 'payload'
import { signatureStillHolds } from '../charter/in-force.ts'
import { currentMemberByIdentifier } from '../membership/current.ts'
import type { Actor } from './actor.ts'
import { unsignedSlot } from './declaration.ts'
import { conflict } from './errors.ts'
import { onReopened } from './links.ts'
import { onFile, type FileInHand } from './on-file.ts'
import { idOf } from './present.ts'
import { applicantEmail } from './recipients.ts'
import { repeatsLastFact } from './repeats.ts'
import { followUpFor } from './settle.ts'
import { sendSignatureLink } from './signature-link.ts'

type Input = {
  id: string
  actor: Actor
  rev?: number | undefined
  reason: string
  minutesReference?: string | undefined
}

/**
 * Reopens an ended file: under review where its signature still holds, else awaiting a new one. A refused
 * file needs the chair's agreement (left with a note) or the reference of minutes.
 * @throws DomainError 409 `agreement-needed`, `already-open`, `already-member`, `anonymised`.
 */
export function reopen(payload: Payload, { id, actor, rev, reason, minutesReference }: Input) {
  return onFile(
    payload,
    { id, transition: 'reopen', actor, rev },
    {
      already: (file) => repeatsLastFact(file, 'reopened', { reason }),
      act: async (file) => {
        const { adhesion } = file
        await mayReopen(file, minutesReference)
        const signed = await signatureHolds(file)
        const slot = signed
          ? adhesion.identifierKey
          : unsignedSlot(adhesion.identifierKey, adhesion.representative?.email ?? '')
        await requireFreeSlot(file, slot)
        const to = signed ? 'under-review' : 'awaiting-signature'
        await file.move(to, {
          slot,
          endedAt: null,
          ballot: null,
          decidedOn: null,
          closeReason: null,
          reopenAgreement: null,
          expiryNoticeAt: null,
          refusal: { text: null, approvedBy: null, notifiedAt: null, overdueNoticeAt: null },
          ...(signed ? {} : { signature: null, signedAt: null }),
        })
        await file.record('reopened', { reason, minutesReference: minutesReference ?? null, to })
        await onReopened(file)
        await tellApplicant(file, to)
        return {}
      },
    },
  )
}

async function mayReopen(
  { unit: { payload, req }, adhesion, standing }: FileInHand,
  minutesReference: string | undefined,
): Promise<void> {
  const present = { status: adhesion.status, rev: adhesion.rev - 1 }
  if (adhesion.anonymisedAt) {
    throw conflict(
      'anonymised',
      {
        fr: 'Cette demande a été anonymisée : elle ne peut plus être rouverte.',
        en: 'This application was anonymised: it cannot be reopened.',
      },
      present,
    )
  }
  const chairAgrees = Boolean(adhesion.reopenAgreement) || (standing.roles.has('chair') && !standing.recused)
  if (adhesion.status === 'rejected' && !chairAgrees && !minutesReference) {
    throw conflict(
      'agreement-needed',
      {
        fr: 'Rouvrir une demande refusée suppose l’accord de la présidence ou la référence d’un procès-verbal.',
        en: 'Reopening a refused application needs the chair’s agreement or the reference of minutes.',
      },
      present,
    )
  }
  const member = await currentMemberByIdentifier(payload, adhesion.identifierKey, req)
  if (member && (member.kind === adhesion.kind || member.kind === 'member')) {
    throw conflict(
      'already-member',
      { fr: 'Cet organisme est déjà membre de la CPOF.', en: 'This organisation is already a member.' },
      present,
    )
  }
}

async function signatureHolds({ unit: { payload, req }, adhesion, at }: FileInHand): Promise<boolean> {
  const version = idOf(adhesion.charterVersion)
  return (
    idOf(adhesion.signature) !== null &&
    version !== null &&
    (await signatureStillHolds(payload, version, adhesion.kind, at, req))
  )
}

async function requireFreeSlot({ unit: { payload, req }, adhesion }: FileInHand, slot: string): Promise<void> {
  const { docs } = await payload.find({
    collection: 'adhesions',
    where: { and: [{ slot: { equals: slot } }, { id: { not_equals: adhesion.id } }] },
    limit: 1,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  if (docs.length === 0) return
  throw conflict(
    'already-open',
    {
      fr: 'Une autre demande de cet organisme est en cours.',
      en: 'Another application of this organisation is under way.',
    },
    { status: adhesion.status, rev: adhesion.rev - 1 },
  )
}

async function tellApplicant(file: FileInHand, to: 'under-review' | 'awaiting-signature'): Promise<void> {
  const { adhesion } = file
  const recipient = applicantEmail(adhesion)
  await file.owe({
    template: 'reopened',
    key: [adhesion.rev],
    recipient,
    data: { reference: adhesion.reference, organisation: adhesion.organisation.legalName, to },
    links: { followUp: await followUpFor(file, recipient) },
  })
  if (to === 'awaiting-signature') await sendSignatureLink(file, 'reopened')
}
