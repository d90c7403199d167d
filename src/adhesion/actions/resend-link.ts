import type { Case } from '../lifecycle/action.ts'
import { body } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'

const HOUR = 60 * 60_000

/** Resends looked at: what strangers ask for is one an hour, so that another's is among the last two. */
const LOOKED_AT = 5

export const RESEND_LINK = staffAction({
  name: 'resendLink',
  from: ['awaiting-signature'],
  to: [],
  stays: true,
  by: ['applicant', 'secretariat'],
  needs: 'les plafonds d’envoi ne sont pas atteints',
  label: 'Renvoyer le lien de signature',
  description: 'Send the signing link again.',
  endpoint: 'resend-link',
  body: body({}),
  refusals: ['resend-cap-reached'],
  blocked: async ({ unit, adhesion, actor, at }) => {
    const next = await nextResendAt(unit, {
      adhesion: adhesion.id,
      by: actor.kind === 'staff' ? 'staff' : 'applicant',
      at,
    })
    return next && { code: 'resend-cap-reached', extra: { retryAfter: secondsUntil(next, at) } }
  },
  perform: async (file) => {
    await file.move(file.adhesion.status, { linkSentAt: file.at.toISOString() })
    await file.record('link-resent', {})
  },
})

/**
 * Sends the representative the link to the signature again, live for another 30 days: once an hour a file,
 * whoever asks; but what strangers asked for keeps no member of the team from it.
 * @throws DomainError 429 `resend-cap-reached` with `retryAfter` in seconds.
 */
export const resendLink = RESEND_LINK.run

/**
 * When the link of a file may be sent again, or null when it may be now. The first sending does not count; for the team
 * what was asked without any link (a second application, a lost link) does not either.
 */
async function nextResendAt(
  { payload, req }: Case['unit'],
  { adhesion, by, at }: { adhesion: string; by: 'staff' | 'applicant'; at: Date },
): Promise<Date | null> {
  const { docs } = await payload.find({
    collection: 'journal',
    where: { and: [{ subject: { equals: `adhesion:${adhesion}` } }, { type: { equals: 'link-resent' } }] },
    sort: '-rank',
    limit: LOOKED_AT,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
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

const secondsUntil = (next: Date, at: Date): number => Math.ceil((next.getTime() - at.getTime()) / 1000)
