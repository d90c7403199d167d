/** Errors of the system that say by themselves what is wrong with the surroundings, in words for who starts this. */
const SYSTEM: Readonly<Record<string, string>> = {
  EACCES: 'no right to use it',
  EPERM: 'no right to use it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EMFILE: 'too many files are open',
  ENOTDIR: 'a part of the path is no folder',
}

/** Codes of ours whose message is the sentence. */
const OURS: ReadonlySet<string> = new Set(['database-in-use', 'start-refused'])

/**
 * The sentence in which a starting server or command tells an error of its surroundings, without a stack; null for any
 * other, which is a fault of ours.
 */
export function plainSentence(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (error.name === 'ConfigurationError') return error.message
  const code: unknown = 'code' in error ? error.code : undefined
  if (typeof code !== 'string') return null
  if (OURS.has(code)) return error.message
  const place = 'path' in error && typeof error.path === 'string' ? error.path : null
  return SYSTEM[code] && place ? `${place}: ${SYSTEM[code]} (${code}). Nothing was changed.` : null
}
