import { format, stripVTControlCharacters } from 'node:util'
import type { Logger } from 'pino'
import { withoutPersonalData } from '../lib/logger.ts'

const LONGEST = 500
/** Addresses within a printed line: they may hold tokens. */
const ADDRESS = /(?:\b[a-z][a-z+.-]*:\/\/|(?<![\w.])\/)[^\s'"<>(){}]+/gi
/** Errors of a caller that has gone: no fault of the server. */
const GONE: ReadonlySet<unknown> = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE', 'ABORT_ERR'])

const LEVELS = { log: 'info', info: 'info', debug: 'debug', warn: 'warn', error: 'error', trace: 'debug' } as const

/** The first line of what is printed, without colours, addresses and people. */
const oneLine = (given: readonly unknown[]): string => {
  const texts = given.map((each) => (each instanceof Error ? each.message : each))
  const [line = ''] = stripVTControlCharacters(format(...texts))
    .trim()
    .split(/[\r\n]/)
  return withoutPersonalData(line.replace(ADDRESS, '…')).slice(0, LONGEST)
}

/**
 * Leads what libraries print by `console` into the log, a line of JSON each: Next prints what it was asked for, and
 * traces of many lines.
 * @returns what gives the console back
 */
export function consoleIntoLog(logger: Logger, target: Pick<Console, keyof typeof LEVELS> = console): () => void {
  const before = { ...target }
  for (const name of Object.keys(LEVELS) as (keyof typeof LEVELS)[]) {
    before[name] = target[name]
    target[name] = (...given: unknown[]) => {
      const error = given.find((each) => each instanceof Error)
      const code: unknown = error && 'code' in error ? error.code : undefined
      const msg = oneLine(given)
      if (msg === '' && !error) return
      const level = GONE.has(code) ? 'debug' : LEVELS[name]
      // Where it came from is in the stack, whose first lines say the message again.
      const stack = error?.stack
        ?.split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 12)
        .join('\n')
      logger[level]({
        from: 'console',
        ...(error ? { error: error.name } : {}),
        ...(typeof code === 'string' ? { code } : {}),
        ...(stack ? { stack } : {}),
        msg,
      })
    }
  }
  return () => {
    for (const name of Object.keys(LEVELS) as (keyof typeof LEVELS)[]) target[name] = before[name]
  }
}
