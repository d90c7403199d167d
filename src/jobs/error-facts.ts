/** What a log may hold of an error: its message is left out, since databases and servers repeat data in it. */
export function errorFacts(error: unknown): { error: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error }
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line))?.trim()
  return { error: error.name, ...('code' in error ? { code: String(error.code) } : {}), ...(frame ? { at: frame } : {}) }
}
