const TURNS = Symbol.for('cpof.turns')

/** How long one waits for one's turn; then one goes all the same, since a turn only spares lost races. */
const LONGEST_WAIT_MS = 15_000

type WithTurns = { [TURNS]?: Map<string, Promise<void>> }

/**
 * Lets what concerns one record in this process happen one after the other, in the order in which it was asked.
 * It spares units of work the races that they would lose against each other on MongoDB; what holds against
 * other processes is the conditional update. Not to be nested for the same record.
 */
export async function inTurn<Result>(payload: object, record: string, run: () => Promise<Result>): Promise<Result> {
  const holder: WithTurns = payload
  const turns = (holder[TURNS] ??= new Map<string, Promise<void>>())
  const before = turns.get(record)
  const mine = before ? atMost(before).then(run) : run()
  const ended = mine.then(
    () => undefined,
    () => undefined,
  )
  turns.set(record, ended)
  try {
    return await mine
  } finally {
    if (turns.get(record) === ended) turns.delete(record)
  }
}

async function atMost(before: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([
    before,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, LONGEST_WAIT_MS)
      timer.unref()
    }),
  ])
  clearTimeout(timer)
}
