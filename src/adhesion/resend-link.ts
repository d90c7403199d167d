import type { Payload, PayloadRequest } from 'payload'
import { DomainError } from '../lib/errors.ts'
import type { Actor } from './actor.ts'
import { onFile, type FileInHand } from './on-file.ts'
import { requireLiveLink } from './open-link.ts'
import { sendSignatureLink } from './signature-link.ts'

const HOUR = 60 * 60_000

type Input = { id: string; actor: Actor; rev?: number | undefined }

/** Resends looked at: what strangers ask for is one an hour, so that another's is among the last two. */
const LOOKED_AT = 5

/**
 * Sends the representative the link to the signature again, live for another 30 days: once an hour a file,
 * whoever asks; but what strangers asked for keeps no member of the team from it.
 * @throws DomainError 429 `resend-cap-reached` with `retryAfter` in seconds.
 */
export function resendLink(payload: Payload, { id, actor, rev }: Input) {
  return onFile(
    payload,
    { id, transition: 'resendLink', actor, rev },
    {
      act: async (file) => {
        await requireLiveLink(file)
        await requireResendAllowed(file)
        await sendSignatureLink(file, 'renewed')
        await file.record('link-resent', {})
        return {}
      },
    },
  )
}

async function requireResendAllowed({ unit: { payload, req }, adhesion, actor, at }: FileInHand): Promise<void> {
  const next = await nextResendAt(
    payload,
    { adhesion: adhesion.id, by: actor.kind === 'staff' ? 'staff' : 'applicant', at },
    req,
  )
  if (next) throw resendCapReached(next, at)
}

/**
 * When the link of a file may be sent again, or null when it may be now. The first sending does not count; for the team
 * what was asked without any link (a second application, a lost link) does not either.
 */
export async function nextResendAt(
  payload: Payload,
  { adhesion, by, at }: { adhesion: string; by: 'staff' | 'applicant'; at: Date },
  req?: PayloadRequest,
): Promise<Date | null> {
  const { docs } = await payload.find({
    collection: 'journal',
    where: { and: [{ subject: { equals: `adhesion:${adhesion}` } }, { type: { equals: 'link-resent' } }] },
    sort: '-rank',
    limit: LOOKED_AT,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    ...(req ? { req } : {}),
  })
  const last = docs.find(({ evidence }) => by === 'applicant' || !wasAskedByStranger(evidence))
  if (!last) return null
  const next = new Date(new Date(last.at).getTime() + HOUR)
  return next > at ? next : null
}

/** An applicant without a link. */
function wasAskedByStranger(evidence: unknown): boolean {
  if (typeof evidence !== 'object' || evidence === null || !('actor' in evidence)) return false
  const { actor } = evidence
  return typeof actor === 'object' && actor !== null && 'capability' in actor && actor.capability === null
}

const resendCapReached = (next: Date, at: Date) =>
  new DomainError(
    'TooManyRequests',
    'resend-cap-reached',
    429,
    {
      fr: 'Le lien a déjà été renvoyé il y a moins d’une heure. Regardez aussi dans les courriers indésirables, et recommencez plus tard si rien n’est arrivé.',
      en: 'The link was sent again less than an hour ago. Look among unwanted mail too, and try again later if nothing came.',
    },
    { extra: { retryAfter: Math.ceil((next.getTime() - at.getTime()) / 1000) } },
  )
