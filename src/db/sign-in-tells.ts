import type { AuthStrategyFunctionArgs, AuthStrategyResult, Payload } from 'payload'
import { withFailedReads } from './failed-reads.ts'
import { databaseUnavailable, isUnavailable } from './unavailable.ts'
import { within } from './within.ts'

/** Who somebody is is one look at a row. */
const LONGEST_LOOK_MS = 5_000

type AuthStrategy = Payload['authStrategies'][number]

/** Hangs on payload. Payload's REST handler breaks down on an error of signing in, and throws one of its own in its place. */
const FAILURES = Symbol.for('cpof.sign-in-failures')

type WithFailures = { [FAILURES]?: WeakMap<object, unknown> }

const failuresOf = (payload: object): WeakMap<object, unknown> => {
  const holder: WithFailures = payload
  return (holder[FAILURES] ??= new WeakMap())
}

/** Why it could not be known who made a request, by its headers; undefined where it was known. */
export const signInFailure = (payload: object, headers: Headers): unknown => failuresOf(payload).get(headers)

/**
 * Makes signing in say that the database is away. Payload takes the error of a strategy for nobody: whoever holds a
 * valid session would be told to sign in (401), that they may not (403), or shown what anybody may see.
 */
export function tellWhenSignInFails(payload: Payload): void {
  payload.authStrategies = payload.authStrategies.map((strategy) => ({
    ...strategy,
    authenticate: (args) => looked(payload, strategy, args),
  }))
}

type Looked = { result: AuthStrategyResult; error: unknown }

async function looked(
  payload: Payload,
  { authenticate }: AuthStrategy,
  args: AuthStrategyFunctionArgs,
): Promise<AuthStrategyResult> {
  const { result, error } = await within(
    LONGEST_LOOK_MS,
    look(payload, () => authenticate(args)),
  ).catch((late: unknown): Looked => {
    if (isUnavailable(late)) return { result: { user: null }, error: late }
    throw late
  })
  if (result.user !== null || error === undefined) return result
  const failure = databaseUnavailable(error)
  failuresOf(payload).set(args.headers, failure)
  return unanswered(failure)
}

/** One strategy throws what the database threw, another makes nobody of it. */
async function look(
  payload: Payload,
  authenticate: () => AuthStrategyResult | Promise<AuthStrategyResult>,
): Promise<Looked> {
  let thrown: Error | undefined
  const { result, error } = await withFailedReads(payload, async (): Promise<AuthStrategyResult> => {
    try {
      return await authenticate()
    } catch (cause) {
      thrown = cause instanceof Error ? cause : new Error(String(cause))
      return { user: null }
    }
  })
  const failure = error ?? (isUnavailable(thrown) ? thrown : undefined)
  if (thrown !== undefined && failure === undefined) throw thrown
  return { result, error: failure }
}

/** What is thrown by a strategy Payload swallows (executeAuthStrategies); what is thrown where its answer is read, it does not. */
const unanswered = (failure: Error): AuthStrategyResult =>
  Object.defineProperty({ user: null }, 'user', {
    get: () => {
      throw failure
    },
  })
