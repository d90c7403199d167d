import type { Payload, PayloadRequest } from 'payload'
import { findAll, findFirst } from '../db/find.ts'
import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { foldEmail } from '../lib/fold.ts'
import type { MailData, MailTemplate } from '../mail/catalogue.ts'
import type { Message } from '../payload-types.ts'

/**
 * A link of an e-mail, by what it leads to: a page behind a capability, an address of the site, the page where
 * an account (a user's id) chooses its password; or the code of a sign-in that was begun, which is no address. Tokens are found or made when the e-mail is rendered, never
 * stored here.
 */
export type LinkRef =
  | { page: 'sign' | 'follow-up' | 'confirm-email'; capability: string }
  | { path: `/${string}` }
  | { passwordOf: string }
  | { codeOf: string }

/** A file that goes with an e-mail, by what it is: its bytes are read when the e-mail is sent. */
export type AttachmentRef = { kind: 'charter'; version: string } | { kind: 'evidence'; signature: string }

/** The kind of actor that causes an e-mail: somebody without a link or with one, a federation by its key, the team, the system itself. */
export type Cause = 'stranger' | 'applicant' | 'federation' | 'staff' | 'system'

/** The order of bounded e-mails: the first to an address about a subject leaves before all later ones. */
export const LANES = { first: 1, later: 2 } as const

/** The file that a subject names, if it names one. */
function ofFile(subject: string): { adhesion?: string } {
  const [, adhesion] = /^adhesion:(.+)$/.exec(subject) ?? []
  return adhesion ? { adhesion } : {}
}

const APART_MS = 1_000

/** An e-mail without what it is about. */
export type MessageContent = {
  [Template in MailTemplate]: {
    template: Template
    data: MailData[Template]
    /** Tells this e-mail from others of the same subject, template and recipient: a round, a rank, a day. */
    key: readonly (string | number)[]
    /** The address as it will be written to. */
    recipient: string
    /** The links of the e-mail, by the names that its template knows. */
    links?: Readonly<Record<string, LinkRef>>
    attachments?: readonly AttachmentRef[]
    /** The kind of actor that causes the e-mail; the system by default. */
    cause?: Cause
    /** The network from which an anonymous act came (`networkKey`). */
    network?: string
    /** Whether a link that was sent to this address about this subject was used. */
    proven?: boolean
    /** The moment before which the e-mail does not leave; by default it leaves at once. */
    notBefore?: Date
  }
}[MailTemplate]

export type OwedMessage = MessageContent & { subject: string }

/**
 * Owes an e-mail, in the unit of work: it leaves after the commit, or never was. What is already owed or sent
 * under the same subject, template, recipient and key is not owed twice. What an anonymous act sends to an address that
 * is not proven is bounded (`mail-caps.ts`) and stands behind all others. While sample data is made, the row
 * is noted as sent and nothing leaves.
 */
