import type { Payload } from 'payload'
import { deadLink, linkUnknown, type LinkProblem } from '../../adhesion/links/dead-link.ts'
import { readAnyLink, type LinkPage } from '../../adhesion/links/open-link.ts'
import type { ReadLink } from '../../adhesion/links/read-link.ts'
import { wrongActor } from '../../adhesion/lifecycle/errors.ts'
import { linkIn } from '../../lib/caller.ts'
import { DomainError } from '../../lib/errors.ts'

type Shown = { payload: Payload; headers: Pick<Headers, 'get'> }
type Link = ReadLink & { page: LinkPage }

/** Nobody has shown a link where one must be. */
const showYourLink = () =>
  new DomainError('UnauthorizedError', 'unauthorized', 401, {
    fr: 'Indiquez le jeton du lien reçu par courriel\u00a0: Authorization: Link <jeton>.',
    en: 'Show the token of the link that was sent by e-mail: Authorization: Link <token>.',
  })

/** What a link that shows nothing is told, by why it does; null for one that nobody was given. */
export const deadLinkOf = (problem: LinkProblem): DomainError | null =>
  problem === 'wrong' ? null : deadLink(problem === 'replaced' ? 'revoked' : problem)

/**
 * The link whose token a request shows, be it dead or alive.
 * @throws DomainError 401 `unauthorized` without any, `link-unknown` for one that nobody was given
 */
export async function linkShown({ payload, headers }: Shown): Promise<Link> {
  const token = linkIn(headers)
  if (token === null) throw showYourLink()
  const link = await readAnyLink(payload, token)
  if (link) return link
  const { code, messages } = linkUnknown()
  throw new DomainError('UnauthorizedError', code, 401, messages)
}

/**
 * The link that a request shows, where it is one of a page: who signs has another than who follows.
 * @throws DomainError 401; 403 `wrong-actor` for a link to the other page
 */
export async function linkTo(page: LinkPage, shown: Shown): Promise<Link> {
  const link = await linkShown(shown)
  if (link.page !== page) throw wrongActor()
  return link
}

/** Why the link that a request shows does nothing at all, before anything that is sent is read; null where it does. */
export async function refusalOfLink(shown: Shown): Promise<DomainError | null> {
  const link = await linkShown(shown).catch((error: unknown) => {
    if (error instanceof DomainError) return error
    throw error
  })
  if (link instanceof DomainError) return link
  return link.state === 'live' ? null : deadLink(link.state)
}
