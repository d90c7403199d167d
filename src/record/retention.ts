import type { CollectionSlug } from 'payload'

/** A period of retention and the moment from which it counts. */
type Term =
  | { kind: 'months'; months: number; from: string }
  /** Kept as long as the record that it belongs to. */
  | { kind: 'with'; collection: CollectionSlug }
  | { kind: 'kept'; why: string }

/** The legal bases of article 6 of the GDPR that the association relies on. */
type LegalBasis = 'contract' | 'legal-obligation' | 'legitimate-interest' | 'none'

export type Retention = { what: string; terms: readonly Term[]; basis: LegalBasis }

const months = (count: number, from: string): Term => ({ kind: 'months', months: count, from })
const together = (collection: CollectionSlug): Term => ({ kind: 'with', collection })
const kept = (why: string): Term => ({ kind: 'kept', why })

/** An e-mail's row: what it proved of a signature stands in the evidence by then. */
export const MESSAGE_MONTHS = 12

/** The retention of the security journal: long enough to reconstruct an attack (CNIL, recommendation on logging: six months to a year). */
export const SECURITY_EVENT_MONTHS = 12

/** Months for which what editors deleted can be brought back. */
export const TRASH_MONTHS = 12

/** Months for which an application is kept after its end, by how it ended; a validated one as long as the member. */
export const APPLICATION_MONTHS = { rejected: 12, closed: 12, withdrawn: 12, expired: 3 } as const

/** Months for which a member's record is kept after the membership. */
export const MEMBER_MONTHS = 60

/** Days for which the secretariat is told before personal data are erased. */
export const ERASURE_NOTICE_DAYS = 30

const WHILE_EDITORS_KEEP_IT = [
  kept('until an editor deletes them'),
  months(TRASH_MONTHS, 'the day it was put in the trash'),
]

/**
 * How long each kind of data is kept, and on what basis it is processed (GDPR, articles 5(1)(e), 6 and 30): one row a
 * collection. The timers apply the terms of `messages`, `security-events`, the trash and `adhesions` with all that hangs on them (the transition
 * `anonymise`), and access that of former holders' names; nothing erases the records of members yet.
 *
 * @internal Complete by its type, which fails to compile without a row for each collection; tests read it.
 */
