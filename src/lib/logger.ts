import { pino, type Logger, type LoggerOptions } from 'pino'

type Cause = { type: string; code?: string; message: string }
type Serialised = Cause & { status?: number; stack?: string; causes?: Cause[] }

/** As many errors behind an error are told; a longer chain is one that leads back to itself. */
const MOST_CAUSES = 6

/**
 * A text without what it may say of a person: addresses, the values of a failed statement, the key of a duplicate.
 * Drivers put all of these into the messages of their errors.
 */
export function withoutPersonalData(text: string): string {
  return text
    .replace(/\bparams:[\s\S]*?(?=\n\s+at |$)/g, 'params: …')
    .replace(/\bdup key: \{[^}]*\}/g, 'dup key: …')
    .replace(/[^\s"'<>(){},;:=/]+@[^\s"'<>(){},;:=/]+\.\p{L}{2,}/gu, '…@…')
}

const factsOf = (error: Error): Cause => ({
  type: error.name,
  ...('code' in error && ['string', 'number'].includes(typeof error.code) ? { code: String(error.code) } : {}),
  message: withoutPersonalData(error.message),
})

/** The causes of an error, each the cause of the one before; the last one happened first. */
function causesOf(error: Error): Error[] {
  const causes: Error[] = []
  let inner: unknown = error.cause
  while (inner instanceof Error && causes.length < MOST_CAUSES) {
    causes.push(inner)
    inner = inner.cause
  }
  return causes
}

function serialiseError(error: unknown): Serialised | string {
  if (!(error instanceof Error)) return withoutPersonalData(String(error))
  const causes = causesOf(error)
  return {
    ...factsOf(error),
    ...('status' in error && typeof error.status === 'number' ? { status: error.status } : {}),
    ...(error.stack ? { stack: withoutPersonalData(error.stack) } : {}),
    ...(causes.length > 0 ? { causes: causes.map(factsOf) } : {}),
  }
}

/** An error in one line, with what happened first. */
function inOneLine(error: Error): string {
  const first = causesOf(error).at(-1)
  const said = withoutPersonalData(error.message)
  return first && !error.message.includes(first.message) ? `${said}: ${withoutPersonalData(first.message)}` : said
}

/** Two writers met and one has to begin again: it does, and whoever is woken by errors need not know. */
const isConflict = (error: unknown): boolean =>
  error instanceof Error &&
  [error, ...causesOf(error)].some(
    (each) =>
      each.name === 'WriteConflict' ||
      ('code' in each && each.code === 112) ||
      /\bWriteConflict\b|\bWrite conflict\b/.test(each.message),
  )

/** Errors of a refused start, which the command tells in a sentence, and the lines that Payload logs of them. */
const isToldAtStart = (given: unknown, error: unknown): boolean =>
  (error instanceof Error && 'code' in error && error.code === 'start-refused') ||
  (typeof given === 'object' &&
    given !== null &&
    'msg' in given &&
    typeof given.msg === 'string' &&
    /^Error: cannot connect to (MongoDB|SQLite)/.test(given.msg))

const errorIn = (given: unknown): unknown =>
  typeof given === 'object' && given !== null && 'err' in given ? given.err : given

/** Whether what is logged is the refusal of a request, which is the caller's mistake and not ours. */
const isRefusal = (given: unknown): boolean => {
  const error = errorIn(given)
  return error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500
}

const ERROR_LEVEL = 50

/**
 * The log: one JSON object a line. Errors keep their name, code and stack and lose everything else they carry,
 * and what Payload reports of refused requests, of write conflicts and of a start that is refused is for debugging.
 */
export function createLogger(level: string, destination?: { write: (line: string) => void }): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: {
      err: serialiseError,
      error: (given: unknown) => (given instanceof Error ? serialiseError(given) : given),
    },
    hooks: {
      logMethod(args, method, methodLevel) {
        const [first, ...others] = args
        const error = errorIn(first)
        if (methodLevel >= ERROR_LEVEL && (isRefusal(first) || isConflict(error) || isToldAtStart(first, error))) {
          if (this.isLevelEnabled('debug')) this.debug({ err: error })
        } else if (error instanceof Error && others.length === 0) {
          // Pino would otherwise take the error's own message, as it is, for the line's.
          method.apply(this, [first instanceof Error ? { err: first } : first, inOneLine(error)])
        } else method.apply(this, args)
      },
    },
  }
  return destination ? pino(options, destination) : pino(options)
}
