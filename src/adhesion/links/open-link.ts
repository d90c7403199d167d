import type { Payload } from 'payload'
import type { ReadLink } from './read-link.ts'
import { readCapability } from '../../record/capabilities.ts'
import type { Actor, Client } from '../lifecycle/actor.ts'
import { deadLink, linkUnknown } from './dead-link.ts'
import { useLink } from './use-link.ts'

const SUBJECT = /^adhesion:(.+)$/

export type LinkPage = 'sign' | 'follow-up'

/** What a token leads to, whatever its page, or null when nobody was given it for an application. */
export async function readAnyLink(payload: Payload, token: string): Promise<(ReadLink & { page: LinkPage }) | null> {
  const found = await readCapability(payload, token)
  if (!found) return null
  const { capability, state } = found
  const [, id] = SUBJECT.exec(capability.subject) ?? []
  return id ? { id, capability, state, page: capability.purpose === 'sign' ? 'sign' : 'follow-up' } : null
}

/** What a token of a page leads to, or null when nobody was given it for that page. */
export async function readLink(payload: Payload, token: string, page: LinkPage): Promise<ReadLink | null> {
  const link = await readAnyLink(payload, token)
  return link?.page === page ? link : null
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
  return actingBy(payload, link, client)
}

/**
 * Who acts by holding a follow-up link that was read, on which file. Using it proves the address that it was sent to.
 * @throws DomainError 410 `link-expired`, `link-revoked`.
 */
export async function actingBy(
  payload: Payload,
  link: ReadLink,
  client: Client,
): Promise<{ id: string; actor: Actor }> {
  if (link.state !== 'live') throw deadLink(link.state)
  await useLink(payload, link)
  const kind = link.capability.purpose === 'representative-follow-up' ? 'representative' : 'applicant'
  return { id: link.id, actor: { kind, capability: link.capability.uid, client } }
}
