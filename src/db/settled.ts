import type { Payload } from 'payload'

const SETTLED = Symbol.for('cpof.settled')

type Step = () => Promise<void>
/** What is done once a transaction has ended, by how it did. */
export type Settled = { committed?: Step; rolledBack?: Step }

type Adapter = Pick<Payload['db'], 'commitTransaction' | 'rollbackTransaction'> & { [SETTLED]?: Map<string, Settled[]> }

/**
 * Has something done once the transaction of a request has ended: a disk and a bucket do not roll back by themselves.
 * Nothing is done where nobody knows how it ended (a commit that was not answered).
 */
export function onceSettled(
  { db, logger }: Pick<Payload, 'db' | 'logger'>,
  transaction: string | number,
  settled: Settled,
): void {
  const adapter: Adapter = db
  const steps = (adapter[SETTLED] ??= watch(adapter, logger))
  const id = String(transaction)
  steps.set(id, [...(steps.get(id) ?? []), settled])
}

/** To be called before the first transaction: from then on it is known how each ends. */
export function watchTransactions({ db, logger }: Pick<Payload, 'db' | 'logger'>): void {
  const adapter: Adapter = db
  adapter[SETTLED] ??= watch(adapter, logger)
}

function watch(adapter: Adapter, logger: Payload['logger']): Map<string, Settled[]> {
  const waiting = new Map<string, Settled[]>()
  const { commitTransaction, rollbackTransaction } = adapter
  const end = async (id: unknown, how: keyof Settled) => {
    const steps = waiting.get(String(id)) ?? []
    waiting.delete(String(id))
    for (const step of steps) {
      try {
        await step[how]?.()
      } catch (error) {
        logger.warn({ err: error, msg: 'What a transaction left could not be cleared away' })
      }
    }
  }
  adapter.commitTransaction = async (given) => {
    const id = await given
    try {
      await commitTransaction.call(adapter, id)
    } catch (error) {
      // Our adapters' word for a transaction that had been rolled back; any other failure may be an unheard success.
      if (error instanceof Error && /rolled back before its commit/.test(error.message)) await end(id, 'rolledBack')
      else waiting.delete(String(id))
      throw error
    }
    await end(id, 'committed')
  }
  adapter.rollbackTransaction = async (given) => {
    const id = await given
    await rollbackTransaction.call(adapter, id)
    await end(id, 'rolledBack')
  }
  return waiting
}
