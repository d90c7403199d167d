import type { UnitOfWork } from '../db/unit-of-work.ts'
import type { MailData, MailTemplate } from '../mail/catalogue.ts'
import type { Adhesion } from '../payload-types.ts'
import type { Evidence, FactType } from '../record/facts.ts'
import type { LinkRef, MessageContent } from '../record/messages.ts'
import type { Actor } from './lifecycle/actor.ts'
import { applicantEmail, applicantEmails, personEmail, secretariatEmails } from './recipients.ts'

/** What an e-mail about an application is made from: the application as the unit of work has left it, and who acts. */
export type Told = { unit: UnitOfWork; adhesion: Adhesion; at: Date; subject: string; actor: Actor }

/** What e-mails leave on besides the facts of the journal, with what each is told. */
export type Occasions = {
  /** Somebody asks for the link that follows an application. */
  'follow-up-asked': { recipient: string; link: LinkRef }
  'round-half-time': Reminder
  'round-last-day': Reminder
}

/** An open round, and the persons who have not voted in it. */
type Reminder = { round: number; body: string; closesAt: string; missing: readonly string[] }

export type Trigger = FactType | keyof Occasions

/** What the e-mails on a trigger are made from: the evidence of the fact, or what the occasion is told. */
export type Input<On extends Trigger> = On extends FactType
  ? Evidence<On>
  : On extends keyof Occasions
    ? Occasions[On]
    : never

/** Whom an e-mail goes to, in French and as addresses. */
type Recipients<On extends Trigger> = {
  label: string
  of: (told: Told, input: Input<On>) => readonly string[] | Promise<readonly string[]>
}

type Content<Template extends MailTemplate, On extends Trigger> = {
  to: Recipients<On>
  /** When it leaves, where the fact alone does not say it. */
  only?: { label: string; when: (told: Told, input: Input<On>) => boolean }
  /** Tells this e-mail from others of the same application, template and recipient: a round, a revision, a day. */
  key: (told: Told, input: Input<On>) => readonly (string | number)[]
  data: (told: Told, input: Input<On>, recipient: string) => MailData[Template] | Promise<MailData[Template]>
  links?: (told: Told, recipient: string, input: Input<On>) => Promise<Readonly<Record<string, LinkRef>>>
  attachments?: (told: Told, input: Input<On>) => MessageContent['attachments']
  /** True for what an act of the applicant sends to others, which is not bounded as what it sends to the applicant is. */
  bySystem?: true
}

/** One e-mail that leaves on a trigger: whom it goes to, when, and with what. */
export type Notice<On extends Trigger> = {
  template: MailTemplate
  to: string
  only: string | null
  messages: (told: Told, input: Input<On>) => Promise<MessageContent[]>
}

/** Declares an e-mail of one template. */
export function notice<Template extends MailTemplate, On extends Trigger>(
  template: Template,
  { to, only, key, data, links, attachments, bySystem }: Content<Template, On>,
): Notice<On> {
  const messageTo = async (told: Told, input: Input<On>, recipient: string) =>
    ({
      template,
      key: key(told, input),
      recipient,
      data: await data(told, input, recipient),
      ...(links ? { links: await links(told, recipient, input) } : {}),
      ...(attachments ? { attachments: attachments(told, input) } : {}),
      ...(bySystem ? { cause: 'system' } : {}),
    }) as MessageContent
  return {
    template,
    to: to.label,
    only: only?.label ?? null,
    messages: async (told, input) => {
      const messages: MessageContent[] = []
      if (only && !only.when(told, input)) return messages
      for (const recipient of new Set(await to.of(told, input))) messages.push(await messageTo(told, input, recipient))
      return messages
    },
  }
}

/** The contact, else the representative. */
export const APPLICANT = {
  label: 'le contact, sinon le représentant',
  of: ({ adhesion }: Told) => [applicantEmail(adhesion)],
}

/** Everybody on the applicant's side. */
export const APPLICANT_SIDE = {
  label: 'le contact et le représentant',
  of: ({ adhesion }: Told) => applicantEmails(adhesion),
}

export const REPRESENTATIVE = {
  label: 'le représentant',
  of: ({ adhesion }: Told) => [adhesion.representative?.email ?? ''],
}

export const SECRETARIAT = { label: 'le secrétariat', of: ({ unit }: Told) => secretariatEmails(unit) }

/** The addresses of persons who hold a mandate; who has none is not written to. */
export async function emailsOf({ unit }: Told, persons: readonly (string | null)[]): Promise<string[]> {
  const emails: string[] = []
  for (const person of persons) {
    const email = person === null ? null : await personEmail(unit, person)
    if (email !== null) emails.push(email)
  }
  return emails
}
