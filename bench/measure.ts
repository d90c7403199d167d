import autocannon from 'autocannon'

export const CONNECTIONS = 20
/** Odd, so that there is one in the middle. */
const ROUNDS = 3

/** One way of doing something, as it is asked for. */
export type Way = {
  url: string
  post?: () => string
  /** Path of each request, where they are not all the same. */
  path?: () => string
  /** How many requests a round makes, where one takes so long that a few seconds would cut off too many. */
  amount?: number
}

export type Measured = {
  /** Requests answered in a second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Answers that were not a success. */
  failed: number
}

/** Asks from twenty connections at once, for so many seconds or so many times. */
export async function round({ url, post, path, amount }: Way, seconds: number): Promise<Measured> {
  const { requests, duration, latency, non2xx, errors } = await autocannon({
    url,
    connections: CONNECTIONS,
    ...(amount === undefined ? { duration: seconds } : { amount }),
    ...(path ? { requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }] } : {}),
    ...(post
      ? {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          requests: [{ setupRequest: (request) => ({ ...request, body: post() }) }],
        }
      : {}),
  })
  return { rate: requests.total / duration, p50: latency.p50, p99: latency.p99, failed: non2xx + errors }
}

/** The middle one of some numbers. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const together = (rounds: readonly Measured[]): Measured => ({
  rate: median(rounds.map(({ rate }) => rate)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
  failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
})

export type Compared = { ours: Measured; other: Measured; ratio: number }

/**
 * Measures two ways in turns, after a warm-up of each, so that a busy moment of the machine meets both. The ratio is the
 * median of those of the turns.
 */
export async function sideBySide(ours: Way, other: Way, seconds: number): Promise<Compared> {
  const turns: { ours: Measured; other: Measured }[] = []
  for (const way of [ours, other]) await round({ ...way, ...(way.amount ? { amount: CONNECTIONS } : {}) }, 1)
  for (let turn = 0; turn < ROUNDS; turn += 1)
    turns.push({ ours: await round(ours, seconds), other: await round(other, seconds) })
  return {
    ours: together(turns.map((turn) => turn.ours)),
    other: together(turns.map((turn) => turn.other)),
    ratio: median(turns.map((turn) => turn.ours.rate / turn.other.rate)),
  }
}
