import { ROUND_DENIALS } from '../../deliberation/denials.ts'
import { DomainError, type Messages } from '../../lib/errors.ts'

type Known = Messages & { status?: 403 | 409 | 429 }

/** Why an act is refused that state and role allow, by its code: what the person is told, and the status where it is not 409. */
export const DENIALS = {
  recused: {
    status: 403,
    fr: 'Vous êtes déporté sur cette demande : vous ne pouvez ni voter ni agir.',
    en: 'You are recused on this application: you can neither vote nor act.',
  },
  'resend-cap-reached': {
    status: 429,
    fr: 'Le lien a déjà été renvoyé il y a moins d’une heure. Regardez aussi dans les courriers indésirables, et recommencez plus tard si rien n’est arrivé.',
    en: 'The link was sent again less than an hour ago. Look among unwanted mail too, and try again later if nothing came.',
  },
  'already-signed': {
    fr: 'La charte est déjà signée\u00a0: corrigez la demande pour désigner un autre représentant, qui signera à son tour.',
    en: 'The charter is signed already: correct the application to name another representative, who will sign in turn.',
  },
  'already-member': {
    fr: 'Cet organisme a déjà rejoint la CPOF en cette qualité\u00a0: il n’a pas à déposer de demande.',
    en: 'This organisation has joined the CPOF in this capacity already: it need not apply.',
  },
  'already-open': {
    fr: 'Une autre demande de cet organisme est en cours. Rapprochez-vous de vos collègues, ou écrivez au secrétariat.',
    en: 'Another application of this organisation is under way. Ask your colleagues, or write to the secretariat.',
  },
  'not-signed': {
    fr: 'La charte doit être signée de nouveau avant que le Bureau soit saisi : demandez au représentant de signer la version en vigueur.',
    en: 'The charter must be signed again before this goes to the Bureau: ask the representative to sign the version in force.',
  },
  'no-body': {
    fr: 'Aucune instance n’a la compétence de valider les adhésions : complétez les instances.',
    en: 'No body has the competence to validate adhesions: complete the governance bodies.',
  },
  ...ROUND_DENIALS,
  'already-notified': {
    fr: 'Le refus a déjà été notifié à l’organisme.',
    en: 'The applicant was already told of the refusal.',
  },
  'text-not-approved': {
    fr: 'Ce texte n’a pas été approuvé par la personne qui préside : faites-le approuver avant de l’envoyer.',
    en: 'Who presides has not approved this text: have it approved before sending.',
  },
  'representative-only': {
    status: 403,
    fr: 'La charte est signée\u00a0: seul le représentant qui l’a signée peut retirer la demande, depuis son propre lien.',
    en: 'The charter is signed: only the representative who signed it may withdraw, by their own link.',
  },
  anonymised: {
    fr: 'Cette demande a été anonymisée : elle ne peut plus être rouverte.',
    en: 'This application was anonymised: it cannot be reopened.',
  },
  'agreement-needed': {
    fr: 'Rouvrir une demande refusée suppose l’accord de la présidence ou la référence d’un procès-verbal.',
    en: 'Reopening a refused application needs the chair’s agreement or the reference of minutes.',
  },
} as const satisfies Record<string, Known>

export type DenialCode = keyof typeof DENIALS

export const isDenial = (code: string): code is DenialCode => Object.hasOwn(DENIALS, code)

/** A denial with what the answer says besides its sentence: `retryAfter`, the persons to choose among. */
export type Denial<Code extends DenialCode = DenialCode> = { code: Code; extra: Readonly<Record<string, unknown>> }

const NAMES = { 403: 'Forbidden', 409: 'Conflict', 429: 'TooManyRequests' } as const

/** The refusal of a denied act, with how the application stands for this person where it may be said. */
export function denied(denial: Denial | DenialCode, present: { status?: string; rev?: number } = {}): DomainError {
  const { code, extra } = typeof denial === 'string' ? { code: denial, extra: {} } : denial
  const { status = 409, fr, en }: Known = DENIALS[code]
  return new DomainError(NAMES[status], code, status, { fr, en }, { extra: { ...present, ...extra } })
}
