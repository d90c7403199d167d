import autocannon from 'autocannon'

const CONNECTIONS = 20
const ROUNDS = 2

/** One way of doing something, as it is asked for. */
export type Way = {
  url: string
  post?: () => string
  /** How many requests a round makes, where one takes so long that a few seconds would cut off too many. */
  amount?: number
}

export type Measured = {
  /** Requests answered in a second, the mean of the rounds. */
  rate: number
  /** Milliseconds: the better round's. */
  p50: number
  p99: number
  /** Answers that were not a success, of all rounds. */
  failed: number
}

async function round({ url, post, amount }: Way, seconds: number): Promise<Measured> {
  const { requests, duration, latency, non2xx, errors } = await autocannon({
    url,
    connections: CONNECTIONS,
    ...(amount === undefined ? { duration: seconds } : { amount }),
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

const together = (rounds: readonly Measured[]): Measured => ({
  rate: rounds.reduce((sum, { rate }) => sum + rate, 0) / rounds.length,
  p50: Math.min(...rounds.map(({ p50 }) => p50)),
  p99: Math.min(...rounds.map(({ p99 }) => p99)),
  failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
})

/** Measures two ways in turns, after a warm-up of each, so that a busy moment of the machine meets both. */
export async function sideBySide(ours: Way, bare: Way, seconds: number): Promise<{ ours: Measured; bare: Measured }> {
  const measured: { ours: Measured[]; bare: Measured[] } = { ours: [], bare: [] }
  for (const way of [ours, bare]) await round({ ...way, ...(way.amount ? { amount: CONNECTIONS } : {}) }, 1)
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    measured.ours.push(await round(ours, seconds))
    measured.bare.push(await round(bare, seconds))
  }
  return { ours: together(measured.ours), bare: together(measured.bare) }
}
