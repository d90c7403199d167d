/**
 * The surroundings keep the process from starting: a file that is no database, a disk without room, a bucket that is
 * not there. The message is the sentence to show, without a stack. Known by its `code`, never by `instanceof`.
 */
export class StartRefused extends Error {
  override name = 'StartRefused'
  readonly code = 'start-refused'
}

/** The innermost reason of an error: what the system or the driver said first. */
export function firstCause(error: unknown): unknown {
  let inner = error
  for (
    let depth = 0;
    depth < 8 && inner instanceof Error && inner.cause !== undefined && inner.cause !== null;
    depth += 1
  )
    inner = inner.cause
  return inner
}

/** The message of the innermost cause of an error, in one line. */
export function firstReason(error: unknown): string {
  const cause = firstCause(error)
  return cause instanceof Error ? cause.message : String(cause)
}
