import type { Payload, PayloadRequest } from 'payload'
import { currentMemberByIdentifier } from '../../membership/current.ts'
import { formatDateTime } from '../../lib/dates.ts'
import type { Adhesion } from '../../payload-types.ts'
import type { Kind } from '../declaration/declaration-types.ts'
import { conflict } from './errors.ts'

/** Whether an organisation is already what it applies as, or more: a partner may apply as member, not the reverse. */
export async function isAlready(
  payload: Payload,
  { kind, identifierKey }: { kind: Kind; identifierKey: string },
  req?: PayloadRequest,
): Promise<boolean> {
  const member = await currentMemberByIdentifier(payload, identifierKey, req)
  return member !== null && (member.kind === kind || member.kind === 'member')
}

type Present = Partial<Pick<Adhesion, 'status' | 'rev'>>

/** @param waitsUntil when the e-mail leaves that is sent again, where it has to wait */
export const adhesionInProgress = (present: Present = {}, waitsUntil?: Date) =>
  conflict(
    'adhesion-in-progress',
    {
      fr: `Une demande de cet organisme avec ce représentant est déjà en cours. ${waitsUntil ? `Beaucoup de courriels ont été demandés vers son adresse ou depuis votre réseau\u00a0: le lien repartira le ${formatDateTime(waitsUntil)}.` : 'Le lien repart à l’adresse du représentant s’il n’a pas été renvoyé depuis une heure\u00a0: regardez aussi dans les courriers indésirables.'}`,
      en: `An application of this organisation with this representative is under way already. ${waitsUntil ? `Many e-mails were asked for to that address or from your network: the link leaves again at ${waitsUntil.toISOString()}.` : 'The link is sent to the representative again unless that was done within the hour: look among unwanted mail too.'}`,
    },
    { ...present, ...(waitsUntil ? { mailWaitsUntil: waitsUntil.toISOString() } : {}) },
  )
