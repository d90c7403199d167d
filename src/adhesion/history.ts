import type { Payload } from 'payload'
import { formatDay, isDay } from '../lib/dates.ts'
import type { Journal } from '../payload-types.ts'
import type { JournalType } from '../record/journal-types.ts'

/** One fact of a file as its applicant may read it. */
export type HistoryEntry = { at: Date; sentence: string }

type Facts = Readonly<Record<string, unknown>>

/**
 * What an applicant may know, in sentences for them. A type that is not here is the office's alone: voices,
 * notes, who instructs, the reasons of the Bureau, a refusal that nobody has written to them about.
 */
const SENTENCES: Partial<Record<JournalType, (facts: Facts) => string>> = {
  submitted: () => 'La demande a été déposée.',
  'link-resent': () => 'Le lien de signature a été renvoyé au représentant.',
  corrected: (facts) =>
    facts['signatureUndone'] === true
      ? 'La demande a été corrigée. Il faut signer la charte de nouveau.'
      : 'La demande a été corrigée.',
  'representative-changed': () => 'Un autre représentant a été désigné pour signer.',
  signed: (facts) =>
    `La charte a été signée${typeof facts['signatory'] === 'string' ? ` par ${facts['signatory']}` : ''}.`,
  rebound: () => 'Une nouvelle version de la charte est entrée en vigueur\u00a0: c’est elle qu’il faut signer.',
  'expiry-announced': (facts) =>
    `Nous avons rappelé que la demande expire${day(facts, 'expiresOn', ' le ')} sans signature.`,
  expired: () => 'La demande a expiré, faute de signature.',
  'information-requested': (facts) =>
    `Le secrétariat a demandé un complément${day(facts, 'deadline', ', attendu pour le ')}.`,
  'information-reminded': () => 'Nous avons rappelé la demande de complément.',
  'information-answered': () => 'Votre réponse a été reçue.',
  'request-cancelled': () => 'Le secrétariat n’attend plus de réponse à sa demande de complément.',
  'put-to-bureau': () => 'Le dossier a été présenté au Bureau.',
  'sent-back': () => 'Le dossier est revenu au secrétariat pour être complété.',
  approved: () => 'Le Bureau a validé l’adhésion.',
  'refusal-notified': () => 'Le Bureau n’a pas retenu la demande.',
  withdrawn: () => 'La demande a été retirée.',
  closed: () => 'La demande a été classée sans suite.',
  reopened: () => 'Le dossier a été rouvert.',
  anonymised: () => 'Les données personnelles ont été effacées.',
}

function day(facts: Facts, name: string, before: string): string {
  const value = facts[name]
  return isDay(value) ? `${before}${formatDay(value)}` : ''
}

/** What happened to a file, as its applicant may know it, latest first. */
export async function historyFor(payload: Payload, adhesionId: string): Promise<HistoryEntry[]> {
  const { docs } = await payload.find({
    collection: 'journal',
    where: { and: [{ subject: { equals: `adhesion:${adhesionId}` } }, { type: { in: Object.keys(SENTENCES) } }] },
    sort: '-rank',
    limit: 200,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs.flatMap(entryOf)
}

function entryOf({ type, evidence, at }: Journal): HistoryEntry[] {
  const sentence = Object.entries(SENTENCES).find(([name]) => name === type)?.[1]
  const facts: Facts =
    typeof evidence === 'object' && evidence !== null && !Array.isArray(evidence) ? { ...evidence } : {}
  return sentence ? [{ at: new Date(at), sentence: sentence(facts) }] : []
}
