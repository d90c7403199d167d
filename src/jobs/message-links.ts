import type { Payload } from 'payload'
import { findById } from '../db/find.ts'
import { now } from '../lib/clock.ts'
import { foldEmail } from '../lib/fold.ts'
import { settingsOf } from '../lib/settings.ts'
import { capabilityOf, stateOf, tokenOf } from '../record/capabilities.ts'
import type { LinkRef } from '../record/messages.ts'
import { mailedCode } from '../security/mailed-code.ts'
import { passwordToken, storedToken } from '../security/password-link.ts'

/** A link that was owed no longer opens anything: the e-mail must not leave. */
class Superseded extends Error {
  override name = 'Superseded'
  readonly code = 'superseded'
}

const PAGES = {
  sign: '/adhesion/signature/',
  'follow-up': '/adhesion/suivi/',
  'confirm-email': '/compte/adresse/',
} as const

/**
 * The addresses of an e-mail's links, their tokens made anew.
 * @param recipient who is written to: a link to choose a password goes to the account's present address alone
 * @throws Superseded when a capability has ended or been used, or a password was chosen meanwhile
 */
export async function addressesOf(
  payload: Payload,
  links: Readonly<Record<string, LinkRef>>,
  recipient?: string,
): Promise<Record<string, string>> {
  const addresses: Record<string, string> = {}
  for (const [name, link] of Object.entries(links)) {
    addresses[name] =
      'codeOf' in link
        ? await codeOf(payload, link.codeOf)
        : settingsOf(payload).PUBLIC_URL + (await pathOf(payload, link, recipient))
  }
  return addresses
}

/** The digits of a sign-in that was begun and may still be ended. */
async function codeOf(payload: Payload, id: string): Promise<string> {
  const attempt = await findById({ payload }, 'sign-in-attempts', id)
  if (!attempt || attempt.endedAt || new Date(attempt.until) <= now())
    throw new Superseded('The code of this e-mail ends nothing any more')
  return mailedCode(settingsOf(payload).TOKEN_SECRET, id)
}

async function pathOf(
  payload: Payload,
  link: Exclude<LinkRef, { codeOf: string }>,
  recipient?: string,
): Promise<string> {
  if ('path' in link) return link.path
  if ('passwordOf' in link) return passwordPath(payload, link.passwordOf, recipient)
  const capability = await capabilityOf(payload, link.capability)
  if (!capability || stateOf(capability) !== 'live')
    throw new Superseded('A link of this e-mail no longer opens anything')
  return PAGES[link.page] + tokenOf(settingsOf(payload).TOKEN_SECRET, capability)
}

/** The token is made anew from the number of the account's latest link, and is good when its hash is the stored one. */
async function passwordPath(payload: Payload, id: string, recipient?: string): Promise<string> {
  const user = await findById({ payload }, 'users', id, { showHiddenFields: true })
  // An e-mail that was owed to an address that the account has left carries no link of a later day.
  if (user && recipient !== undefined && foldEmail(recipient) !== foldEmail(user.email))
    throw new Superseded('The account has another address by now')
  const ends = user?.resetPasswordExpiration
  const token = passwordToken(settingsOf(payload).TOKEN_SECRET, { account: id, version: user?.passwordLinks ?? 0 })
  if (user?.resetPasswordToken !== storedToken(token) || (ends && new Date(ends) <= now()))
    throw new Superseded('The password was chosen, or the time to choose it is over')
  return `${payload.config.routes.admin}/reset/${token}`
}
