import { pino, type Logger, type LoggerOptions } from 'pino'

type Serialised = { type: string; code?: string; status?: number; message: string; stack?: string }

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

function serialiseError(error: unknown): Serialised | string {
  if (!(error instanceof Error)) return withoutPersonalData(String(error))
  return {
    type: error.name,
    ...('code' in error && ['string', 'number'].includes(typeof error.code) ? { code: String(error.code) } : {}),
    ...('status' in error && typeof error.status === 'number' ? { status: error.status } : {}),
    message: withoutPersonalData(error.message),
    ...(error.stack ? { stack: withoutPersonalData(error.stack) } : {}),
  }
}

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
 * and what Payload reports of refused requests is for debugging.
 */
export function createLogger(level: string, destination?: { write: (line: string) => void }): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: serialiseError, error: (given: unknown) => (given instanceof Error ? serialiseError(given) : given) },
    hooks: {
      logMethod(args, method, methodLevel) {
        const [first, ...others] = args
        const error = errorIn(first)
        if (methodLevel >= ERROR_LEVEL && isRefusal(first)) {
          if (this.isLevelEnabled('debug')) this.debug({ err: error })
        } else if (error instanceof Error && others.length === 0) {
          // Pino would otherwise take the error's own message, as it is, for the line's.
          method.apply(this, [first instanceof Error ? { err: first } : first, withoutPersonalData(error.message)])
        } else method.apply(this, args)
      },
    },
  }
  return destination ? pino(options, destination) : pino(options)
}
