import type { MailData, MailTemplate } from '../mail/catalogue.ts'
import type { LinkRef, MessageContent } from './messages.ts'

/** The recipients of an e-mail, in French and as addresses. */
type Recipients<Told, Input> = {
  label: string
  of: (told: Told, input: Input) => readonly string[] | Promise<readonly string[]>
}

/** The origin of an e-mail, by which those that anonymous acts cause are bounded. */
type Origin = Pick<MessageContent, 'cause' | 'network' | 'proven'>

/** The row of an e-mail in a table of e-mails; `Told` and `Input` are what the row is told. */
export type NoticeContent<Template extends MailTemplate, Told, Input> = {
  to: Recipients<Told, Input>
  /** The condition under which the e-mail leaves, where its occasion alone does not decide. */
  only?: { label: string; when: (told: Told, input: Input) => boolean }
  /** Tells this e-mail from others of the same subject, template and recipient: a round, a revision, a day. */
  key: (told: Told, input: Input) => readonly (string | number)[]
  data: (told: Told, input: Input) => MailData[Template] | Promise<MailData[Template]>
  links?: (
    told: Told,
    input: Input,
    recipient: string,
  ) => Readonly<Record<string, LinkRef>> | Promise<Readonly<Record<string, LinkRef>>>
  attachments?: (told: Told, input: Input) => MessageContent['attachments']
  origin?: (told: Told, input: Input) => Origin
  /** Values by which the sample in the documentation differs from the preview of the template. */
  sample?: Partial<MailData[Template]>
}

/** One e-mail of a table: when it leaves and to whom in French, and the messages it makes from what is told. */
export type Notice<Told, Input> = {
  template: MailTemplate
  to: string
  only: string | null
  /** Read by the documentation alone. */
  sample: Readonly<Record<string, unknown>>
  messages: (told: Told, input: Input) => Promise<MessageContent[]>
}

/** Declares an e-mail of one template. Tables of e-mails alone call this: no other code may owe an e-mail. */
export function notice<Template extends MailTemplate, Told, Input>(
  template: Template,
  { to, only, key, data, links, attachments, origin, sample = {} }: NoticeContent<Template, Told, Input>,
): Notice<Told, Input> {
  const messageTo = async (told: Told, input: Input, recipient: string) =>
    ({
      template,
      key: key(told, input),
      recipient,
      data: await data(told, input),
      ...(links ? { links: await links(told, input, recipient) } : {}),
      ...(attachments ? { attachments: attachments(told, input) } : {}),
      ...origin?.(told, input),
    }) as MessageContent
  return {
    template,
    to: to.label,
    only: only?.label ?? null,
    sample,
    messages: async (told, input) => {
      const messages: MessageContent[] = []
      if (only && !only.when(told, input)) return messages
      for (const recipient of new Set(await to.of(told, input))) messages.push(await messageTo(told, input, recipient))
      return messages
    },
  }
}
