import { findById, getById } from '../db/find.ts'
import { addParisDays, parisDay } from '../lib/dates.ts'
import { emailsOfPersons } from '../governance/recipients.ts'
import type { MailData } from '../mail/catalogue.ts'
import { oweMessage } from '../record/messages.ts'
import { notice } from '../record/notice.ts'
import { expiryDay } from './lifecycle/expiry.ts'
import { followUpFor, linkTo, panelLink, SIGNING_LINK_DAYS } from './links/links.ts'
import { changesInWords, formerAddresses } from './declaration/changes-in-words.ts'
import { fullName } from './declaration/names.ts'
import { applicantEmails } from './recipients.ts'
import {
  APPLICANT,
  APPLICANT_SIDE,
  OTHER_CONTACT,
  REPRESENTATIVE,
  SECRETARIAT,
  type ApplicationNotice,
  type Input,
  type Occasions,
  type Told,
  type Trigger,
} from './notice.ts'
import { originOf } from './links/origin.ts'
import { idOf } from '../lib/ids.ts'
import { isProven } from './links/proof.ts'

/** What nearly every e-mail about an application begins with. */
const application = ({ adhesion }: Told) => ({
  reference: adhesion.reference,
  organisation: adhesion.organisation.legalName,
})

/** For what an act of the applicant sends to others: it is not bounded as what the act sends to the applicant is. */
const bySystem = () => ({ cause: 'system' }) as const

const byRevision = ({ adhesion }: Told) => [adhesion.rev]
const followUp = async <Any>(told: Told, _input: Any, recipient: string) => ({
  followUp: await followUpFor(told, recipient),
})
const panel = async ({ adhesion }: Told) => ({ panel: panelLink(adhesion.id) })

/** The link to the signature, sent on several facts. */
const signatureLink = <On extends Trigger>(
  occasion: (input: Input<On>) => MailData['signature-link']['occasion'] | null,
  label?: string,
): ApplicationNotice<On> =>
  notice('signature-link', {
    to: REPRESENTATIVE,
    ...(label ? { only: { label, when: (_told, input) => occasion(input) !== null } } : {}),
    key: byRevision,
    data: (told, input) => signatureLinkData(told, occasion(input) ?? 'renewed'),
    links: async (told) => ({ sign: await linkTo(told, 'sign') }),
  })

async function signatureLinkData(
  { unit: { payload, req }, adhesion, at }: Told,
  occasion: MailData['signature-link']['occasion'],
): Promise<MailData['signature-link']> {
  const version = await getById({ payload, req }, 'charter-versions', idOf(adhesion.charterVersion) ?? '')
  const linkEnds = parisDay(addParisDays(at, SIGNING_LINK_DAYS))
  const applicationEnds = expiryDay(adhesion)
  return {
    reference: adhesion.reference,
    kind: adhesion.kind,
    organisation: adhesion.organisation.legalName,
    representative: fullName(adhesion.representative),
    delegated: adhesion.representative?.capacity === 'delegated',
    contact: adhesion.contact?.email ? fullName(adhesion.contact) : null,
    charterNumber: version.number,
    linkExpiresOn: linkEnds < applicationEnds ? linkEnds : applicationEnds,
    occasion,
  }
}

const outcomeToSecretariat = (outcome: 'validated' | 'rejected'): ApplicationNotice<'approved' | 'rejected'> =>
  notice('outcome-recorded', {
    to: SECRETARIAT,
    key: ({ adhesion }) => [adhesion.rev, 'secretariat'],
    data: (told, { body, decidedOn }) => ({ ...application(told), body, outcome, decidedOn, recipient: 'secretariat' }),
    links: panel,
    sample: { outcome, recipient: 'secretariat' },
  })

const requestCancelled = <On extends Trigger>(
  cause: MailData['request-cancelled']['cause'],
  numberIn: (input: Input<On>) => number | null,
): ApplicationNotice<On> =>
  notice('request-cancelled', {
    to: APPLICANT,
    only: {
      label: 'si une demande de complément attendait une réponse',
      when: (_told, input) => numberIn(input) !== null,
    },
    key: (_told, input) => [numberIn(input) ?? 0],
    data: (told) => ({ ...application(told), cause }),
    links: followUp,
  })

const reminder = (
  template: 'ballot-half-time' | 'ballot-last-day',
): ApplicationNotice<'round-half-time' | 'round-last-day'> =>
  notice(template, {
    to: { label: 'les électeurs qui n’ont pas voté', of: (told, { missing }) => emailsOfPersons(told.unit, missing) },
    key: (_told, { round }) => [round],
    data: (told, { body, closesAt }) => ({ ...application(told), body, closesAt }),
    links: panel,
  })