export const RETENTION: Readonly<Record<CollectionSlug, Retention>> = {
  adhesions: {
    what: 'Applications: the organisation, its representative and contact',
    terms: [
      months(APPLICATION_MONTHS.rejected, 'refused, closed or withdrawn'),
      months(APPLICATION_MONTHS.expired, 'expired without a signature'),
      together('members'),
    ],
    basis: 'contract',
  },
  members: {
    what: 'Members',
    terms: [
      months(
        MEMBER_MONTHS,
        'the end of the membership: a restricted archive, for as long as claims may be made (Code civil, article 2224)',
      ),
    ],
    basis: 'contract',
  },
  'charter-signatures': {
    what: 'Evidence of signatures: name, IP address, browser',
    terms: [together('adhesions'), together('members')],
    basis: 'contract',
  },
  'information-requests': {
    what: 'Questions to applicants and their answers',
    terms: [together('adhesions')],
    basis: 'contract',
  },
  attachments: {
    what: 'Files that applicants and the secretariat attached',
    terms: [together('adhesions'), together('members')],
    basis: 'contract',
  },
  rounds: { what: 'Rounds of the Bureau', terms: [together('adhesions')], basis: 'legitimate-interest' },
  votes: { what: 'Votes and recusals', terms: [together('adhesions')], basis: 'legitimate-interest' },
  journal: {
    what: 'What was done and by whom; the evidence goes, the chain stays',
    terms: [together('adhesions'), together('members'), together('mandates')],
    basis: 'legitimate-interest',
  },
  capabilities: { what: 'Hashes of the links sent by e-mail', terms: [together('adhesions')], basis: 'contract' },
  messages: { what: 'E-mails owed and sent', terms: [months(MESSAGE_MONTHS, 'the day it was due')], basis: 'contract' },
  'security-events': {
    what: 'Who signed in, failed to, or changed accounts, from where',
    terms: [months(SECURITY_EVENT_MONTHS, 'the day it happened')],
    basis: 'legitimate-interest',
  },
  mandates: {
    what: 'Mandates',
    terms: [kept('the history of the association; a former holder’s name is public for a year')],
    basis: 'legitimate-interest',
  },
  people: { what: 'Holders of mandates', terms: [together('mandates')], basis: 'legitimate-interest' },
  users: {
    what: 'Accounts of the staff',
    terms: [kept('while the person works for the association; the administrator deletes it then')],
    basis: 'legitimate-interest',
  },
  'staff-sessions': {
    what: 'Sessions of the staff: browser, address, last use',
    terms: [kept('12 hours at most; the daily timer deletes what has ended')],
    basis: 'legitimate-interest',
  },
  'sign-in-attempts': {
    what: 'Sign-ins under way, their codes as hashes',
    terms: [kept('a day; the daily timer deletes what has ended')],
    basis: 'legitimate-interest',
  },
  'second-factors': {
    what: 'Second factors of the staff: sealed secrets, public keys, hashes of recovery codes',
    terms: [together('users')],
    basis: 'legitimate-interest',
  },
  'request-keys': {
    what: 'Requests that may be sent again: hashes of their bodies, sealed answers',
    terms: [kept('a day; the timer deletes what is older')],
    basis: 'legitimate-interest',
  },
  'api-keys': {
    what: 'Keys of federations for the API: whom to write to, hashes, who gave and revoked them',
    terms: [together('members')],
    basis: 'contract',
  },
  'charter-versions': {
    what: 'Versions of the charter',
    terms: [kept('what signatures refer to; it holds no personal data')],
    basis: 'none',
  },
  'governance-bodies': { what: 'Bodies and their rules', terms: [kept('it holds no personal data')], basis: 'none' },
  pages: { what: 'Pages of the site', terms: WHILE_EDITORS_KEEP_IT, basis: 'legitimate-interest' },
  redirects: {
    what: 'Addresses that pages and entries have left',
    terms: [kept('so that an old address leads on; it holds no personal data')],
    basis: 'none',
  },
  schedules: {
    what: 'Publications to come, and who scheduled them',
    terms: [kept('which version of what was to appear when; the name of who scheduled it goes with the account')],
    basis: 'legitimate-interest',
  },
  media: { what: 'Pictures of the site', terms: WHILE_EDITORS_KEEP_IT, basis: 'legitimate-interest' },
  publications: {
    what: 'Publications, with the names of their authors',
    terms: WHILE_EDITORS_KEEP_IT,
    basis: 'legitimate-interest',
  },
  'publication-approvals': {
    what: 'Who approved which content of a publication',
    terms: [kept('who decided what the association said')],
    basis: 'legitimate-interest',
  },
  'publication-opinions': {
    what: 'Opinions of the scientific committee',
    terms: [kept('who judged what the association said')],
    basis: 'legitimate-interest',
  },
  'publication-editions': {
    what: 'Publications as they appeared, with the names of their authors',
    terms: [kept('what may be cited stays as it was')],
    basis: 'legitimate-interest',
  },
  events: {
    what: 'Events, with the names of who speaks there',
    terms: WHILE_EDITORS_KEEP_IT,
    basis: 'legitimate-interest',
  },
  documents: {
    what: 'Papers of the association: statutes, accounts, minutes',
    terms: [kept('the history of the association')],
    basis: 'legitimate-interest',
  },
  files: {
    what: 'PDFs of what is published',
    terms: WHILE_EDITORS_KEEP_IT,
    basis: 'legitimate-interest',
  },
  counters: { what: 'Counters of references and of caps', terms: [kept('it holds no personal data')], basis: 'none' },
  'content-epoch': {
    what: 'That something public has changed',
    terms: [kept('it holds no personal data')],
    basis: 'none',
  },
  leases: { what: 'Which process runs the timers', terms: [kept('it holds no personal data')], basis: 'none' },
  'payload-preferences': {
    what: 'What the panel remembers of somebody',
    terms: [together('users')],
    basis: 'legitimate-interest',
  },
  'payload-kv': { what: 'The panel’s own cache', terms: [kept('it holds no personal data')], basis: 'none' },
  'payload-migrations': { what: 'Migrations that ran', terms: [kept('it holds no personal data')], basis: 'none' },
}
