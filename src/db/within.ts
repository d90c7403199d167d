import { databaseUnavailable } from './unavailable.ts'

/**
 * What was asked of the database, where it comes in time.
 * @throws DomainError 503 `database-unavailable` when it takes longer; what comes later is nobody's
 */
export async function within<Result>(milliseconds: number, answer: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    // What has arrived while this process was busy itself is looked at first.
    timer = setTimeout(() => setImmediate(() => setImmediate(() => reject(databaseUnavailable()))), milliseconds)
  })
  answer.catch(() => {})
  late.catch(() => {})
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
