const CLOCK = Symbol.for('cpof.clock')

type ClockHolder = { [CLOCK]?: () => Date }

const holder = globalThis as typeof globalThis & ClockHolder

/**
 * The present moment, the only one that domain code may ask for. The clock hangs on `globalThis`
 * because the panel's bundle has its own copy of every module.
 */
export function now(): Date {
  return holder[CLOCK]?.() ?? new Date()
}

/** Sets the clock (sample data, tests); `null` gives the machine's own back. */
export function setClock(clock: (() => Date) | null): void {
  if (clock) holder[CLOCK] = clock
  else delete holder[CLOCK]
}
