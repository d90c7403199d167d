import type { Payload, Where } from 'payload'
import { settingsOf } from '../../src/lib/settings.ts'
import type { Message } from '../../src/payload-types.ts'
import { capabilityOf, tokenOf } from '../../src/record/capabilities.ts'

type Wanted = { adhesion?: string; template?: string; recipient?: string }

/** The e-mails owed about a file, in the order in which they were. */
export async function owed(payload: Payload, { adhesion, template, recipient }: Wanted): Promise<Message[]> {
  const and: Where[] = []
  if (adhesion) and.push({ subject: { equals: `adhesion:${adhesion}` } })
  if (template) and.push({ template: { equals: template } })
  if (recipient) and.push({ recipientKey: { equals: recipient } })
  const { docs } = await payload.find({
    collection: 'messages',
    where: { and },
    sort: 'createdAt',
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
  })
  return docs
}

/** The token that the link of an e-mail carries, made as the sender makes it. */
export async function tokenIn(
  payload: Payload,
  { links }: Pick<Message, 'links'>,
  name: 'sign' | 'followUp',
): Promise<string> {
  const link: unknown =
    typeof links === 'object' && links !== null ? Object.entries(links).find(([key]) => key === name)?.[1] : null
  if (typeof link !== 'object' || link === null || !('capability' in link) || typeof link.capability !== 'string')
    throw new Error(`This e-mail has no link ${name}`)
  const capability = await capabilityOf(payload, link.capability)
  if (!capability) throw new Error('The link leads nowhere')
  return tokenOf(settingsOf(payload).TOKEN_SECRET, capability)
}

/** The token of the last e-mail of a template about a file. */
export async function lastToken(payload: Payload, wanted: Wanted, name: 'sign' | 'followUp' = 'sign'): Promise<string> {
  const last = (await owed(payload, wanted)).at(-1)
  if (!last) throw new Error('No such e-mail is owed')
  return tokenIn(payload, last, name)
}
