import { issueAt } from '../input/issue.ts'
import { DomainError, type Issue } from '../lib/errors.ts'

/** One thing wrong with what is sent, at its place (`layout.0.blockType`); `name` is what there is none of. */
export function namedIssue(path: string, code: Parameters<typeof issueAt>[1], name: string): Issue {
  const found = issueAt(path, code)
  const { fr, en } = found.messages
  return name === '' ? found : { ...found, messages: { fr: `${fr} (${name})`, en: `${en} (${name})` } }
}

const refusal = (name: string, code: string, status: number, fr: string, en: string) =>
  new DomainError(name, code, status, { fr, en })

/** Everything wrong with a query string, at once. */
export const badQuery = (issues: readonly Issue[]) =>
  new DomainError(
    'QueryError',
    'bad-query',
    400,
    {
      fr: 'La recherche demandée n’est pas possible : corrigez les paramètres indiqués.',
      en: 'This query is not possible: correct the parameters listed.',
    },
    { issues },
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

/** There is something at this address, for other methods. */
export const methodNotAllowed = (allow: readonly string[] = []) =>
  new DomainError(
    'MethodNotAllowed',
    'method-not-allowed',
    405,
    {
      fr: 'Cette méthode n’est pas acceptée.',
      en: 'This method is not accepted.',
    },
    { extra: allow.length > 0 ? { allow } : {} },
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
