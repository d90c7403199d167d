import type { Messages } from '../lib/errors.ts'

/** What an error of Payload's becomes: its stable code and, where Payload has no French, its sentence. */
type Known = { code: string; messages?: Messages }

export const FORBIDDEN: Messages = {
  fr: 'Votre compte ne permet pas cette action.',
  en: 'Your account does not allow this action.',
}

/** Payload's errors by name. Without `messages` the error carries a sentence in the request's language already. */
export const BY_NAME: Readonly<Record<string, Known>> = {
  ValidationError: { code: 'invalid' },
  AuthenticationError: { code: 'bad-credentials' },
  LockedAuth: { code: 'account-locked' },
  UnverifiedEmail: { code: 'unverified-email' },
  MissingFile: { code: 'missing-file' },
  FileUploadError: { code: 'file-upload' },
  FileRetrievalError: { code: 'file-not-found' },
  NotFound: {
    code: 'not-found',
    messages: {
      fr: 'Cet enregistrement n’existe pas ou ne vous est pas accessible.',
      en: 'There is no such record, or you may not see it.',
    },
  },
  Forbidden: { code: 'forbidden', messages: FORBIDDEN },
  UnauthorizedError: {
    code: 'unauthorized',
    messages: { fr: 'Connectez-vous pour continuer.', en: 'Sign in to continue.' },
  },
  Locked: {
    code: 'locked',
    messages: {
      fr: 'Quelqu’un d’autre modifie ce document en ce moment.',
      en: 'Somebody else is editing this document right now.',
    },
  },
  QueryError: {
    code: 'bad-query',
    messages: {
      fr: 'Le filtre ou le tri demandé n’est pas possible.',
      en: 'This filter or sort order is not possible.',
    },
  },
}

/** What an error is called when only its status tells. */
export const CODE_BY_STATUS: Readonly<Record<number, string>> = {
  400: 'bad-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  409: 'conflict',
  413: 'too-large',
  415: 'unsupported-media-type',
  423: 'locked',
  429: 'too-many-requests',
  501: 'not-found',
  503: 'unavailable',
}

/** Sentences of Payload's that exist in English alone, by that sentence. */
export const BY_ENGLISH: Readonly<Record<string, { code: string; fr: string }>> = {
  'Invalid JSON': { code: 'bad-json', fr: 'Le corps de la requête n’est pas du JSON valide.' },
  'Missing required data.': { code: 'missing-data', fr: 'Des informations manquent.' },
  'Token is either invalid or has expired.': {
    code: 'bad-token',
    fr: 'Ce lien n’est plus valable : demandez-en un nouveau.',
  },
  'Verification token is invalid.': { code: 'bad-token', fr: 'Ce lien n’est plus valable : demandez-en un nouveau.' },
  'No User': { code: 'unauthorized', fr: 'Aucune session n’est ouverte.' },
  'Incorrect collection': { code: 'forbidden', fr: 'Votre session ne vaut pas ici.' },
  'File size limit has been reached': { code: 'too-large', fr: 'Ce fichier est trop volumineux.' },
}

/** What the reader of forms says of one that breaks off or is none; it comes without a status. */
export const BROKEN_FORM =
  /^(Unexpected end of form|Multipart: Boundary not found|Malformed (content type|part header)|Missing Content-Type|Unsupported content type)/

export const BAD_FORM: Messages = { fr: 'Le formulaire reçu est illisible.', en: 'The form received cannot be read.' }

export const INTERNAL: Messages = {
  fr: 'Une erreur est survenue de notre côté. Réessayez dans un instant ; si elle persiste, transmettez-nous le numéro de la requête (en-tête X-Request-Id).',
  en: 'Something went wrong on our side. Try again in a moment; if it persists, tell us the request number (X-Request-Id header).',
}

export const TRY_AGAIN: Messages = {
  fr: 'Le service est momentanément occupé. Réessayez dans un instant.',
  en: 'The service is busy for a moment. Please try again.',
}

export const TOO_MANY_RACES: Messages = {
  fr: 'Une autre opération sur le même enregistrement n’est pas terminée. Rien n’a été changé de votre part\u00a0: attendez une minute, rechargez la page et recommencez.',
  en: 'Another operation on the same record has not ended. Nothing of yours was changed: wait a minute, reload the page and try again.',
}

export const MUST_BE_UNIQUE: Messages = { fr: 'Cette valeur est déjà utilisée.', en: 'This value is already in use.' }
