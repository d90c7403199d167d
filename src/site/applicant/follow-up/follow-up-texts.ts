import { CHANGE_REPRESENTATIVE, CORRECT } from '../../../adhesion/actions/correct.ts'
import { RESEND_LINK } from '../../../adhesion/actions/resend-link.ts'
import { WITHDRAW } from '../../../adhesion/actions/withdraw.ts'
import { SIGNATURE_DAYS } from '../../../adhesion/lifecycle/expiry.ts'
import type { AskedByLink } from '../../../adhesion/views/view-of-follow-up.ts'
import type { State, Turn } from '../../../adhesion/lifecycle/states.ts'
import { fr } from '../../../content/typography.ts'

export type ClosingReason = 'duplicate' | 'no-answer' | 'applicant-wish' | 'ceased' | 'declined'

export const TURN: Record<Turn, string> = {
  applicant: 'À votre tour',
  representative: 'Au tour du représentant',
  secretariat: 'Au tour du secrétariat',
  bureau: 'Au tour du Bureau',
  nobody: 'Dossier terminé',
}

/** The values that a sentence about the state may name. */
type StateFacts = {
  representativeName: string
  representativeEmail: string
  /** The days below in full, in French. */
  signBefore?: string | undefined
  answerBefore?: string | undefined
  decidedOn?: string | undefined
  effectiveOn?: string | undefined
  /** « adhérent », « partenaire ». */
  as: string
  closing?: ClosingReason | undefined
}

type StateText = {
  /** Seats taken of the five that lead to joining; null when the road has ended elsewhere. */
  step: number | null
  /** The sentence on the present state. */
  now: (facts: StateFacts) => string
  /** The sentence on the next step, and on who takes it. */
  next: (facts: StateFacts) => string
}

const CLOSING: Record<ClosingReason, string> = {
  duplicate: fr`Une autre demande de votre organisme suit son cours : celle-ci n’a plus d’objet.`,
  'no-answer': 'Nous n’avons pas reçu la réponse que nous attendions.',
  'applicant-wish': 'Vous nous avez demandé de ne pas poursuivre.',
  ceased: 'L’organisme a cessé son activité.',
  declined: 'La personne désignée pour signer la charte nous a fait savoir qu’elle ne la signerait pas.',
}

const AGAIN = 'Vous pouvez déposer une nouvelle demande quand vous le souhaitez.'
const NOTHING = 'Vous n’avez rien à faire pour le moment.'

const underReview = (now: string): StateText => ({
  step: 2,
  now: () => now,
  next: () => fr`${NOTHING} S’il manque quelque chose, le secrétariat vous écrira.`,
})

const beforeBureau: StateText = {
  step: 3,
  now: () => 'Le dossier est complet. Les membres du Bureau se prononcent.',
  next: () => `${NOTHING} Nous vous écrirons dès que la décision sera prise.`,
}

export const STATE_TEXTS: Record<State, StateText> = {
  'awaiting-signature': {
    step: 1,
    now: ({ representativeName, representativeEmail }) =>
      `${representativeName} a reçu un lien à l’adresse ${representativeEmail} pour lire et signer la charte.`,
    next: ({ signBefore }) =>
      signBefore
        ? `Sans signature d’ici au ${signBefore}, la demande expirera.`
        : `Sans signature dans les ${SIGNATURE_DAYS} jours, la demande expirera.`,
  },
  submitted: underReview('La charte est signée. Le secrétariat va ouvrir votre dossier.'),
  'under-review': underReview(
    'Le secrétariat vérifie ce que vous avez déclaré avant de présenter le dossier au Bureau.',
  ),
  'needs-information': {
    step: 2,
    now: () => 'Il nous manque quelque chose pour poursuivre l’étude de votre dossier.',
    next: ({ answerBefore }) =>
      answerBefore ? `Répondez ci-dessous au plus tard le ${answerBefore}.` : 'Répondez ci-dessous.',
  },
  'before-bureau': beforeBureau,
  referred: beforeBureau,
  validated: {
    step: 5,
    now: ({ as, effectiveOn }) =>
      fr`Bienvenue : votre organisme est ${as} de la CPOF${effectiveOn ? ` depuis le ${effectiveOn}` : ''}.`,
    next: () => 'Nous vous avons écrit pour vous présenter la suite.',
  },
  rejected: {
    step: null,
    now: ({ decidedOn }) =>
      `Le Bureau n’a pas retenu votre demande${decidedOn ? ` par sa décision du ${decidedOn}` : ''}.`,
    next: () => 'Vous en trouverez les raisons ci-dessous.',
  },
  closed: {
    step: null,
    now: ({ closing }) => (closing ? CLOSING[closing] : 'Le secrétariat a clos le dossier.'),
    next: ({ closing }) =>
      closing === 'duplicate' ? 'Si vous ne l’avez pas déposée vous-même, rapprochez-vous de vos collègues.' : AGAIN,
  },
  withdrawn: {
    step: null,
    now: () => 'La demande a été retirée, comme vous l’avez souhaité.',
    next: () => AGAIN,
  },
  expired: { step: null, now: () => 'La charte n’a pas été signée à temps.', next: () => AGAIN },
}

