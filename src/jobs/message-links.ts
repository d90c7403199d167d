import type { Payload } from 'payload'
import { now } from '../lib/clock.ts'
import { settingsOf } from '../lib/settings.ts'
import { capabilityOf, stateOf, tokenOf } from '../record/capabilities.ts'
import type { LinkRef } from '../record/messages.ts'
import { passwordToken, storedToken } from '../security/password-link.ts'

/** A link that was owed no longer opens anything: the e-mail must not leave. */
export class Superseded extends Error {
  override name = 'Superseded'
  readonly code = 'superseded'
}

const PAGES = { sign: '/adhesion/signature/', 'follow-up': '/adhesion/suivi/' } as const

/**
 * The addresses of an e-mail's links, their tokens made anew.
 * @throws Superseded when a capability has ended or been used, or a password was chosen meanwhile
 */
export async function addressesOf(payload: Payload, links: Readonly<Record<string, LinkRef>>): Promise<Record<string, string>> {
  const addresses: Record<string, string> = {}
  for (const [name, link] of Object.entries(links)) addresses[name] = settingsOf(payload).PUBLIC_URL + (await pathOf(payload, link))
  return addresses
}

async function pathOf(payload: Payload, link: LinkRef): Promise<string> {
  if ('path' in link) return link.path
  if ('passwordOf' in link) return passwordPath(payload, link.passwordOf)
  const capability = await capabilityOf(payload, link.capability)
  if (!capability || stateOf(capability) !== 'live') throw new Superseded('A link of this e-mail no longer opens anything')
  return PAGES[link.page] + tokenOf(settingsOf(payload).TOKEN_SECRET, capability)
}

/** The token is made anew from the number of the account's latest link, and is good when its hash is the stored one. */
async function passwordPath(payload: Payload, id: string): Promise<string> {
  const user = await payload.findByID({
    collection: 'users', id, depth: 0, overrideAccess: true, showHiddenFields: true, disableErrors: true,
  })
  const ends = user?.resetPasswordExpiration
  const token = passwordToken(settingsOf(payload).TOKEN_SECRET, { account: id, version: user?.passwordLinks ?? 0 })
  if (user?.resetPasswordToken !== storedToken(token) || (ends && new Date(ends) <= now())) throw new Superseded('The password was chosen, or the time to choose it is over')
  return `${payload.config.routes.admin}/reset/${token}`
}
