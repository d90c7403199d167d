const KEY = Symbol.for('cpof.afterwards')

type Holder = { [KEY]?: Set<Promise<void>> }
type Owner = { logger: { error: (entry: object) => void } }

/**
 * Does something after the answer: whoever waits for the answer learns nothing from how long it takes. A failure is
 * logged under its code.
 * @param owner Payload's instance, which both bundles share
 */
export function afterwards(owner: Owner & Holder, what: string, task: () => Promise<unknown>): void {
  const running = (owner[KEY] ??= new Set())
  const run = new Promise<void>((resolve) => setImmediate(resolve))
    .then(task)
    .then(
      () => undefined,
      (error: unknown) =>
        owner.logger.error({
          msg: 'What follows an answer failed',
          what,
          error:
            error instanceof Error && 'code' in error ? error.code : error instanceof Error ? error.name : typeof error,
        }),
    )
    .finally(() => running.delete(run))
  running.add(run)
}

/** Resolves when nothing is left to be done afterwards: before the process ends. */
export async function settleAfterwards(owner: object): Promise<void> {
  const holder: object & Holder = owner
  while (holder[KEY] && holder[KEY].size > 0) await Promise.all(holder[KEY])
}
