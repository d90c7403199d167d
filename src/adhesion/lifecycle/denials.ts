import { ROUND_DENIALS } from '../../deliberation/denials.ts'
import { formatDateTime } from '../../lib/dates.ts'
import { DomainError } from '../../lib/errors.ts'
import { isJsonObject } from '../../lib/json-object.ts'

type Extra = Readonly<Record<string, unknown>>
/** A sentence, or how it is made from what the answer says besides. */
type Said = string | ((extra: Extra) => string)
type Known = { status?: 403 | 409 | 429 | 503; fr: Said; en: Said }

/** Why an act is refused that state and role allow, by its code: what the person is told, and the status where it is not 409. */
const DENIALS = {
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
    fr: 'La charte doit être signée de nouveau avant que le Bureau soit saisi : demandez une nouvelle signature au représentant.',
    en: 'The charter must be signed again before this goes to the Bureau: ask the representative to sign the version in force.',
  },
  'signature-holds': {
    fr: 'La signature donnée vaut toujours : aucune version en vigueur n’est à signer de nouveau.',
    en: 'The signature given still holds: no version in force has to be signed again.',
  },
  'too-many-messages': {
    status: 429,
    fr: 'Vous avez envoyé beaucoup de messages depuis hier : le secrétariat les a reçus. Écrivez de nouveau demain.',
    en: 'You sent many messages since yesterday: the secretariat has them. Write again tomorrow.',
  },
  'no-such-entry': {
    fr: 'Ce dossier n’a pas, ou n’a plus, cette note, ce message ou cette pièce.',
    en: 'This application does not have this note, message or attachment, or no longer.',
  },
  'second-secretary-needed': {
    fr: 'Vous avez déjà demandé cet effacement : une autre personne du secrétariat doit le confirmer.',
    en: 'You asked for this erasure already: another person of the secretariat has to confirm it.',
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
    fr: 'Cette demande a été anonymisée : elle ne peut plus être rouverte, ni recevoir de message.',
    en: 'This application was anonymised: it can neither be reopened nor be written on.',
  },
  'adhesion-in-progress': {
    fr: ({ mailWaitsUntil: until }) =>
      `Une demande de cet organisme avec ce représentant est déjà en cours. ${typeof until === 'string' ? `Beaucoup de courriels ont été demandés vers son adresse ou depuis votre réseau\u00a0: le lien repartira le ${formatDateTime(new Date(until))}.` : 'Le lien repart à l’adresse du représentant s’il n’a pas été renvoyé depuis une heure\u00a0: regardez aussi dans les courriers indésirables.'}`,
    en: ({ mailWaitsUntil: until }) =>
      `An application of this organisation with this representative is under way already. ${typeof until === 'string' ? `Many e-mails were asked for to that address or from your network: the link leaves again at ${until}.` : 'The link is sent to the representative again unless that was done within the hour: look among unwanted mail too.'}`,
  },
  'charter-superseded': {
    fr: (extra) =>
      `Une nouvelle version de la charte est entrée en vigueur${numberIn(extra)}. Lisez-la, puis signez de nouveau avec le même lien.`,
    en: (extra) =>
      `A new version of the charter has come into force${numberIn(extra)}. Read it, then sign again with the same link.`,
  },
  'no-charter-in-force': {
    status: 503,
    fr: 'Aucune charte n’est en vigueur pour ce type d’adhésion : les demandes ne sont pas encore ouvertes.',
    en: 'No charter is in force for this kind of membership: applications are not open yet.',
  },
  'no-decision': {
    fr: 'Ces voix n’emportent ni validation ni refus selon la règle de l’instance : la demande reste à décider.',
    en: 'Under the body’s rule these votes neither approve nor reject: the application is still to be decided.',
  },
  'agreement-needed': {
    fr: 'Rouvrir une demande refusée suppose l’accord de la présidence ou la référence d’un procès-verbal.',
    en: 'Reopening a refused application needs the chair’s agreement or the reference of minutes.',
  },
} as const satisfies Record<string, Known>

/** The version of the charter that a refusal is about, in either language. */
const numberIn = ({ charterVersion }: Extra): string =>
  isJsonObject(charterVersion) ? ` (version ${String(charterVersion['number'])})` : ''

export type DenialCode = keyof typeof DENIALS

export const isDenial = (code: string): code is DenialCode => Object.hasOwn(DENIALS, code)

/** Every code of the catalogue. @internal Read by a test. */
export const DENIAL_CODES: readonly string[] = Object.keys(DENIALS)

/** A denial with what the answer says besides its sentence: `retryAfter`, the persons to choose among. */
export type Denial<Code extends DenialCode = DenialCode> = { code: Code; extra: Extra }

const NAMES = { 403: 'Forbidden', 409: 'Conflict', 429: 'TooManyRequests', 503: 'ServiceUnavailable' } as const

const inWords = (said: Said, extra: Extra): string => (typeof said === 'string' ? said : said(extra))

/** The status with which a denial is answered. */
export const statusOfDenial = (code: DenialCode): number => {
  const { status = 409 }: Known = DENIALS[code]
  return status
}

/** What a person is told of a denial, in French. */
export const whyDenied = (code: DenialCode): string => {
  const { fr }: Known = DENIALS[code]
  return inWords(fr, {})
}

/** The refusal of a denied act, with how the application stands for this person where it may be said. */
export function denied(
  denial: Denial | DenialCode,
  present: { status?: string | undefined; rev?: number | undefined } = {},
): DomainError {
  const { code, extra } = typeof denial === 'string' ? { code: denial, extra: {} } : denial
  const { status = 409, fr, en }: Known = DENIALS[code]
  return new DomainError(
    NAMES[status],
    code,
    status,
    { fr: inWords(fr, extra), en: inWords(en, extra) },
    { extra: { ...present, ...extra } },
  )
}