/** The five seats of the road to joining. */
export const STEPS = [
  'Dépôt de la demande',
  'Signature de la charte',
  'Étude du dossier',
  'Décision du Bureau',
  'Votre place parmi nous',
]

export const FOLLOW_UP_TEXTS = {
  title: (reference: string) => `Votre demande ${reference}`,
  progress: 'Où en est votre demande',
  done: 'fait',
  current: 'en cours',
  toCome: 'à venir',
  reason: 'Ce que le Bureau vous écrit',
  request: 'Notre demande de complément',
  askedOn: (day: string) => `Posée le ${day}`,
  answer: 'Votre réponse',
  files: 'Pièces jointes',
  filesHint: ({ count, megabytes, kinds }: { count: number; megabytes: number; kinds: string }) =>
    fr`${count} fichiers au plus, de ${megabytes} Mo chacun : ${kinds}.`,
  submitAnswer: 'Envoyer la réponse',
  can: 'Ce que vous pouvez faire',
  withdrawByRepresentative: fr`La charte est signée : seul le représentant peut encore retirer la demande, depuis son propre lien.`,
  history: 'Ce qui s’est passé',
  conversation: 'Vos échanges avec le secrétariat',
  fromYou: 'Vous',
  fromSecretariat: 'Le secrétariat',
  writeBack: 'Écrire au secrétariat',
  write: {
    title: 'Écrire au secrétariat',
    lead: 'Une question, une précision, une pièce que personne ne vous a demandée\u00a0: le secrétariat vous lira.',
    text: 'Votre message',
    submit: 'Envoyer le message',
    keep: 'Revenir sans écrire',
  },
  keep: 'Gardez ce lien',
  keepText: fr`Cette page est la vôtre : quiconque en a l’adresse peut la voir et agir en votre nom. Ne la transmettez qu’à vos collègues qui suivent la demande.`,
}

/** What the page offers to do, beside the answer to a question, whose form stands with it. */
export type Way = Exclude<AskedByLink, 'answer'>

export const WAYS: Record<Way, { label: string; text: string; atOnce?: boolean }> = {
  resendLink: {
    label: RESEND_LINK.label,
    text: 'Le représentant n’a pas reçu le courriel, ou ne le retrouve pas. Une fois par heure.',
    atOnce: true,
  },
  correct: { label: CORRECT.label, text: 'Une information est fausse ou a changé.' },
  changeRepresentative: {
    label: CHANGE_REPRESENTATIVE.label,
    text: 'Une autre personne signera la charte. Le lien déjà envoyé ne servira plus.',
  },
  write: { label: 'Écrire au secrétariat', text: 'Une question, une précision, une pièce à joindre.' },
  withdraw: { label: WITHDRAW.label, text: 'Vous pourrez en déposer une autre plus tard.' },
}

export type Done = 'answered' | 'written' | 'corrected' | 'representative-changed' | 'resent'

export const DONE: Record<Done, { title: string; text: string }> = {
  answered: { title: 'Votre réponse est envoyée', text: 'Le secrétariat reprend l’étude du dossier.' },
  written: { title: 'Votre message est envoyé', text: 'Le secrétariat vous répondra ici et par courriel.' },
  corrected: { title: 'Votre demande est corrigée', text: 'Les changements sont enregistrés.' },
  'representative-changed': { title: 'Le représentant est changé', text: 'Nous lui envoyons son lien de signature.' },
  resent: {
    title: 'Le lien de signature va repartir',
    text: 'Il arrive d’ordinaire en quelques minutes. Pensez aux courriers indésirables.',
  },
}
