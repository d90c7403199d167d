import { DomainError } from '../lib/errors.ts'

/** What the driver of MongoDB calls a server that cannot be reached, or that answers nothing any more. */
const NAMES = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoPoolClearedOnNetworkError',
  'MongoServerSelectionError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
  'MongooseServerSelectionError',
  'PoolClearedOnNetworkError',
])

/** A server that is no primary any more, or not yet; that shuts down; that has given up a query for its time. */
const CODES = new Set([50, 89, 91, 189, 262, 10107, 11600, 11602, 13435, 13436])

/** A file that cannot be read or written as it stands, a disk that is full, a connection that is closed. */
const SQLITE = /^(SQLITE_(IOERR|FULL|READONLY|CORRUPT|NOTADB|CANTOPEN|PROTOCOL|NOMEM)|CLIENT_CLOSED)/

/** How deep an error's causes are looked into. */
const DEEPEST = 8

function says(error: object): boolean {
  if ('code' in error && (CODES.has(Number(error.code)) || SQLITE.test(String(error.code)))) return true
  if ('name' in error && NAMES.has(String(error.name))) return true
  // Mongoose keeps what it is asked while it is not connected, and gives up in words of its own.
  return 'message' in error && /buffering timed out|client is closed/i.test(String(error.message))
}

/** Whether an error says that the database is away: that it answered nothing, and not that it refused something. */
export function isUnavailable(error: unknown): boolean {
  let current = error
  for (let depth = 0; depth < DEEPEST && typeof current === 'object' && current !== null; depth += 1) {
    if ('code' in current && current.code === CODE) return true
    if (says(current)) return true
    current = 'cause' in current ? current.cause : 'originalError' in current ? current.originalError : undefined
  }
  return false
}

const CODE = 'database-unavailable'

/** Seconds after which it is worth while to ask again. */
const RETRY_AFTER = 5

/**
 * The database is away. That is nobody's fault who asks: never a refusal of theirs (401, 403), nobody, or nothing.
 * @param cause what the driver said, for the log
 */
export function databaseUnavailable(cause?: unknown): DomainError {
  const error = new DomainError(
    'Unavailable',
    CODE,
    503,
    {
      fr: 'Le service ne joint pas sa base de données en ce moment. Attendez quelques secondes, puis recommencez\u00a0: ce que vous venez d’envoyer n’a peut-être pas été enregistré.',
      en: 'The service cannot reach its database at the moment. Wait a few seconds and try again: what you have just sent may not have been recorded.',
    },
    { extra: { retryAfter: RETRY_AFTER } },
  )
  if (cause !== undefined) error.cause = cause
  return error
}