export async function oweMessage({ payload, req }: UnitOfWork, message: OwedMessage): Promise<void> {
  const recipientKey = foldEmail(message.recipient)
  const key = [message.subject, message.template, recipientKey, ...message.key].join('|')
  if ((await findFirst({ payload, req }, 'messages', { where: { key: { equals: key } } })) !== null) return
  const { cause = 'system', network = '', proven = false } = message
  const bounded = !proven && (cause === 'stranger' || cause === 'applicant')
  const moment = now()
  const at = moment.toISOString()
  const state = isSeeding(payload)
    ? ({ status: 'sent', sentAt: at, response: 'seeded' } as const)
    : ({ status: 'owed' } as const)
  await payload.create({
    collection: 'messages',
    data: {
      key,
      subject: message.subject,
      ...ofFile(message.subject),
      template: message.template,
      recipient: message.recipient.trim(),
      recipientKey,
      domain: recipientKey.slice(recipientKey.lastIndexOf('@') + 1),
      cause,
      network,
      capped: bounded,
      ...(bounded
        ? {
            lane: (await wasWrittenTo({ payload, req }, message.subject, recipientKey)) ? LANES.later : LANES.first,
            turn: (await turnOf({ payload, req }, network, moment)).toISOString(),
          }
        : {}),
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

/**
 * The place of a bounded e-mail among others (start-time fair queueing): what one network causes stands a second apart,
 * however fast it came, so that who else asks for one comes before most of it.
 */
async function turnOf({ payload, req }: Pick<UnitOfWork, 'payload' | 'req'>, network: string, at: Date): Promise<Date> {
  if (network === '') return at
  const last = await findFirst({ payload, req }, 'messages', {
    where: { network: { equals: network }, turn: { exists: true } },
    sort: '-turn',
  })
  return last?.turn ? new Date(Math.max(at.getTime(), new Date(last.turn).getTime() + APART_MS)) : at
}

async function wasWrittenTo(
  { payload, req }: Pick<UnitOfWork, 'payload' | 'req'>,
  subject: string,
  recipientKey: string,
): Promise<boolean> {
  return (
    (await findFirst({ payload, req }, 'messages', {
      where: { subject: { equals: subject }, recipientKey: { equals: recipientKey } },
    })) !== null
  )
}

/** The answer of a mail server when it took charge of an e-mail that carried a link. */
export type LinkDelivery = { messageId: string | null; response: string | null; sentAt: string; sentTo: string }

/** The latest sent e-mail about a subject that carried the link of this capability, for the evidence of a signature. */
export async function deliveryOfLink(
  payload: Payload,
  { subject, capability }: { subject: string; capability: string },
  req?: PayloadRequest,
): Promise<LinkDelivery | null> {
  const docs = await findAll({ payload, req }, 'messages', {
    where: { subject: { equals: subject }, status: { equals: 'sent' } },
    sort: ['-sentAt', '-createdAt'],
  })
  const found = docs.find(carrying(capability))
  return found?.sentAt
    ? {
        messageId: found.messageId ?? null,
        response: found.response ?? null,
        sentAt: found.sentAt,
        sentTo: found.recipient,
      }
    : null
}

/** Runs a body while sample data is made: e-mails owed meanwhile are noted as sent. */
export async function whileSeeding<Result>(
  payload: Pick<Payload, 'config'>,
  body: () => Promise<Result>,
): Promise<Result> {
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

/** The addresses (folded) to which e-mails about a subject were written that carry the link of a capability. */
export async function addressesOfLink(
  payload: Payload,
  { subject, capability }: { subject: string; capability: string },
  req?: PayloadRequest,
): Promise<string[]> {
  const docs = await findAll({ payload, req }, 'messages', { where: { subject: { equals: subject } } })
  return [...new Set(docs.filter(carrying(capability)).map(({ recipientKey }) => recipientKey))]
}

/**
 * Lifts the bounds from what is owed to an address about a subject, since it is proven now.
 * @returns how many may leave
 */
export async function letLeave(
  payload: Payload,
  { subject, recipientKey, at }: { subject: string; recipientKey: string; at: Date },
  req?: PayloadRequest,
): Promise<number> {
  const within = req ? { req } : {}
  const docs = await findAll({ payload, req }, 'messages', {
    where: {
      and: [
        { subject: { equals: subject } },
        { recipientKey: { equals: recipientKey } },
        { status: { equals: 'owed' } },
        { capped: { equals: true } },
      ],
    },
  })
  for (const { id, attempts, notBefore } of docs) {
    await payload.db.updateOne({
      collection: 'messages',
      where: { and: [{ id: { equals: id } }, { status: { equals: 'owed' } }] },
      // What a mail server put off goes on waiting for it.
      data: { capped: false, lane: null, notBefore: attempts > 0 ? notBefore : at.toISOString() },
      options: { atomic: true },
      ...within,
    })
  }
  return docs.length
}

const carrying =
  (capability: string) =>
  ({ links }: Pick<Message, 'links'>): boolean =>
    JSON.stringify(links).includes(`"capability":"${capability}"`)

/**
 * Owes an e-mail again that was given up, as if it had never been tried.
 * @returns false when it is not given up (any more)
 */
export async function oweAgain({ payload, req }: UnitOfWork, id: string): Promise<boolean> {
  const owed: unknown = await payload.db.updateOne({
    collection: 'messages',
    where: { and: [{ id: { equals: id } }, { status: { equals: 'failed' } }] },
    data: {
      status: 'owed',
      attempts: 0,
      firstTriedAt: null,
      serverAway: false,
      capped: false,
      lane: null,
      notBefore: now().toISOString(),
    },
    options: { atomic: true },
    req,
  })
  return owed !== null
}
