import { firstCause } from './start-refused.ts'

/** Errors of the system or of SQLite whose messages hold no data and matter to an operator: a full disk, a missing right. */
function surroundings(error: Error): string | null {
  const first = firstCause(error)
  if (!(first instanceof Error) || !('code' in first)) return null
  return /^(SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|ERROR)|E[A-Z]+$)/.test(String(first.code))
    ? `${String(first.code)}: ${first.message}`
    : null
}

/** The facts of an error that a log may hold: its message is left out, since databases and servers repeat data in it. */
export function errorFacts(error: unknown): { error: string; code?: string; at?: string; cause?: string } {
  if (!(error instanceof Error)) return { error: typeof error }
  const cause = surroundings(error)
  const frame = error.stack
    ?.split('\n')
    .find((line) => /^\s+at /.test(line))
    ?.trim()
  return {
    error: error.name,
    ...('code' in error ? { code: String(error.code) } : {}),
    ...(frame ? { at: frame } : {}),
    ...(cause ? { cause } : {}),
  }
}
