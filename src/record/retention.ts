import type { CollectionSlug } from 'payload'

import type { ActivityName } from './privacy/activities.ts'

/** A period of retention and the moment from which it counts. */
export type Term =
  | { kind: 'months'; months: number; from: string }
  /** Kept as long as the record that it belongs to. */
  | { kind: 'with'; collection: CollectionSlug }
  | { kind: 'kept'; why: string }

/** The legal bases of article 6 of the GDPR that the association relies on. */
export type LegalBasis = 'contract' | 'legal-obligation' | 'legitimate-interest' | 'none'

/** What a collection holds, in French as the register of processing says it; `activity` is null where nothing is personal. */
export type Retention = { what: string; activity: ActivityName | null; terms: readonly Term[]; basis: LegalBasis }

const months = (count: number, from: string): Term => ({ kind: 'months', months: count, from })
const together = (collection: CollectionSlug): Term => ({ kind: 'with', collection })
const kept = (why: string): Term => ({ kind: 'kept', why })

/** An e-mail's row: what it proved of a signature stands in the evidence by then. */
export const MESSAGE_MONTHS = 12

/** What a federation was told: as long as it may want it again after its receiver was away. */
export const WEBHOOK_MONTHS = 3

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
  kept('jusqu’à ce que la rédaction les supprime'),
  months(TRASH_MONTHS, 'la mise à la corbeille'),
]

/**
 * How long each kind of data is kept, and on what basis it is processed (GDPR, articles 5(1)(e), 6 and 30): one row a
 * collection. The timers apply the terms of `messages`, `webhook-deliveries`, `security-events`, the trash,
 * `adhesions` with all that hangs on them (the transition `anonymise`) and `members`, and access that of former holders' names.
 *
 * @internal Complete by its type, which fails to compile without a row for each collection; tests read it.
 */
