const TRANSIENT_CODES = new Set([24, 91, 112, 189, 246, 251, 10107, 11600, 11602, 13435])
const TRANSIENT_NAMES = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoPoolClearedOnNetworkError',
  'MongoServerSelectionError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
  'MongoWriteConcernError',
  'PoolClearedOnNetworkError',
  'WriteConflict',
])
const TRANSIENT_LABELS = ['TransientTransactionError', 'UnknownTransactionCommitResult', 'RetryableWriteError']

/** An error and what caused it, outermost first. */
function* chain(error: unknown): Generator<object> {
  let current = error
  for (let depth = 0; depth < 8 && typeof current === 'object' && current !== null; depth += 1) {
    yield current
    current = 'cause' in current ? current.cause : 'originalError' in current ? current.originalError : undefined
  }
}

/**
 * Whether a unit of work that failed with this error may be run again from its start: a write conflict,
 * a primary that died, a busy SQLite file. Judged by label, code or name along `cause`, since most
 * failures of a dying primary carry no label.
 */
export function isTransient(error: unknown): boolean {
  for (const each of chain(error)) {
    if ('hasErrorLabel' in each && typeof each.hasErrorLabel === 'function') {
      if (
        TRANSIENT_LABELS.some((label) =>
          Boolean(Reflect.apply(each.hasErrorLabel as (label: string) => boolean, each, [label])),
        )
      )
        return true
    }
    if ('code' in each && (TRANSIENT_CODES.has(Number(each.code)) || /^SQLITE_BUSY/.test(String(each.code))))
      return true
    if ('name' in each && TRANSIENT_NAMES.has(String(each.name))) return true
  }
  return false
}

/**
 * Whether an error says that a unique index was hit. Payload reports it as a ValidationError (400), and
 * the transaction is already rolled back; for a use-case it means that somebody was faster.
 */
export function isUniqueViolation(error: unknown): boolean {
  for (const each of chain(error)) {
    if ('code' in each && (each.code === 11000 || /^SQLITE_CONSTRAINT($|_UNIQUE|_PRIMARYKEY)/.test(String(each.code))))
      return true
    if ('name' in each && each.name === 'ValidationError' && 'message' in each) {
      const text = JSON.stringify('data' in each ? each.data : '') + String(each.message)
      if (/unique|unicité|déjà/i.test(text)) return true
    }
  }
  return false
}

/** Whether SQLite refused to name a record that does not exist: somebody has just deleted it. */
export function isDanglingReference(error: unknown): boolean {
  for (const each of chain(error)) {
    if ('extendedCode' in each && each.extendedCode === 'SQLITE_CONSTRAINT_FOREIGNKEY') return true
    if ('message' in each && /FOREIGN KEY constraint failed/.test(String(each.message))) return true
  }
  return false
}

/** Waits before attempt `attempt` (1 is the first repeat): up to 20 ms doubled each time, at most 640 ms, with jitter. */
export async function backOff(attempt: number): Promise<void> {
  const ceiling = Math.min(640, 20 * 2 ** (attempt - 1))
  await new Promise((resolve) => setTimeout(resolve, Math.random() * ceiling))
}

/**
 * Whether a transient error says that nothing was committed, so that even a creation may be run again. A network
 * error says nothing of the kind: the lost answer may have been the one to a commit that succeeded.
 */
export function nothingWasCommitted(error: unknown): boolean {
  for (const each of chain(error)) {
    if ('hasErrorLabel' in each && typeof each.hasErrorLabel === 'function') {
      if (Reflect.apply(each.hasErrorLabel as (label: string) => boolean, each, ['TransientTransactionError']))
        return true
    }
    if ('code' in each && (each.code === 112 || /^SQLITE_BUSY/.test(String(each.code)))) return true
    if ('name' in each && each.name === 'WriteConflict') return true
  }
  return false
}
