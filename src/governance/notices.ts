import type { UnitOfWork } from '../db/unit-of-work.ts'
import { parisDay } from '../lib/dates.ts'
import { foldEmail } from '../lib/fold.ts'
import type { MailData, MailTemplate } from '../mail/catalogue.ts'
import type { User } from '../payload-types.ts'
import { oweMessage } from '../record/messages.ts'
import { notice, type Notice, type NoticeContent } from '../record/notice.ts'
import { deviceLabel } from '../security/device.ts'
import { chairEmails, holderEmails, secretariatEmails } from './recipients.ts'

type Of<Template extends MailTemplate> = { data: MailData[Template] }
type Account = Pick<User, 'id' | 'email'>

/** The input of each e-mail, by its template. Moments are ISO 8601 in UTC. */
type Inputs = {
  'mandate-changed': { mandate: string; rev: number; body: string; holder: string } & Of<'mandate-changed'>
  'body-rule-changed': { body: string; rev: number } & Of<'body-rule-changed'>
  'account-linked': { person: string; rev: number; body: string } & Of<'account-linked'>
  'account-changed': {
    account: Pick<User, 'id' | 'name' | 'email' | 'rev'>
    news: Omit<MailData['account-changed'], 'person' | 'account'>
    /** Another address that is told: the one that the account leaves, or that of the person's record. */
    otherEmail?: string | undefined
  }
  'api-key-changed': { key: string; rev: number; contact: string } & Of<'api-key-changed'>
  'webhook-disabled': { webhook: string; rev: number; contact: string } & Of<'webhook-disabled'>
  'email-proof': { account: Account; capability: string } & Of<'email-proof'>
  'publication-waits': {
    publication: string
    contentHash: string
    recipients: readonly string[]
  } & Of<'publication-waits'>
  'staff-invitation': { account: Account; invitedBy: string; expiresAt: string; at: string }
  'password-reset': { account: Account; expiresAt: string }
  'password-changed': { account: Account; at: string }
  'new-device': { account: Account; at: string; ip: string | null; userAgent: string | null }
  'sign-in-failures': { account: Account; at: string; ip: string | null }
  'sign-in-code': { account: Account; attempt: string; expiresAt: string }
  'seat-moved': { member: string; rev: number; recipients: readonly string[] } & Of<'seat-moved'>
  'erasures-announced': { notice: string } & Of<'erasures-announced'>
  'visitor-message': { form: string; network: string } & Of<'visitor-message'>
}

type OfficeTemplate = keyof Inputs

type Row<Template extends OfficeTemplate> = NoticeContent<Template, UnitOfWork, Inputs[Template]> & {
  /** A French sentence. */
  when: string
  /** The subject of the e-mail, as the outbox names it. */
  subject: (input: Inputs[Template]) => string
}

const HOLDER = {
  label: 'la personne qui a ce compte',
  of: (_unit: UnitOfWork, { account }: { account: Account }) => [account.email],
}
const eachOnce = (emails: readonly string[]): string[] => [
  ...new Map(emails.map((email) => [foldEmail(email), email])).values(),
]
const ofAccount = ({ account }: { account: Account }) => `account:${account.id}`
const byRevision = (_unit: UnitOfWork, { rev }: { rev: number }) => [rev]
const asGiven = <Data>(_unit: UnitOfWork, { data }: { data: Data }) => data
const labelOf = (userAgent: string | null) => deviceLabel(userAgent) ?? 'Appareil inconnu'
const passwordLink = (_unit: UnitOfWork, { account }: { account: Account }) => ({
  password: { passwordOf: account.id },
})
const panelAt =
  (page: 'account' | 'forgot') =>
  ({ payload }: UnitOfWork) => ({ panel: { path: `${payload.config.routes.admin as `/${string}`}/${page}` } as const })

/**
 * Which e-mails leave that are about no application, when, to whom and with what: all of them. Code owes one by the
 * name of its row, with `oweNotice`.
 */
