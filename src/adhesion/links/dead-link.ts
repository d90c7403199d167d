import { DomainError, type Messages } from '../../lib/errors.ts'
import { capabilityOf, type CapabilityState, stateOf } from '../../record/capabilities.ts'
import type { Case } from '../lifecycle/action.ts'

/** Why a page behind a link shows nothing: never given, run out, replaced by another, or used up. */
export type LinkProblem = 'wrong' | 'expired' | 'replaced' | 'used'

export const problemOf: Record<Exclude<CapabilityState, 'live'>, LinkProblem> = {
  expired: 'expired',
  revoked: 'replaced',
  used: 'used',
}

/**
 * Reads the actor's link again inside the unit of work: another act may have killed it since it was opened.
 * @throws DomainError 410 when it opens nothing any more.
 */
export async function requireLiveLink({ unit: { payload, req }, actor }: Pick<Case, 'unit' | 'actor'>): Promise<void> {
  if ((actor.kind !== 'applicant' && actor.kind !== 'representative') || actor.capability === null) return
  const capability = await capabilityOf(payload, actor.capability, req)
  const state = capability ? stateOf(capability) : 'revoked'
  if (state !== 'live') throw deadLink(state)
}

const gone = (code: string, messages: Messages) => new DomainError('Gone', code, 410, messages)

export const linkUnknown = () =>
  new DomainError('NotFound', 'link-unknown', 404, {
    fr: 'Ce lien n’est pas valable. Ouvrez-le directement depuis le courriel, sans le recopier, ou demandez-en un nouveau.',
    en: 'This link is not valid. Open it straight from the e-mail, or ask for a new one.',
  })

/** Why a link that once worked opens nothing now. */
export function deadLink(state: Exclude<CapabilityState, 'live'>): DomainError {
  switch (state) {
    case 'expired':
      return gone('link-expired', {
        fr: 'Ce lien a expiré\u00a0: demandez-en un nouveau.',
        en: 'This link has expired: ask for a new one.',
      })
    case 'used':
      return gone('link-used', { fr: 'Ce lien a déjà servi.', en: 'This link has been used already.' })
    case 'revoked':
      return gone('link-revoked', {
        fr: 'Ce lien a été remplacé ou n’a plus d’objet\u00a0: ouvrez le dernier courriel reçu, ou demandez un nouveau lien.',
        en: 'This link was replaced or serves no purpose any more: open the latest e-mail, or ask for a new link.',
      })
  }
}
