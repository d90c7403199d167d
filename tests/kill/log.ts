/** What the log holds that it should not: lines that are errors, or that are none of ours. A line that was cut off is not one. */
export function complaintsIn(log: string): string[] {
  const lines = log
    .slice(0, log.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
  return lines.filter((line) => !isHarmless(line))
}

/** What Next says at each start. */
const OF_NEXT = /^✓ Running next\.config/

function isHarmless(line: string): boolean {
  if (OF_NEXT.test(line)) return true
  try {
    const entry: unknown = JSON.parse(line)
    return (
      typeof entry === 'object' &&
      entry !== null &&
      'level' in entry &&
      entry.level !== 'error' &&
      entry.level !== 'fatal'
    )
  } catch {
    return false
  }
}
