import { setMaxListeners } from 'node:events'
import type { Payload } from 'payload'
import { setDatabaseClock } from '../db/database-clock.ts'
import { settingsOf } from '../lib/settings.ts'
import type { MailTransport } from '../mail/transport.ts'
import type { Message } from '../payload-types.ts'
import { registerSender } from '../record/wake.ts'
import {
  claimMessage,
  freeAbandoned,
  mendFarMoments,
  probeServer,
  wakeAfterOutage,
  type Busy,
} from './claim-message.ts'
import { deliver, type SendResult } from './deliver.ts'
import { errorFacts } from '../lib/error-facts.ts'

/** E-mails to one domain at the same time: a slow one leaves places to the others. */
const ONE_DOMAIN = 2

/** Bounded e-mails that one network caused, at the same time: whoever else applies need not wait for all of them. */
const ONE_NETWORK = 2

/** Milliseconds after which a sending counts as slow, and gives its place to another. */
const SLOW_MS = 15_000

/** Most e-mails on their way at the same time, slow ones too. */
const MOST = 24

/** Milliseconds between two looks at a mail server that is away. */
const PROBE_MS = 60_000

/** Milliseconds between two measurements of the database's clock, and two looks for moments that lie too far ahead. */
const CLOCK_MS = 60_000

/** Milliseconds that e-mails on their way have to end when the process stops, before their connections are cut. */
const GRACE_MS = 20_000

/** Milliseconds for what became of those that were cut to be written down. */
const LAST_WORDS_MS = 5_000

const ALIVE = Symbol.for('cpof.senders')

export type Sender = {
  /** A row may be due: look now. */
  poke: () => void
  /**
   * Claims nothing more, and resolves when what is being sent is sent and recorded. What is still on its way after 20
   * seconds is cut and owed again; within half a minute it is over in any case.
   */
  stop: () => Promise<void>
}

type Options = {
  payload: Payload
  transport: MailTransport
  /** Tells this sender from all others, of this process and of others. */
  instance: string
  /** Milliseconds between two looks at the table when nobody pokes. */
  interval?: number
  /** E-mails sent at the same time, slow ones aside. */
  parallel?: number
  /** Milliseconds that `stop` leaves to what is on its way. */
  grace?: number
  /** Milliseconds after which a sending counts as slow. */
  slow?: number
  /** Milliseconds between two renewals of a row's lease. */
  renewal?: number
}

type UnderWay = { row: Message; since: number }

/**
 * Starts sending what the outbox owes: at a poke, and by looking every second, since rows also become due with
 * time or are owed by other processes. With `MAIL=hold` nothing is claimed. Any number of senders may run on one
 * database. On SQLite, where no other process can be alive, rows that a killed one held are freed first.
 */
export function startSender({
  payload,
  transport,
  instance,
  interval = 1_000,
  parallel = 6,
  grace = GRACE_MS,
  slow = SLOW_MS,
  renewal,
}: Options): Sender {
  const inFlight = new Map<Promise<void>, UnderWay>()
  const alive = sendersOf(payload).add(instance)
  const cut = new AbortController()
  setMaxListeners(MOST, cut.signal)
  const { database, MAIL } = settingsOf(payload)
  const held = MAIL === 'hold'
  let freed = database !== 'sqlite'
  let stopped = false
  let again = false
  let pumping: Promise<void> | null = null
  // An earlier process may have met a server that was away.
  let away = true
  let probedAt = performance.now()
  let clockAt = -Infinity

  const noteServer = async (result: SendResult | undefined): Promise<void> => {
    if (result === 'away') away = true
    if (result !== 'sent' || !away) return
    away = false
    await wakeAfterOutage(payload)
  }

  const launch = async (): Promise<boolean> => {
    const row = await claimMessage(payload, instance, busyWith([...inFlight.values()].map((each) => each.row)))
    if (!row) return false
    const sending = deliver(payload, transport, row, { signal: cut.signal, ...(renewal ? { renewal } : {}) })
      .then(noteServer)
      .catch((error: unknown) => logFailure(payload, error))
      .finally(() => {
        inFlight.delete(sending)
        poke()
      })
    inFlight.set(sending, { row, since: performance.now() })
    return true
  }

  const hasRoom = (): boolean => {
    const quick = [...inFlight.values()].filter(({ since }) => performance.now() - since < slow)
    return !stopped && quick.length < parallel && inFlight.size < MOST
  }

  /** What is done now and then, whatever is due. */
  const tend = async (): Promise<void> => {
    if (performance.now() - clockAt >= CLOCK_MS) {
      await setDatabaseClock(payload)
      await mendFarMoments(payload)
      clockAt = performance.now()
    }
    if (away && performance.now() - probedAt >= PROBE_MS) {
      probedAt = performance.now()
      await probeServer(payload)
    }
  }

  const pump = async (): Promise<void> => {
    again = false
    await tend()
    if (!freed) await freeAbandoned(payload, alive)
    freed = true
    while (hasRoom() && (await launch()));
  }

  const poke = (): void => {
    again = true
    if (held || stopped || pumping) return
    pumping = pump()
      .catch((error: unknown) => logFailure(payload, error))
      .finally(() => {
        pumping = null
        if (again && hasRoom()) poke()
      })
  }

  const sender: Sender = {
    poke,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await atMost(Promise.resolve(pumping), grace)
      if (!(await atMost(Promise.all(inFlight.keys()), grace))) {
        payload.logger.warn({ msg: 'E-mails on their way are cut, since the server stops', count: inFlight.size })
        cut.abort()
        await atMost(Promise.all(inFlight.keys()), LAST_WORDS_MS)
      }
      alive.delete(instance)
      if (alive.size === 0) registerSender(payload, null)
    },
  }
  if (held)
    payload.logger.warn({
      msg: 'MAIL=hold, or a restored database: no e-mail leaves. What is owed stays owed until the server is started with MAIL=send, and with a restored database after "npm run release-mail".',
    })
  const timer = setInterval(poke, interval)
  registerSender(payload, sender)
  poke()
  return sender
}

/** Waits for something, but not longer. @returns whether it ended in time */
async function atMost(ending: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  const ended = await Promise.race([ending.then(() => true), late])
  clearTimeout(timer)
  return ended
}

/** The domains and networks with so many e-mails under way that the next has to be another's. */
function busyWith(rows: Iterable<Message>): Busy {
  const all = [...rows]
  return {
    domains: often(
      all.map(({ domain }) => domain),
      ONE_DOMAIN,
    ),
    networks: often(
      all.flatMap(({ capped, network }) => (capped && network ? [network] : [])),
      ONE_NETWORK,
    ),
  }
}

const often = (values: readonly string[], most: number): string[] =>
  [...new Set(values)].filter((each) => values.filter((value) => value === each).length >= most)

/** The senders of this process. */
function sendersOf(payload: Payload): Set<string> {
  const holder: Payload & { [ALIVE]?: Set<string> } = payload
  return (holder[ALIVE] ??= new Set())
}

function logFailure(payload: Payload, error: unknown): void {
  payload.logger.error({ msg: 'The outbox could not be worked on', ...errorFacts(error) })
}
