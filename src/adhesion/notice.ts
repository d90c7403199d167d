import type { UnitOfWork } from '../db/unit-of-work.ts'
import type { Recalled } from '../deliberation/subjects.ts'
import type { Adhesion } from '../payload-types.ts'
import type { Evidence, FactType } from '../record/facts.ts'
import type { LinkRef } from '../record/messages.ts'
import type { Notice } from '../record/notice.ts'
import type { Actor } from './lifecycle/actor.ts'
import { secretariatEmails } from '../governance/recipients.ts'
import { applicantEmail, applicantEmails } from './recipients.ts'

/** What an e-mail about an application is made from: the application as the unit of work has left it, and who acts. */
export type Told = { unit: UnitOfWork; adhesion: Adhesion; at: Date; subject: string; actor: Actor }

/** What e-mails leave on besides the facts of the journal, with what each is told. */
export type Occasions = {
  /** Somebody asks for the link that follows an application. */
  'follow-up-asked': { recipient: string; link: LinkRef }
  'round-half-time': Omit<Recalled, 'at'>
  'round-last-day': Omit<Recalled, 'at'>
}

export type Trigger = FactType | keyof Occasions

/** What the e-mails on a trigger are made from: the evidence of the fact, or what the occasion is told. */
export type Input<On extends Trigger> = On extends FactType
  ? Evidence<On>
  : On extends keyof Occasions
    ? Occasions[On]
    : never

/** One e-mail that leaves on a trigger, told the application and what the trigger carries. */
export type ApplicationNotice<On extends Trigger> = Notice<Told, Input<On>>

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

/** The contact, who cannot sign. */
export const OTHER_CONTACT = {
  label: 'le contact, si c’est une autre personne',
  of: ({ adhesion: { contact, representative } }: Told) =>
    contact?.email && contact.email !== representative?.email ? [contact.email] : [],
}

export const REPRESENTATIVE = {
  label: 'le représentant',
  of: ({ adhesion }: Told) => [adhesion.representative?.email ?? ''],
}

export const SECRETARIAT = { label: 'le secrétariat', of: ({ unit }: Told) => secretariatEmails(unit) }
