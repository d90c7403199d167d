import type { UnitOfWork } from '../db/unit-of-work.ts'
import { secretariesInOffice } from '../governance/accounts.ts'
import { idOf } from '../lib/ids.ts'
import { bodyWithCompetence, mandatesOfBody } from '../governance/mandates.ts'
import { addressOf } from '../governance/tell-holders.ts'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import { foldEmail } from '../lib/fold.ts'
import type { MailData } from '../mail/catalogue.ts'
import type { User } from '../payload-types.ts'
import { oweMessage } from '../record/messages.ts'

/** Who acts by a command on the server, without an account. */
export const BY_OPERATOR = 'une commande sur le serveur'

type News = Omit<MailData['account-changed'], 'person' | 'account'>

/**
 * Tells what happened to an account: all secretaries, who is in the chair, the person, and the address that is left
 * behind. Whoever could give rights unseen could take the house.
 */
export async function tellOfAccount(
  unit: UnitOfWork,
  account: Pick<User, 'id' | 'name' | 'email' | 'rev'>,
  news: News,
  besides: readonly string[] = [],
): Promise<void> {
  const recipients = new Map<string, string>()
  for (const address of [
    ...(await secretariesInOffice(unit)).map(({ email }) => email),
    ...(await chairEmails(unit)),
    account.email,
    ...besides,
  ])
    recipients.set(foldEmail(address), address)
  for (const recipient of recipients.values()) {
    await oweMessage(unit, {
      subject: `account:${account.id}`,
      template: 'account-changed',
      key: [news.what, account.rev ?? 0],
      recipient,
      data: { ...news, person: account.name, account: account.email },
      links: { panel: { path: '/admin/comptes' } },
    })
  }
}

async function chairEmails(unit: UnitOfWork): Promise<string[]> {
  const body = await bodyWithCompetence(unit.payload, 'adhesion-validation', unit.req)
  if (!body) return []
  const mandates = await mandatesOfBody(unit.payload, body.id, parisDay(now()), unit.req)
  const addresses: string[] = []
  for (const { person, role } of mandates) {
    const id = idOf(person)
    const address = role === 'chair' && id !== null ? await addressOf(unit, id) : null
    if (address !== null) addresses.push(address)
  }
  return addresses
}