export const RETENTION: Readonly<Record<CollectionSlug, Retention>> = {
  adhesions: {
    what: 'Demandes d’adhésion\u00a0: l’organisme, son représentant, son contact',
    activity: 'adhesions',
    terms: [
      months(APPLICATION_MONTHS.rejected, 'le refus, le classement ou le retrait'),
      months(APPLICATION_MONTHS.expired, 'l’expiration sans signature'),
      together('members'),
    ],
    basis: 'contract',
  },
  members: {
    what: 'Fiches des membres',
    activity: 'members',
    terms: [
      months(
        MEMBER_MONTHS,
        'la fin de l’adhésion, en archive restreinte, tant qu’un droit peut être invoqué (article 2224 du Code civil)',
      ),
    ],
    basis: 'contract',
  },
  'charter-signatures': {
    what: 'Preuves des signatures\u00a0: nom, adresse IP, navigateur',
    activity: 'adhesions',
    terms: [together('adhesions'), together('members')],
    basis: 'contract',
  },
  'information-requests': {
    what: 'Demandes de complément et réponses',
    activity: 'adhesions',
    terms: [together('adhesions')],
    basis: 'contract',
  },
  attachments: {
    what: 'Pièces jointes aux demandes',
    activity: 'adhesions',
    terms: [together('adhesions'), together('members')],
    basis: 'contract',
  },
  rounds: {
    what: 'Scrutins du Bureau',
    activity: 'adhesions',
    terms: [together('adhesions')],
    basis: 'legitimate-interest',
  },
  votes: {
    what: 'Votes et déports',
    activity: 'adhesions',
    terms: [together('adhesions')],
    basis: 'legitimate-interest',
  },
  journal: {
    what: 'Ce qui a été fait et par qui\u00a0; les preuves s’effacent, la chaîne reste',
    activity: 'adhesions',
    terms: [together('adhesions'), together('members'), together('mandates')],
    basis: 'legitimate-interest',
  },
  capabilities: {
    what: 'Empreintes des liens envoyés par courriel',
    activity: 'adhesions',
    terms: [together('adhesions')],
    basis: 'contract',
  },
  messages: {
    what: 'Courriels à envoyer et envoyés',
    activity: 'mail',
    terms: [months(MESSAGE_MONTHS, 'le jour de l’envoi prévu')],
    basis: 'contract',
  },
  'security-events': {
    what: 'Connexions, échecs, changements des comptes, et d’où ils viennent',
    activity: 'security',
    terms: [months(SECURITY_EVENT_MONTHS, 'le jour du fait')],
    basis: 'legitimate-interest',
  },
  mandates: {
    what: 'Mandats',
    activity: 'governance',
    terms: [kept('histoire de l’association\u00a0; le nom d’un ancien titulaire reste public un an')],
    basis: 'legitimate-interest',
  },
  people: {
    what: 'Titulaires de mandats',
    activity: 'governance',
    terms: [together('mandates')],
    basis: 'legitimate-interest',
  },
  users: {
    what: 'Comptes de l’équipe',
    activity: 'team',
    terms: [
      kept('le temps que la personne travaille pour l’association\u00a0; l’administration supprime ensuite le compte'),
    ],
    basis: 'legitimate-interest',
  },
  'staff-sessions': {
    what: 'Sessions de l’équipe\u00a0: navigateur, adresse, dernier usage',
    activity: 'security',
    terms: [kept('12 heures au plus\u00a0; ce qui est fini est effacé chaque jour')],
    basis: 'legitimate-interest',
  },
  'sign-in-attempts': {
    what: 'Connexions en cours, codes sous forme d’empreintes',
    activity: 'security',
    terms: [kept('un jour\u00a0; ce qui est fini est effacé chaque jour')],
    basis: 'legitimate-interest',
  },
  'second-factors': {
    what: 'Seconds facteurs de l’équipe\u00a0: secrets scellés, clés publiques, empreintes des codes de secours',
    activity: 'security',
    terms: [together('users')],
    basis: 'legitimate-interest',
  },
  'request-keys': {
    what: 'Requêtes qui peuvent être renvoyées\u00a0: empreintes, réponses scellées',
    activity: 'security',
    terms: [kept('un jour\u00a0; le reste est effacé chaque jour')],
    basis: 'legitimate-interest',
  },
  'join-drafts': {
    what: 'Demandes commencées et pas encore envoyées, scellées avec leur lien',
    activity: 'adhesions',
    terms: [
      kept(
        'trente jours après la dernière modification, un jour quand rien n’y est rempli ou qu’elle est envoyée\u00a0; le reste est effacé chaque jour',
      ),
    ],
    basis: 'contract',
  },
  'api-keys': {
    what: 'Clés d’API des fédérations\u00a0: à qui écrire, empreintes, qui les a données et révoquées',
    activity: 'members',
    terms: [together('members')],
    basis: 'contract',
  },
  webhooks: {
    what: 'Adresses des fédérations qui sont notifiées de l’état de leurs demandes\u00a0; secrets scellés',
    activity: null,
    terms: [together('api-keys')],
    basis: 'contract',
  },
  'webhook-deliveries': {
    what: 'Notifications aux fédérations (numéro et état d’une demande), avec chaque essai',
    activity: null,
    terms: [months(WEBHOOK_MONTHS, 'le jour de l’événement')],
    basis: 'contract',
  },
  'charter-versions': {
    what: 'Versions de la charte',
    activity: null,
    terms: [kept('les signatures s’y rapportent\u00a0; aucune donnée personnelle')],
    basis: 'none',
  },
  'governance-bodies': {
    what: 'Instances et leurs règles',
    activity: null,
    terms: [kept('aucune donnée personnelle')],
    basis: 'none',
  },
  pages: { what: 'Pages du site', activity: 'site', terms: WHILE_EDITORS_KEEP_IT, basis: 'legitimate-interest' },
  redirects: {
    what: 'Adresses que des pages ont quittées, ou que la rédaction a créées',
    activity: null,
    terms: [kept('pour qu’une adresse une fois donnée mène encore à la page\u00a0; aucune donnée personnelle')],
    basis: 'none',
  },
  schedules: {
    what: 'Publications programmées, et par qui',
    activity: 'site',
    terms: [kept('ce qui devait paraître et quand\u00a0; le nom de qui l’a programmé part avec son compte')],
    basis: 'legitimate-interest',
  },
  media: { what: 'Images du site', activity: 'site', terms: WHILE_EDITORS_KEEP_IT, basis: 'legitimate-interest' },
  publications: {
    what: 'Publications, avec le nom de leurs auteurs',
    activity: 'site',
    terms: WHILE_EDITORS_KEEP_IT,
    basis: 'legitimate-interest',
  },
  'publication-approvals': {
    what: 'Qui a approuvé quel contenu d’une publication',
    activity: 'site',
    terms: [kept('qui a décidé de ce que l’association a dit')],
    basis: 'legitimate-interest',
  },
  'publication-opinions': {
    what: 'Avis du Comité scientifique',
    activity: 'site',
    terms: [kept('qui a évalué ce que l’association a dit')],
    basis: 'legitimate-interest',
  },
  'publication-editions': {
    what: 'Publications telles qu’elles ont paru, avec le nom de leurs auteurs',
    activity: 'site',
    terms: [kept('ce qui peut être cité reste tel quel')],
    basis: 'legitimate-interest',
  },
  events: {
    what: 'Événements, avec le nom des intervenants',
    activity: 'site',
    terms: WHILE_EDITORS_KEEP_IT,
    basis: 'legitimate-interest',
  },
  documents: {
    what: 'Documents de l’association\u00a0: statuts, comptes, procès-verbaux',
    activity: 'site',
    terms: [kept('histoire de l’association')],
    basis: 'legitimate-interest',
  },
  files: {
    what: 'PDF de ce qui est publié',
    activity: 'site',
    terms: WHILE_EDITORS_KEEP_IT,
    basis: 'legitimate-interest',
  },
  counters: {
    what: 'Compteurs des références et des plafonds',
    activity: null,
    terms: [kept('aucune donnée personnelle')],
    basis: 'none',
  },
  'content-epoch': {
    what: 'Le fait que le site a changé',
    activity: null,
    terms: [kept('aucune donnée personnelle')],
    basis: 'none',
  },
  leases: {
    what: 'Quel processus tient les minuteries',
    activity: null,
    terms: [kept('aucune donnée personnelle')],
    basis: 'none',
  },
  'payload-preferences': {
    what: 'Ce que l’espace de travail retient des réglages de chacun',
    activity: 'team',
    terms: [together('users')],
    basis: 'legitimate-interest',
  },
  'payload-kv': {
    what: 'Mémoire de l’espace de travail',
    activity: null,
    terms: [kept('aucune donnée personnelle')],
    basis: 'none',
  },
  'payload-migrations': {
    what: 'Migrations exécutées',
    activity: null,
    terms: [kept('aucune donnée personnelle')],
    basis: 'none',
  },
}
