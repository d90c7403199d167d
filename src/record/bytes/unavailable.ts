import { DomainError } from '../../lib/errors.ts'

/** The store of files does not answer: for the one request that needs it, and nothing else. */
export function filesUnavailable(cause?: unknown): DomainError {
  const error = new DomainError(
    'Unavailable',
    'files-unavailable',
    503,
    {
      fr: 'Les fichiers ne peuvent être ni déposés ni lus en ce moment. Attendez quelques secondes, puis recommencez\u00a0: rien n’a été enregistré.',
      en: 'Files can be neither stored nor read at the moment. Wait a few seconds and try again: nothing was recorded.',
    },
    { extra: { retryAfter: 10 } },
  )
  if (cause !== undefined) error.cause = cause
  return error
}
