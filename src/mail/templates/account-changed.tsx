import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

/** The changes to an account of the team that are told to others. */
type AccountNews =
  | 'roles-proposed'
  | 'roles-confirmed'
  | 'name-proposed'
  | 'name-confirmed'
  | 'email-proposed'
  | 'email-waits'
  | 'email-confirmed'
  | 'suspended'
  | 'reinstatement-proposed'
  | 'reinstatement-confirmed'
  | 'admin-created'
  | 'second-factor-reset'

export type AccountChangedData = {
  what: AccountNews
  person: string
  /** The e-mail of the account. */
  account: string
  before: string | null
  after: string | null
  by: string
  confirmedBy: string | null
  reason: string
}

type Words = {
  subject: string
  text: string
  before?: string
  after?: string /** What `by` did, where it did not propose. */
  by?: string
}

const waits = 'Rien ne change tant qu’une autre personne habilitée n’a pas confirmé.'

const WORDS: Readonly<Record<AccountNews, Words>> = {
  'roles-proposed': {
    subject: 'Des rôles sont proposés pour un compte',
    text: `De nouveaux rôles sont proposés pour un compte de l’équipe. ${waits}`,
    before: 'Rôles actuels',
    after: 'Rôles proposés',
  },
  'roles-confirmed': {
    subject: 'Les rôles d’un compte ont changé',
    text: 'Les rôles d’un compte de l’équipe ont changé, proposés par une personne et confirmés par une autre.',
    before: 'Rôles précédents',
    after: 'Rôles désormais',
  },
  'name-proposed': {
    subject: 'Un nom est proposé pour un compte',
    text: `Un nouveau nom est proposé pour un compte de l’équipe. ${waits}`,
    before: 'Nom actuel',
    after: 'Nom proposé',
  },
  'name-confirmed': {
    subject: 'Le nom d’un compte a changé',
    text: 'Le nom sous lequel agit un compte de l’équipe a changé.',
    before: 'Nom précédent',
    after: 'Nom désormais',
  },
  'email-proposed': {
    subject: 'Une nouvelle adresse est proposée pour un compte',
    text: `Une nouvelle adresse électronique est proposée pour un compte de l’équipe. ${waits}`,
    before: 'Adresse actuelle',
    after: 'Adresse proposée',
  },
  'email-waits': {
    subject: 'L’adresse d’un compte va changer',
    text: 'L’adresse électronique d’un compte de l’équipe changera quand la nouvelle aura été prouvée par un lien qui vient d’y être envoyé.',
    before: 'Adresse actuelle',
    after: 'Nouvelle adresse',
  },
  'email-confirmed': {
    subject: 'L’adresse d’un compte a changé',
    text: 'L’adresse électronique d’un compte de l’équipe a changé. Toutes ses sessions ont été fermées.',
    before: 'Adresse quittée',
    after: 'Adresse désormais',
  },
  suspended: {
    subject: 'Un compte est suspendu',
    text: 'Un compte de l’équipe est suspendu\u00a0: ses sessions sont fermées et personne ne peut s’y connecter. Les mandats de la personne ne changent pas, et les dossiers qu’elle instruisait reviennent au secrétariat.',
    by: 'Suspendu par',
  },
  'reinstatement-proposed': {
    subject: 'Le rétablissement d’un compte est proposé',
    text: `Il est proposé de rétablir un compte suspendu. ${waits}`,
  },
  'reinstatement-confirmed': { subject: 'Un compte est rétabli', text: 'Un compte qui était suspendu est rétabli.' },
  'admin-created': {
    subject: 'Un compte d’administration a été créé',
    text: 'Un compte d’administration a été créé depuis le serveur, sans passer par une proposition confirmée à deux. Cela se fait quand plus personne ne peut administrer.',
    after: 'Rôles',
    by: 'Créé par',
  },
  'second-factor-reset': {
    subject: 'Les seconds facteurs d’un compte ont été retirés',
    text: 'Tous les seconds facteurs d’un compte de l’équipe et ses codes de secours ont été retirés depuis le serveur, comme on le fait pour qui les a perdus. Ses sessions sont fermées\u00a0; là où un second facteur est obligatoire, il faudra en enregistrer un à la prochaine connexion.',
    by: 'Retirés par',
  },
}

/** Tells all secretaries, the chair, the person and the address left behind of a change: nobody gives rights unseen. */
export const accountChanged = defineMail<AccountChangedData>()({
  label: 'Rôles, adresse, nom, second facteur ou suspension d’un compte',
  audience: 'office',
  typed: [],
  links: ['panel'],
  subject: ({ what }) => WORDS[what].subject,
  heading: ({ what }) => WORDS[what].subject,
  summary: () => 'Vérifiez que ce changement est bien celui qui était prévu.',
  Body: ({ data, link }) => {
    const { text, before, after, by = 'Proposé par' } = WORDS[data.what]
    return (
      <>
        <P>{text}</P>
        <Facts
          facts={[
            ['Personne', <strong key="person">{data.person}</strong>],
            ['Compte', data.account],
            ...(before && data.before !== null ? [[before, data.before] as const] : []),
            ...(after && data.after !== null ? [[after, data.after] as const] : []),
            [by, data.by],
            ...(data.confirmedBy === null ? [] : [['Confirmé par', data.confirmedBy] as const]),
            ...(data.reason === '' ? [] : [['Motif', data.reason] as const]),
          ]}
        />
        <P>
          Si ce n’était pas vous, ou si cela vous surprend, répondez à ce message ou prévenez sans attendre la
          présidence et le secrétariat&nbsp;: un compte se suspend en un instant.
        </P>
        <Action label="Voir les comptes" href={link('panel')} />
      </>
    )
  },
})
