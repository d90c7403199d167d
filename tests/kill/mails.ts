import { messageIdFor } from '../../src/mail/message-id.ts'
import type { Message } from '../../src/payload-types.ts'
import { same } from './invariants.ts'
import type { Stored, StoredFile } from './stored.ts'
import type { Team } from './team.ts'

/** To whom each fact of a file is told, by template. */
function due({ adhesion, journal }: StoredFile, { secretariat, bureau }: Team): string[] {
  const representative = adhesion.representative?.email ?? ''
  const contact = adhesion.contact?.email ?? ''
  const office = secretariat.map(({ email }) => email)
  const electors = bureau.map(({ email }) => email)
  const told: Readonly<Record<string, Readonly<Record<string, string[]>>>> = {
    submitted: { receipt: [contact], 'signature-link': [representative] },
    'link-resent': { 'signature-link': [representative] },
    signed: { 'signed-copy': [contact, representative], 'file-to-instruct': office },
    'put-to-bureau': { 'ballot-opened': electors },
    approved: { validation: [contact, representative], 'outcome-recorded': office },
    rejected: { 'outcome-recorded': [...office, ...electors.slice(0, 1)] },
    referred: { 'ballot-referred': office },
    closed: { closed: [contact] },
  }
  return journal.flatMap(({ type }) =>
    Object.entries(told[type] ?? {}).flatMap(([template, recipients]) =>
      recipients.map((recipient) => `${template} ${recipient}`),
    ),
  )
}

/** What is owed on a file and should not be, or should be and is not. */
export function wronglyOwedOn(file: StoredFile, team: Team): string[] {
  // Who applies again because the answer was lost is sent the link that follows a file that was signed meanwhile.
  const owed = file.messages
    .filter(({ template }) => template !== 'follow-up-link')
    .map(({ template, recipient }) => `${template} ${recipient}`)
  const expected = due(file, team)
  return same(owed, expected)
    ? []
    : [`${file.adhesion.reference}: ${owed.toSorted().join(', ')}, not ${expected.toSorted().join(', ')}`]
}

/** An e-mail that a sender had taken, and not recorded, when it was killed. */
export type Held = { key: string; by: string }

/** A link to sign that was used or died with its file: its e-mail leaves no more. */
const isOutdated = ({ status, lastError, template }: Message): boolean =>
  status === 'failed' && lastError === 'superseded' && template === 'signature-link'

/**
 * What is wrong with how often e-mails arrived. One that was sent arrived, and may have arrived once more for each
 * sender that was killed while it held it. Nothing arrived that was not owed.
 */
export function wronglySent(
  { messages }: Stored,
  copies: ReadonlyMap<string, number>,
  held: readonly Held[],
  domain: string,
): string[] {
  const unknown = new Set(copies.keys())
  const faults = messages.flatMap((message) => {
    const id = messageIdFor(message.key, domain)
    unknown.delete(id)
    const arrived = copies.get(id) ?? 0
    const deaths = new Set(held.filter(({ key }) => key === message.key).map(({ by }) => by)).size
    const outdated = isOutdated(message)
    const name = `${message.template} ${message.recipient}`
    if (message.status !== 'sent' && !outdated) return [`${name} is ${message.status}`]
    if (arrived < 1 && !outdated) return [`${name} never arrived`]
    const most = deaths + (outdated ? 0 : 1)
    return arrived > most ? [`${name} arrived ${arrived} times, and ${deaths} senders died of it`] : []
  })
  return [...faults, ...[...unknown].map((id) => `${id} arrived and was not owed`)]
}
