import type { Payload, PayloadRequest } from 'payload'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { foldEmail } from '../lib/fold.ts'
import type { MailData, MailTemplate } from '../mail/catalogue.ts'

/**
 * A link of an e-mail, by what it leads to: a page behind a capability, an address of the site, the page where
 * an account (a user's id) chooses its password. Tokens are found or made when the e-mail is rendered, never
 * stored here.
 */
export type LinkRef = { page: 'sign' | 'follow-up' | 'confirm-email'; capability: string } | { path: `/${string}` } | { passwordOf: string }

/** A file that goes with an e-mail, by what it is: its bytes are read when the e-mail is sent. */
export type AttachmentRef = { kind: 'charter'; version: string } | { kind: 'evidence'; signature: string }

/** An e-mail without what it is about. */
export type MessageContent = {
  [Template in MailTemplate]: {
    template: Template
    data: MailData[Template]
    /** Tells this e-mail from others of the same subject, template and recipient: a round, a rank, a day. */
    key: readonly (string | number)[]
    /** The address as it will be written to. */
    recipient: string
    /** By the names that the template knows. */
    links?: Readonly<Record<string, LinkRef>>
    attachments?: readonly AttachmentRef[]
    /** For addresses that an anonymous person typed: at most 5 a day a recipient, 50 a day a domain. */
    capped?: boolean
    /** Not to be sent before; by default at once. */
    notBefore?: Date
  }
}[MailTemplate]

export type OwedMessage = MessageContent & { subject: string }

/**
 * Owes an e-mail, in the unit of work: it leaves after the commit, or never was. What is already owed or sent
 * under the same subject, template, recipient and key is not owed twice. While sample data is made, the row
 * is noted as sent and nothing leaves.
 */
export async function oweMessage({ payload, req }: UnitOfWork, message: OwedMessage): Promise<void> {
  const recipientKey = foldEmail(message.recipient)
  const key = [message.subject, message.template, recipientKey, ...message.key].join('|')
  const { docs } = await payload.find({
    collection: 'messages', where: { key: { equals: key } }, limit: 1, pagination: false, depth: 0, overrideAccess: true, req,
  })
  if (docs.length > 0) return
  const at = now().toISOString()
  const state = isSeeding(payload)
    ? ({ status: 'sent', sentAt: at, response: 'seeded' } as const)
    : ({ status: 'owed' } as const)
  await payload.create({
    collection: 'messages',
    data: {
      key,
      subject: message.subject,
      template: message.template,
      recipient: message.recipient.trim(),
      recipientKey,
      domain: recipientKey.slice(recipientKey.lastIndexOf('@') + 1),
      capped: message.capped ?? false,
      data: message.data,
      links: { ...message.links },
      attachments: [...(message.attachments ?? [])],
      attempts: 0,
      notBefore: message.notBefore?.toISOString() ?? at,
      ...state,
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
}

/** What a mail server said when it took charge of an e-mail. */
export type LinkDelivery = { messageId: string | null; response: string | null; sentAt: string; sentTo: string }

/** The latest sent e-mail about a subject that carried the link of this capability, for the evidence of a signature. */
export async function deliveryOfLink(
  payload: Payload,
  { subject, capability }: { subject: string; capability: string },
  req?: PayloadRequest,
): Promise<LinkDelivery | null> {
  const { docs } = await payload.find({
    collection: 'messages',
    where: { subject: { equals: subject }, status: { equals: 'sent' } },
    sort: ['-sentAt', '-createdAt'],
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    ...(req ? { req } : {}),
  })
  const found = docs.find(({ links }) => JSON.stringify(links).includes(`"capability":"${capability}"`))
  return found?.sentAt ? { messageId: found.messageId ?? null, response: found.response ?? null, sentAt: found.sentAt, sentTo: found.recipient } : null
}

/** Runs a body while sample data is made: e-mails owed meanwhile are noted as sent. */
export async function whileSeeding<Result>(payload: Pick<Payload, 'config'>, body: () => Promise<Result>): Promise<Result> {
  payload.config.custom['seeding'] = true
  try {
    return await body()
  } finally {
    delete payload.config.custom['seeding']
  }
}

function isSeeding({ config }: Pick<Payload, 'config'>): boolean {
  return config.custom['seeding'] === true
}
