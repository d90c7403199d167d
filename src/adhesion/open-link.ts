import type { Payload } from 'payload'
import { DomainError, type Messages } from '../lib/errors.ts'
import type { Capability } from '../payload-types.ts'
import { capabilityOf, readCapability, stateOf, type CapabilityState } from '../record/capabilities.ts'
import type { Actor, Client } from './actor.ts'
import type { FileInHand } from './on-file.ts'
import { useLink } from './use-link.ts'

const SUBJECT = /^adhesion:(.+)$/

export type LinkPage = 'sign' | 'follow-up'

/** Where a link leads: the file, the capability and whether it still opens anything. */
export type ReadLink = { id: string; capability: Capability; state: CapabilityState }

/** What a token of a page leads to, or null when nobody was given it for that page. */
export async function readLink(payload: Payload, token: string, page: LinkPage): Promise<ReadLink | null> {
  const found = await readCapability(payload, token)
  if (!found) return null
  const { capability, state } = found
  const [, id] = SUBJECT.exec(capability.subject) ?? []
  if (!id || (capability.purpose === 'sign') !== (page === 'sign')) return null
  return { id, capability, state }
}

/**
 * Opens a follow-up link for an act: the file, and who acts by holding it. Using it proves the address that it was sent
 * to, whatever becomes of the act.
 * @throws DomainError 404 `link-unknown`; 410 `link-expired`, `link-revoked`.
 */
export async function openFollowUp(
  payload: Payload,
  token: string,
  client: Client,
): Promise<{ id: string; actor: Actor }> {
  const link = await readLink(payload, token, 'follow-up')
  if (!link) throw linkUnknown()
  if (link.state !== 'live') throw deadLink(link.state)
  await useLink(payload, link)
  const kind = link.capability.purpose === 'representative-follow-up' ? 'representative' : 'applicant'
  return { id: link.id, actor: { kind, capability: link.capability.uid, client } }
}

/**
 * Reads the actor's link again inside the unit of work: another act may have killed it since it was opened.
 * @throws DomainError 410 when it opens nothing any more.
 */
export async function requireLiveLink({
  unit: { payload, req },
  actor,
}: Pick<FileInHand, 'unit' | 'actor'>): Promise<void> {
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
