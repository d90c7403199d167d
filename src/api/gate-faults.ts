import { DomainError, type Fault, type Messages } from '../lib/errors.ts'

const FAULTS = {
  'unknown-field': { fr: 'Ce champ n’existe pas.', en: 'There is no such field.' },
  'closed-field': {
    fr: 'Ce champ ne peut servir ni à filtrer ni à trier.',
    en: 'This field can be neither filtered nor sorted by.',
  },
  'unknown-operator': {
    fr: 'Cette comparaison n’est pas possible sur ce champ.',
    en: 'This comparison is not possible on this field.',
  },
  'not-a-value': { fr: 'Cette valeur ne convient pas à ce champ.', en: 'This value does not suit this field.' },
  'not-a-condition': {
    fr: 'Une condition est attendue : champ, comparaison, valeur.',
    en: 'A condition is expected: field, comparison, value.',
  },
  'too-deep': { fr: 'Ce filtre est trop profond.', en: 'This filter is nested too deeply.' },
  'too-many-words': { fr: 'Cette recherche compte trop de mots.', en: 'This search has too many words.' },
  'too-many': { fr: 'Ce filtre compte trop de conditions.', en: 'This filter has too many conditions.' },
  'not-a-number': { fr: 'Un nombre entier positif est attendu.', en: 'A positive whole number is expected.' },
  'not-a-selection': { fr: 'Une sélection de champs est attendue.', en: 'A selection of fields is expected.' },
  'not-a-language': { fr: 'Cette langue n’est pas proposée.', en: 'This language is not offered.' },
  'not-possible': { fr: 'Ce paramètre n’est pas accepté ici.', en: 'This parameter is not accepted here.' },
  'pages-only': { fr: 'Les listes se lisent page par page.', en: 'Lists are read page by page.' },
  'a-list': { fr: 'Une liste est attendue.', en: 'A list is expected.' },
  'unknown-block': { fr: 'Ce type de bloc n’existe pas ici.', en: 'There is no such kind of block here.' },
  'a-text': { fr: 'Un texte est attendu.', en: 'A text is expected.' },
} as const satisfies Record<string, Messages>

export type FaultCode = keyof typeof FAULTS

/** One thing wrong with a query, at its place (`where.title.equals`). */
export const fault = (path: string, code: FaultCode): Fault => ({ path, code, messages: FAULTS[code] })

const DATA_FAULTS = {
  'not-a-value': { fr: 'Cette valeur ne convient pas à ce champ.', en: 'This value does not suit this field.' },
  'too-deep': { fr: 'Ce contenu est imbriqué trop profondément.', en: 'This content is nested too deeply.' },
  'not-an-address': {
    fr: 'Un lien mène à une page du site, à une adresse web entière, à une adresse électronique ou à un numéro de téléphone.',
    en: 'A link leads to a page of the site, a whole web address, an e-mail address or a telephone number.',
  },
  'unknown-record': {
    fr: 'Ce qui est choisi ici n’existe pas ou n’existe plus\u00a0: choisissez autre chose.',
    en: 'What is chosen here does not exist, or no longer: choose something else.',
  },
  'a-text': FAULTS['a-text'],
  'a-list': FAULTS['a-list'],
  'unknown-field': FAULTS['unknown-field'],
  'unknown-block': FAULTS['unknown-block'],
} as const satisfies Record<string, Messages>

/** One thing wrong with what is sent, at its place (`layout.0.blockType`); `name` is what there is none of. */
export function dataFault(path: string, code: keyof typeof DATA_FAULTS, name = ''): Fault {
  const { fr, en } = DATA_FAULTS[code]
  return { path, code, messages: name === '' ? { fr, en } : { fr: `${fr} (${name})`, en: `${en} (${name})` } }
}

const refusal = (name: string, code: string, status: number, fr: string, en: string) =>
  new DomainError(name, code, status, { fr, en })

/** Everything wrong with a query string, at once. */
export const badQuery = (faults: readonly Fault[]) =>
  new DomainError(
    'QueryError',
    'bad-query',
    400,
    {
      fr: 'La recherche demandée n’est pas possible : corrigez les paramètres indiqués.',
      en: 'This query is not possible: correct the parameters listed.',
    },
    { faults },
  )

/** What is sent holds values of the wrong kind. */
export const badBody = (faults: readonly Fault[]) =>
  new DomainError(
    'BadRequest',
    'invalid',
    400,
    { fr: 'Des informations sont à corriger.', en: 'Some things need correcting.' },
    { faults },
  )

/** What is named in a document was there when it was looked at, and is no longer. */
export const goneMeanwhile = () =>
  new DomainError('BadRequest', 'invalid', 400, {
    fr: 'Un élément choisi dans ce formulaire n’existe plus\u00a0: rechargez la page, puis choisissez-en un autre.',
    en: 'Something chosen in this form no longer exists: reload the page and choose something else.',
  })

/** The path cannot be decoded. */
export const badPath = () =>
  refusal('BadRequest', 'bad-path', 400, 'Cette adresse est mal formée.', 'This address is malformed.')

/** There is nothing at this address. */
export const nothingHere = () =>
  refusal('NotFound', 'not-found', 404, 'Il n’y a rien à cette adresse.', 'There is nothing at this address.')

/** A method that no address answers. */
export const methodNotAllowed = () =>
  refusal(
    'MethodNotAllowed',
    'method-not-allowed',
    405,
    'Cette méthode n’est pas acceptée.',
    'This method is not accepted.',
  )

/** The only override is a POST read as a GET, its query in an urlencoded body. */
export const badMethodOverride = () =>
  refusal(
    'BadRequest',
    'bad-method-override',
    400,
    'Seule une requête POST dont le corps est un formulaire peut être lue comme un GET.',
    'Only a POST with a form as its body can be read as a GET.',
  )

/** A state change by session cookie from a page that is not ours. */
export const foreignOrigin = () =>
  refusal(
    'Forbidden',
    'foreign-origin',
    403,
    'Cette action doit partir d’une page de ce site.',
    'This action has to come from a page of this site.',
  )

/** What the panel alone has a use for. */
export const staffOnly = () =>
  refusal('Forbidden', 'forbidden', 403, 'Vous n’avez pas le droit de faire cela.', 'You are not allowed to do this.')

/** The first account is made on the command line. */
export const firstRegisterClosed = () =>
  refusal(
    'Forbidden',
    'closed',
    403,
    'Le premier compte se crée en ligne de commande (npm run create-admin).',
    'The first account is made on the command line (npm run create-admin).',
  )
