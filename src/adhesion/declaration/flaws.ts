import type { Flaw } from '../../organisation/flaw.ts'

const flaw = (code: string, fr: string, en: string): Flaw => ({ code, messages: { fr, en } })

export const EMPTY = flaw('required', 'Ce champ est obligatoire.', 'This field is required.')
export const NOT_AN_OBJECT = flaw('not-an-object', 'Un objet JSON est attendu ici.', 'A JSON object is expected here.')
export const NOT_TEXT = flaw('not-text', 'Un texte est attendu ici.', 'A text is expected here.')
export const CONTROL_CHARACTERS = flaw(
  'control-characters',
  'Ce texte contient des caractères invisibles ou de mise en page\u00a0: saisissez-le à nouveau.',
  'This text contains invisible or formatting characters: please type it again.',
)
export const WITHOUT_LETTERS = flaw(
  'without-letters',
  'Écrivez ce nom avec au moins une lettre ou un chiffre.',
  'Write this name with at least one letter or digit.',
)
export const UNKNOWN_FIELD = flaw(
  'unknown-field',
  'Ce champ n’existe pas\u00a0: retirez-le.',
  'This field does not exist: remove it.',
)
export const NOT_SETTABLE = flaw(
  'not-settable',
  'Ce champ ne se remplit pas à la demande\u00a0: retirez-le.',
  'This field is not for a caller to set: remove it.',
)
export const LEGAL_FORM = flaw(
  'legal-form-unknown',
  'Choisissez une des formes juridiques proposées.',
  'Choose one of the legal forms offered.',
)
export const NOT_A_DAY = flaw(
  'not-a-day',
  'Indiquez une date qui existe, sous la forme 2026-11-23.',
  'Give a date that exists, in the form 2026-11-23.',
)
export const NOT_A_LIST = flaw('not-a-list', 'Une liste est attendue ici.', 'A list is expected here.')
export const NOTICE_UNREAD = flaw(
  'privacy-notice-unread',
  'Confirmez que vous avez lu l’information sur vos données personnelles.',
  'Confirm that you have read the privacy notice.',
)
export const MEMBER_ABROAD = flaw(
  'member-abroad',
  'Un adhérent est établi en France\u202f; un organisme d’un autre pays peut devenir partenaire.',
  'A member is established in France; an organisation of another country may become a partner.',
)
export const SIRET_MISSING = flaw(
  'required',
  'Indiquez le SIRET\u202f; un partenaire établi hors de France indique à la place son pays et son numéro de registre.',
  'Give the SIRET; a partner established outside France gives its country and register number instead.',
)
export const SIRET_ABROAD = flaw(
  'siret-abroad',
  'Un SIRET désigne un établissement en France\u00a0: retirez-le, ou corrigez le pays.',
  'A SIRET is an establishment in France: remove it, or correct the country.',
)
export const REGISTER_NUMBER_MISSING = flaw(
  'required',
  'Indiquez le numéro de votre organisme au registre de son pays.',
  'Give your organisation’s number in its country’s register.',
)
export const REGISTER_NUMBER_EMPTY = flaw(
  'register-number-format',
  'Un numéro de registre comporte au moins une lettre ou un chiffre.',
  'A register number has at least one letter or digit.',
)
export const RNA_ABROAD = flaw(
  'rna-abroad',
  'Un numéro RNA désigne une association de droit français\u00a0: retirez-le, ou corrigez le pays.',
  'An RNA number is that of an association under French law: remove it, or correct the country.',
)
export const REGION_UNKNOWN = flaw(
  'region-unknown',
  'Cette région n’existe pas\u00a0: indiquez son nom ou son code officiel.',
  'This region does not exist: give its name or its official code.',
)
export const REGION_MISMATCH = flaw(
  'region-mismatch',
  'Le code postal et la commune ne sont pas dans cette région\u00a0: corrigez l’adresse ou retirez la région.',
  'The postal code and town are not in this region: correct the address or remove the region.',
)
export const REGION_ABROAD = flaw(
  'region-abroad',
  'La région s’indique pour une adresse en France seulement.',
  'A region is given for an address in France only.',
)

/** A text past its bound, in characters. */
export const tooLong = (max: number): Flaw =>
  flaw(
    'too-long',
    `Ce texte dépasse ${max} caractères\u00a0: raccourcissez-le.`,
    `This text is longer than ${max} characters: shorten it.`,
  )

/** A value outside a closed list. */
export const notAmong = (choices: readonly string[]): Flaw =>
  flaw('not-among', `Valeurs possibles\u00a0: ${choices.join(', ')}.`, `Possible values: ${choices.join(', ')}.`)

/** A postal code that spans regions, under a commune that does not decide. */
export const regionAsked = (names: readonly string[]): Flaw =>
  flaw(
    'region-ambiguous',
    `Ce code postal est partagé entre plusieurs régions\u00a0: précisez la vôtre (${names.join(', ')}).`,
    `This postal code is shared between regions: say which is yours (${names.join(', ')}).`,
  )