/** The occasions in French, as the documentation names them. */
export const OCCASIONS: Readonly<Record<keyof Occasions, string>> = {
  'follow-up-asked': 'Lien de suivi demandé, une fois par heure au plus.',
  'round-half-time': 'Scrutin à mi-parcours.',
  'round-last-day': 'Dernier jour du scrutin.',
}

/**
 * Which e-mails about an application leave, on which fact or occasion, to whom and with what: all of them. Whoever
 * records a fact owes its e-mails in the same unit of work.
 */
export const NOTICES: { readonly [On in Trigger]?: readonly ApplicationNotice<On>[] } = {
  submitted: [
    notice('receipt', {
      to: APPLICANT,
      key: () => [],
      data: (told, { charterNumber }) => ({
        ...application(told),
        kind: told.adhesion.kind,
        representative: fullName(told.adhesion.representative),
        delegated: told.adhesion.representative?.capacity === 'delegated',
        recipient: told.adhesion.contact?.email ? 'contact' : 'representative',
        charterNumber,
        expiresOn: expiryDay(told.adhesion),
      }),
      links: async (told) => ({ followUp: await linkTo(told, 'follow-up') }),
    }),
    signatureLink(() => 'submission'),
  ],
  'link-resent': [signatureLink(() => 'renewed')],
  corrected: [
    notice('representative-changed', {
      to: {
        label: 'le représentant précédent',
        of: (_told, { formerRepresentative }) => (formerRepresentative ? [formerRepresentative.email] : []),
      },
      only: {
        label: 'si l’adresse du représentant a changé',
        when: (_told, { formerRepresentative }) => Boolean(formerRepresentative),
      },
      key: byRevision,
      data: (told, { formerRepresentative }) => ({
        ...application(told),
        ...(formerRepresentative ? { organisation: formerRepresentative.organisation } : {}),
      }),
    }),
    signatureLink(
      ({ signatureLink: occasion }) => occasion ?? null,
      'si la charte est à signer, ou à signer de nouveau',
    ),
    notice('follow-up-link', {
      to: {
        label: 'la nouvelle adresse',
        of: (_told, { newFollowUpAddress }) => (newFollowUpAddress ? [newFollowUpAddress] : []),
      },
      only: {
        label: 'si l’adresse de suivi a changé',
        when: (_told, { newFollowUpAddress }) => Boolean(newFollowUpAddress),
      },
      key: byRevision,
      data: ({ adhesion }) => ({ reference: adhesion.reference, occasion: 'new-address' }),
      links: async (told) => ({ followUp: await linkTo(told, 'follow-up') }),
    }),
    notice('corrected-on-behalf', {
      to: {
        label: 'le contact et le représentant, aux adresses d’avant et d’après',
        of: ({ adhesion }, { source, changes }) => [
          ...applicantEmails(adhesion),
          ...(source === 'bounced-address' ? [] : formerAddresses(changes)),
        ],
      },
      only: { label: 'si le secrétariat a corrigé pour l’organisme', when: (_told, { source }) => Boolean(source) },
      key: byRevision,
      data: (told, { source, changes, signatureUndone }) => ({
        ...application(told),
        source: source ?? 'letter',
        changes: changesInWords(changes),
        signatureUndone,
      }),
    }),
    requestCancelled('correction', ({ requestWithdrawn }) => requestWithdrawn ?? null),
  ],
  'follow-up-asked': [
    notice('follow-up-link', {
      to: { label: 'la personne qui l’a demandé, à l’adresse du dossier', of: (_told, { recipient }) => [recipient] },
      key: ({ at }) => [at.toISOString()],
      data: ({ adhesion }) => ({ reference: adhesion.reference, occasion: 'asked' }),
      links: async (_told, { link }) => ({ followUp: link }),
    }),
  ],
  'new-signature-asked': [
    signatureLink(() => 'new-version'),
    notice('new-signature', {
      to: OTHER_CONTACT,
      key: byRevision,
      data: (told, { charterNumber }) => ({ ...application(told), charterNumber }),
      links: async (told) => ({ followUp: await linkTo(told, 'follow-up') }),
    }),
    requestCancelled('new-signature', ({ requestWithdrawn }) => requestWithdrawn),
  ],
  'expiry-announced': [
    notice('expiry-notice', {
      to: REPRESENTATIVE,
      key: byRevision,
      data: (told, { expiresOn }) => ({ ...application(told), expiresOn }),
      links: async (told) => ({ sign: await linkTo(told, 'sign') }),
    }),
    notice('expiry-notice-contact', {
      to: OTHER_CONTACT,
      key: byRevision,
      data: (told, { expiresOn }) => ({ ...application(told), expiresOn }),
      links: async (told) => ({ followUp: await linkTo(told, 'follow-up') }),
    }),
  ],
  signed: [
    notice('signed-copy', {
      to: APPLICANT_SIDE,
      origin: bySystem,
      key: (_told, { signature }) => [signature],
      data: (told, { typedName, charterNumber, charterSha256 }) => ({
        ...application(told),
        signatory: typedName,
        signedAt: told.at.toISOString(),
        charterNumber,
        sha256: charterSha256,
      }),
      links: followUp,
      attachments: ({ adhesion }, { signature }) => [
        { kind: 'charter', version: idOf(adhesion.charterVersion) ?? '' },
        { kind: 'evidence', signature },
      ],
    }),
    notice('file-to-instruct', {
      to: SECRETARIAT,
      origin: bySystem,
      key: (_told, { signature }) => [signature],
      data: (told) => ({ ...application(told), kind: told.adhesion.kind, signedAt: told.at.toISOString() }),
      links: panel,
    }),
  ],
  'information-requested': [
    notice('information-request', {
      to: APPLICANT,
      key: (_told, { number }) => [number],
      data: (told, { question, deadline }) => ({ ...application(told), question, deadline }),
      links: followUp,
    }),
  ],
  'information-reminded': [
    notice('information-reminder', {
      to: APPLICANT,
      key: (_told, { number }) => [number],
      data: (told, { question, deadline }) => ({ ...application(told), question, deadline }),
      links: followUp,
    }),
  ],
  'information-answered': [
    notice('information-answered', {
      to: { label: 'la personne qui instruit le dossier, sinon le secrétariat', of: whoInstructs },
      only: { label: 'si l’organisme a répondu lui-même', when: ({ actor }) => actor.kind !== 'staff' },
      origin: bySystem,
      key: (_told, { number }) => [number],
      data: (told, { attachments }) => ({ ...application(told), attachments: attachments.length }),
      links: panel,
    }),
  ],
  written: [
    notice('message-from-secretariat', {
      to: APPLICANT,
      only: { label: 'si le secrétariat a écrit', when: (_told, { side }) => side === 'secretariat' },
      key: byRevision,
      data: (told, { text, attachments }) => ({ ...application(told), text, attachments: attachments.length }),
      links: followUp,
    }),
    notice('message-from-applicant', {
      to: { label: 'la personne qui instruit le dossier, sinon le secrétariat', of: whoInstructs },
      only: { label: 'si l’organisme a écrit', when: (_told, { side }) => side === 'applicant' },
      origin: bySystem,
      key: byRevision,
      data: (told, { attachments }) => ({ ...application(told), attachments: attachments.length }),
      links: panel,
    }),
  ],
  'erasure-asked': [
    notice('erasure-asked', {
      to: {
        label: 'les autres personnes du secrétariat',
        of: async (told) => {
          const by = told.actor.kind === 'staff' ? told.actor.user.email : null
          return (await SECRETARIAT.of(told)).filter((email) => email !== by)
        },
      },
      key: byRevision,
      data: (told, { what, reason }) => ({
        ...application(told),
        what,
        reason,
        askedBy: told.actor.kind === 'staff' ? told.actor.user.name : '',
      }),
      links: panel,
    }),
  ],
  'request-cancelled': [requestCancelled('secretariat', ({ number }) => number)],
  'put-to-bureau': [
    notice('ballot-opened', {
      to: { label: 'les électeurs', of: (told, { electorate }) => emailsOfPersons(told.unit, electorate) },
      only: { label: 'si assez de membres peuvent voter', when: (_told, { opened }) => opened !== null },
      key: (_told, { round }) => [round],
      data: (told, { body, closesAt, electorate, opened }) => ({
        ...application(told),
        kind: told.adhesion.kind,
        body,
        closesAt: closesAt ?? '',
        electors: electorate.length,
        quorum: opened?.quorum ?? 0,
        minimumFor: opened?.minimumFor ?? 0,
      }),
      links: panel,
    }),
  ],
  'round-half-time': [reminder('ballot-half-time')],
  'round-last-day': [reminder('ballot-last-day')],
  referred: [
    notice('ballot-referred', {
      to: SECRETARIAT,
      key: (_told, { round }) => [round],
      data: (told, { body, cause }) => ({ ...application(told), body, cause }),
      links: panel,
    }),
  ],
  'session-recorded': [
    notice('session-to-confirm', {
      to: {
        label: 'la personne qui a présidé la séance',
        of: (told, { presiding }) => emailsOfPersons(told.unit, [presiding]),
      },
      key: byRevision,
      data: (told, { body, sessionDay, minutesReference, outcome, counts }) => ({
        ...application(told),
        body,
        sessionDay,
        minutesReference,
        outcome: outcome === 'approved' ? 'validated' : 'rejected',
        for: counts.for,
        against: counts.against,
        abstain: counts.abstain,
        enteredBy: told.actor.kind === 'staff' ? told.actor.user.name : '',
      }),
      links: panel,
    }),
  ],
  'session-record-cancelled': [
    notice('session-record-cancelled', {
      to: {
        label: 'la personne qui a présidé la séance, et les électeurs dont le vote en ligne reprend',
        of: (told, { presiding, electorate }) =>
          emailsOfPersons(told.unit, [...(presiding === null ? [] : [presiding]), ...electorate]),
      },
      key: byRevision,
      data: (told, { sessionDay, minutesReference, reason, closesAt }) => ({
        ...application(told),
        sessionDay,
        minutesReference,
        reason,
        closesAt,
      }),
      links: panel,
    }),
  ],
  'session-record-disputed': [
    notice('session-record-disputed', {
      to: SECRETARIAT,
      key: byRevision,
      data: (told, { sessionDay, minutesReference, reason }) => ({
        ...application(told),
        sessionDay,
        minutesReference,
        reason,
        disputedBy: told.actor.kind === 'staff' ? told.actor.user.name : '',
      }),
      links: panel,
    }),
  ],
  approved: [
    notice('validation', {
      to: APPLICANT_SIDE,
      key: byRevision,
      data: (told, { body, decidedOn, effectiveOn }) => ({
        ...application(told),
        kind: told.adhesion.kind,
        body,
        decidedOn,
        effectiveOn,
      }),
      links: followUp,
    }),
    outcomeToSecretariat('validated'),
  ],
  rejected: [
    outcomeToSecretariat('rejected'),
    notice('outcome-recorded', {
      to: { label: 'la personne qui préside', of: (told, { presiding }) => emailsOfPersons(told.unit, [presiding]) },
      key: ({ adhesion }) => [adhesion.rev, 'presiding'],
      data: (told, { body, decidedOn }) => ({
        ...application(told),
        body,
        outcome: 'rejected',
        decidedOn,
        recipient: 'presiding',
      }),
      links: panel,
    }),
  ],
  'refusal-notified': [
    notice('refusal', {
      to: APPLICANT_SIDE,
      key: ({ adhesion }) => [adhesion.round ?? 0],
      data: (told, { body, text }) => ({
        ...application(told),
        body,
        decidedOn: told.adhesion.decidedOn ?? '',
        text,
      }),
      links: followUp,
    }),
  ],
  'refusal-overdue': [
    notice('refusal-overdue', {
      to: {
        label: 'le secrétariat et la personne qui préside',
        of: async (told, { presiding }) => [
          ...(await SECRETARIAT.of(told)),
          ...(await emailsOfPersons(told.unit, [presiding])),
        ],
      },
      key: ({ adhesion }) => [adhesion.round ?? 0],
      data: (told, { decidedOn, days, presiding }) => ({
        ...application(told),
        decidedOn,
        days,
        nobodyPresides: presiding === null,
      }),
      links: panel,
    }),
  ],
  withdrawn: [
    notice('withdrawn', {
      to: APPLICANT_SIDE,
      key: byRevision,
      data: (told) => ({ ...application(told), withdrawnOn: parisDay(told.at) }),
      links: followUp,
    }),
  ],
  closed: [
    notice('closed', {
      to: APPLICANT,
      key: byRevision,
      data: (told, { reason }) => ({ ...application(told), reason }),
      links: followUp,
    }),
    notice('signature-declined', {
      to: SECRETARIAT,
      only: { label: 'si le représentant ne signera pas', when: (_told, { reason }) => reason === 'declined' },
      origin: bySystem,
      key: byRevision,
      data: (told, { note }) => ({
        ...application(told),
        representative: fullName(told.adhesion.representative),
        declinedAt: told.at.toISOString(),
        reason: note,
      }),
      links: panel,
    }),
  ],
  reopened: [
    notice('reopened', {
      to: APPLICANT,
      key: byRevision,
      data: (told, { to }) => ({ ...application(told), to }),
      links: followUp,
    }),
    signatureLink(
      ({ to }) => (to === 'awaiting-signature' ? 'reopened' : null),
      'si la charte est à signer de nouveau',
    ),
  ],
}

/** Whoever instructs the application, else the whole secretariat. */
async function whoInstructs(told: Told): Promise<string[]> {
  const { unit, adhesion } = told
  const holder = idOf(adhesion.claimedBy)
  const user = holder === null ? null : await findById(unit, 'users', holder)
  return user ? [user.email] : SECRETARIAT.of(told)
}

/** Owes the e-mails that leave on a fact or an occasion, in its unit of work. */
export async function oweNotices<On extends Trigger>(told: Told, on: On, input: Input<On>): Promise<void> {
  const { unit, adhesion, subject, actor } = told
  const notices: readonly ApplicationNotice<On>[] = NOTICES[on] ?? []
  for (const each of notices) {
    for (const message of await each.messages(told, input)) {
      await oweMessage(unit, {
        ...originOf(unit.payload, actor),
        proven: isProven(adhesion, message.recipient),
        ...message,
        subject,
      })
    }
  }
}
