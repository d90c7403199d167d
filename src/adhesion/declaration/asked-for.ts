import { CATALOGUE } from '../../input/catalogue.ts'
import type { Issue, Messages } from '../../lib/errors.ts'
import type { DeclarationPath } from '../../organisation/declared-fields.ts'

const NO_CONTACT: Messages = {
  fr: ', ou laissez vides tous les champs du contact.',
  en: ', or leave all fields of the contact empty.',
}

const ofContact = (fr: string, en: string): Messages => ({
  fr: `Indiquez ${fr}${NO_CONTACT.fr}`,
  en: `Give ${en}${NO_CONTACT.en}`,
})

/** What is asked for, in words, where a field was left empty that has to be filled in. */
const ASKED: Readonly<Partial<Record<DeclarationPath, Messages>>> = {
  kind: {
    fr: 'Choisissez en quelle qualité votre organisme souhaite nous rejoindre.',
    en: 'Choose as what your organisation wishes to join.',
  },
  'organisation.legalName': {
    fr: 'Indiquez la dénomination de votre organisme.',
    en: 'Give your organisation’s legal name.',
  },
  'organisation.qualiopi.status': {
    fr: 'Dites si votre organisme est certifié Qualiopi.',
    en: 'Say whether your organisation is certified Qualiopi.',
  },
  'organisation.address.line1': {
    fr: 'Indiquez le numéro et la voie du siège.',
    en: 'Give the seat’s street and number.',
  },
  'organisation.address.postalCode': { fr: 'Indiquez le code postal du siège.', en: 'Give the seat’s postal code.' },
  'organisation.address.city': { fr: 'Indiquez la commune du siège.', en: 'Give the seat’s town.' },
  'representative.firstName': {
    fr: 'Indiquez le prénom de la personne qui signera.',
    en: 'Give the first name of the person who will sign.',
  },
  'representative.lastName': {
    fr: 'Indiquez le nom de la personne qui signera.',
    en: 'Give the last name of the person who will sign.',
  },
  'representative.function': {
    fr: 'Indiquez la fonction de la personne qui signera, par exemple présidente.',
    en: 'Give the function of the person who will sign, for instance chair.',
  },
  'representative.capacity': {
    fr: 'Dites à quel titre cette personne signe\u00a0: représentation légale ou délégation.',
    en: 'Say by what power this person signs: legal representation or delegation.',
  },
  'representative.email': {
    fr: 'Indiquez l’adresse électronique où envoyer le lien de signature.',
    en: 'Give the e-mail address to which the link to sign is sent.',
  },
  'contact.firstName': ofContact('le prénom du contact', 'the contact’s first name'),
  'contact.lastName': ofContact('le nom du contact', 'the contact’s last name'),
  'contact.email': ofContact('l’adresse électronique du contact', 'the contact’s e-mail address'),
}

const asked: Readonly<Record<string, Messages | undefined>> = ASKED

/** An issue as it is told: of what is missing, what is asked for. */
export const asAsked = (found: Issue): Issue => {
  const messages = Object.hasOwn(asked, found.path) ? asked[found.path] : undefined
  return messages && found.code === 'required' && found.messages.fr === CATALOGUE.required.fr
    ? { ...found, messages }
    : found
}