const ROWS: { readonly [Template in OfficeTemplate]: Row<Template> } = {
  'mandate-changed': {
    when: 'Mandat saisi, confirmé, modifié ou terminé, ou un tel changement proposé.',
    to: {
      label: 'toutes les personnes qui ont un mandat dans l’instance, et la personne concernée',
      of: (unit, { body, holder }) => holderEmails(unit, body, [holder]),
    },
    subject: ({ mandate }) => `mandate:${mandate}`,
    key: byRevision,
    data: asGiven,
    links: (_unit, { mandate }) => ({ panel: { path: `/admin/collections/mandates/${mandate}` } }),
  },
  'body-rule-changed': {
    when: 'Règle de décision d’une instance proposée, puis confirmée.',
    to: {
      label: 'toutes les personnes qui ont un mandat dans l’instance',
      of: (unit, { body }) => holderEmails(unit, body),
    },
    subject: ({ body }) => `body:${body}`,
    key: byRevision,
    data: asGiven,
    links: (_unit, { body }) => ({ panel: { path: `/admin/collections/governance-bodies/${body}` } }),
  },
  'account-linked': {
    when: 'Compte de l’équipe rattaché à une personne, ou détaché d’elle\u00a0: proposé, puis confirmé.',
    to: {
      label: 'toutes les personnes qui siègent dans les mêmes instances',
      of: (unit, { body }) => holderEmails(unit, body),
    },
    subject: ({ person }) => `person:${person}`,
    key: (_unit, { rev, body }) => [rev, body],
    data: asGiven,
    links: (_unit, { person }) => ({ panel: { path: `/admin/collections/people/${person}` } }),
  },
  'account-changed': {
    when: 'Rôles, adresse ou nom d’un compte changés, ou compte suspendu\u00a0: proposé, puis confirmé ou abandonné.',
    to: {
      label: 'tous les membres du secrétariat, la présidence, la personne concernée et l’adresse quittée',
      of: async (unit, { account, otherEmail = account.email }) => {
        const emails = [...(await secretariatEmails(unit)), ...(await chairEmails(unit)), account.email, otherEmail]
        return eachOnce(emails)
      },
    },
    subject: ofAccount,
    key: (_unit, { account, news }) => [news.what, account.rev ?? 0],
    data: (_unit, { account, news }) => ({ ...news, person: account.name, account: account.email }),
    links: () => ({ panel: { path: '/admin/comptes' } }),
  },
  'api-key-changed': {
    when: 'Clé d’API d’un réseau proposée, confirmée ou révoquée.',
    to: {
      label: 'tous les membres du secrétariat, la présidence et le contact du réseau',
      of: async (unit, { contact }) =>
        eachOnce([...(await secretariatEmails(unit)), ...(await chairEmails(unit)), contact]),
    },
    subject: ({ key }) => `api-key:${key}`,
    key: (_unit, { data, rev }) => [data.what, rev],
    data: asGiven,
  },
  'webhook-disabled': {
    when: 'Notification automatique d’un réseau désactivée\u00a0: une semaine d’échecs, ou une adresse qui n’existe plus.',
    to: {
      label: 'le contact du réseau et tous les membres du secrétariat',
      of: async (unit, { contact }) => eachOnce([contact, ...(await secretariatEmails(unit))]),
    },
    subject: ({ webhook }) => `webhook:${webhook}`,
    key: byRevision,
    data: asGiven,
  },
  'email-proof': {
    when: 'Nouvelle adresse d’un compte confirmée par une seconde personne.',
    to: { label: 'la nouvelle adresse', of: (_unit, { data }) => [data.email] },
    subject: ofAccount,
    key: (_unit, { capability }) => [capability],
    data: asGiven,
    links: (_unit, { capability }) => ({ email: { page: 'confirm-email', capability } }),
  },
  'publication-waits': {
    when: 'Contenu d’une publication soumis, s’il lui manque une approbation ou un avis.',
    to: { label: 'les personnes qui peuvent les donner', of: (_unit, { recipients }) => recipients },
    subject: ({ publication }) => `publication:${publication}`,
    key: (_unit, { data, contentHash }) => [data.asks, contentHash],
    data: asGiven,
    links: (_unit, { publication }) => ({ panel: { path: `/admin/collections/publications/${publication}` } }),
  },
  'staff-invitation': {
    when: 'Compte créé, ou invitation renvoyée.',
    to: HOLDER,
    subject: ofAccount,
    key: (_unit, { expiresAt, at }) => [expiresAt, at],
    data: (_unit, { account, invitedBy, expiresAt }) => ({ invitedBy, account: account.email, expiresAt }),
    links: passwordLink,
  },
  'password-reset': {
    when: 'Mot de passe oublié.',
    to: HOLDER,
    subject: ofAccount,
    key: (_unit, { expiresAt }) => [expiresAt],
    data: (_unit, { account, expiresAt }) => ({ account: account.email, expiresAt }),
    links: passwordLink,
  },
  'password-changed': {
    when: 'Mot de passe changé.',
    to: HOLDER,
    subject: ofAccount,
    key: (_unit, { at }) => [at],
    data: (_unit, { account, at }) => ({ account: account.email, at }),
    links: panelAt('forgot'),
  },
  'new-device': {
    when: 'Connexion depuis un appareil jamais vu avec ce compte, une fois par jour au plus.',
    to: HOLDER,
    subject: ofAccount,
    key: (_unit, { at, userAgent, ip }) => [parisDay(new Date(at)), labelOf(userAgent), ip ?? ''],
    data: (_unit, { account, at, userAgent, ip }) => ({
      account: account.email,
      at,
      device: labelOf(userAgent),
      network: ip ?? 'inconnue',
    }),
    links: panelAt('account'),
  },
  'sign-in-failures': {
    when: 'Échecs répétés de connexion, une fois par jour au plus.',
    to: HOLDER,
    subject: ofAccount,
    key: (_unit, { at }) => [parisDay(new Date(at))],
    data: (_unit, { account, at, ip }) => ({ account: account.email, at, network: ip ?? 'inconnue' }),
    links: panelAt('forgot'),
  },
  'sign-in-code': {
    when: 'Code de connexion demandé.',
    to: HOLDER,
    subject: ofAccount,
    key: (_unit, { attempt }) => [attempt],
    data: (_unit, { account, expiresAt }) => ({ account: account.email, expiresAt, code: null }),
    links: (_unit, { attempt }) => ({ code: { codeOf: attempt } }),
  },
  'seat-moved': {
    when: 'Siège d’un membre déplacé.',
    to: { label: 'le représentant et le contact du membre', of: (_unit, { recipients }) => recipients },
    subject: ({ member }) => `member:${member}`,
    key: byRevision,
    data: asGiven,
  },
  'erasures-announced': {
    when: 'Données personnelles de demandes closes arrivant au terme de leur conservation, un mois avant.',
    to: { label: 'le secrétariat', of: secretariatEmails },
    subject: ({ notice: subject }) => subject,
    key: () => [],
    data: asGiven,
    links: () => ({ panel: { path: '/admin/collections/adhesions' } }),
  },
  'visitor-message': {
    when: 'Message écrit par le formulaire de contact.',
    to: { label: 'le secrétariat', of: secretariatEmails },
    subject: ({ form }) => form,
    key: () => [],
    data: asGiven,
    origin: (_unit, { network }) => ({ cause: 'stranger', network, proven: true }),
  },
}

/** When the e-mails about no application leave and to whom, in French. */
export const OFFICE_DEPARTURES: readonly { template: MailTemplate; when: string; to: string }[] = (
  Object.keys(ROWS) as OfficeTemplate[]
).map((template) => ({ template, when: ROWS[template].when, to: ROWS[template].to.label }))

/** Owes an e-mail about no application to all whom its row names, in the unit of work. */
export async function oweNotice<Template extends OfficeTemplate>(
  unit: UnitOfWork,
  template: Template,
  input: Inputs[Template],
): Promise<void> {
  const row: Row<Template> = ROWS[template]
  const { messages }: Notice<UnitOfWork, Inputs[Template]> = notice(template, row)
  for (const message of await messages(unit, input)) await oweMessage(unit, { ...message, subject: row.subject(input) })
}
