import type { ReactNode } from 'react'
import { unlinkable, unlinkableLines } from './unlinkable.ts'

/** The data that an outbox row stores for a template: flat JSON. Days are `YYYY-MM-DD` (Paris), moments ISO 8601 in UTC. */
export type PlainData = Record<string, string | number | boolean | null>

/**
 * The links that e-mails carry. They are made when the e-mail is rendered, never stored: `sign` and
 * `followUp` and `email` hold a capability's token, `password` that of an account; `panel` is the file or list in the back office.
 */
export type LinkName = 'sign' | 'followUp' | 'panel' | 'password' | 'email'

/** The readers of a template; they decide what the footer says about why the message came. */
export type Audience = 'applicant' | 'member' | 'office' | 'account'

type BodyProps<Data, Typed extends keyof Data, Link> = {
  /** The stored data without the fields that an outsider typed: those are had by `typed` alone. */
  data: Omit<Data, Typed>
  /** A field that an outsider typed, made safe to show; empty when it is absent. */
  typed: (field: Typed) => string
  /** A field that an outsider typed, made safe to show, its line breaks kept; empty when it is absent. */
  typedLines: (field: Typed) => string
  link: (name: Link) => string
}

type Declaration<Data, Typed extends keyof Data & string, Link extends LinkName> = {
  /** The name of this e-mail among the team, in French. */
  label: string
  audience: Audience
  /** Fields that an outsider typed. They cannot stand in a subject, a heading or a summary, nor become a link. */
  typed: readonly Typed[]
  links: readonly Link[]
  subject: (data: Omit<Data, Typed>) => string
  heading: (data: Omit<Data, Typed>) => string
  /** The sentence that inboxes show beside the subject. */
  summary: (data: Omit<Data, Typed>) => string
  /** The address to which an answer goes, where it is not the sender's; one that `parseEmail` has read. */
  replyTo?: (data: Data) => string
  Body: (props: BodyProps<Data, Typed, Link>) => ReactNode
}

/** One e-mail of the catalogue, ready to be rendered from its stored data. */
export type Mail<Data> = {
  label: string
  audience: Audience
  typed: readonly string[]
  links: readonly LinkName[]
  subject: (data: Data) => string
  heading: (data: Data) => string
  summary: (data: Data) => string
  replyTo?: (data: Data) => string
  body: (data: Data, links: Readonly<Record<string, string>>) => ReactNode
}

/** Defines a template: `defineMail<Data>()({ … })`, so that `typed` and `links` are inferred from the lists given. */
export function defineMail<Data extends PlainData>() {
  return <const Typed extends keyof Data & string = never, const Link extends LinkName = never>(
    declaration: Declaration<Data, Typed, Link>,
  ): Mail<Data> => {
    const { Body, ...rest } = declaration
    return {
      ...rest,
      body: (data, links) =>
        Body({
          data,
          typed: (field) => unlinkable(textIn(data, field)),
          typedLines: (field) => unlinkableLines(textIn(data, field)),
          link: (name) => {
            const address = links[name]
            if (address === undefined) throw new Error(`The link “${name}” was not given`)
            return address
          },
        }),
    }
  }
}

function textIn(data: PlainData, field: string): string {
  const value = data[field]
  return typeof value === 'string' ? value : ''
}
