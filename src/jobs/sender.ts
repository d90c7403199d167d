import type { Payload } from 'payload'
import { settingsOf } from '../lib/settings.ts'
import type { MailTransport } from '../mail/transport.ts'
import type { Message } from '../payload-types.ts'
import { registerSender } from '../record/wake.ts'
import { claimMessage, freeAbandoned, type Busy } from './claim-message.ts'
import { deliver } from './deliver.ts'
import { errorFacts } from './error-facts.ts'

/** E-mails to one domain at the same time: a slow one leaves places to the others. */
const ONE_DOMAIN = 2

/** Bounded e-mails that one network caused, at the same time: whoever else applies need not wait for all of them. */
const ONE_NETWORK = 2

const ALIVE = Symbol.for('cpof.senders')

export type Sender = {
  /** A row may be due: look now. */
  poke: () => void
  /** Claims nothing more, and resolves when what is being sent is sent and recorded. */
  stop: () => Promise<void>
}

type Options = {
  payload: Payload
  transport: MailTransport
  /** Tells this sender from all others, of this process and of others. */
  instance: string
  /** Milliseconds between two looks at the table when nobody pokes. */
  interval?: number
  /** E-mails sent at the same time. */
  parallel?: number
}

/**
 * Starts sending what the outbox owes: at a poke, and by looking every second, since rows also become due with
 * time or are owed by other processes. With `MAIL=hold` nothing is claimed. Any number of senders may run on one database. On SQLite, where no
 * other process can be alive, rows that a killed one held are freed first.
 */
export function startSender({ payload, transport, instance, interval = 1_000, parallel = 6 }: Options): Sender {
  const inFlight = new Map<Promise<void>, Message>()
  const alive = sendersOf(payload).add(instance)
  const { database, MAIL } = settingsOf(payload)
  const held = MAIL === 'hold'
  let freed = database !== 'sqlite'
  let stopped = false
  let again = false
  let pumping: Promise<void> | null = null

  const launch = async (): Promise<boolean> => {
    const row = await claimMessage(payload, instance, busyWith(inFlight.values()))
    if (!row) return false
    const sending = deliver(payload, transport, row)
      .catch((error: unknown) => logFailure(payload, error))
      .finally(() => {
        inFlight.delete(sending)
        poke()
      })
    inFlight.set(sending, row)
    return true
  }

  const hasRoom = (): boolean => !stopped && inFlight.size < parallel

  const pump = async (): Promise<void> => {
    again = false
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
      await pumping
      await Promise.all(inFlight.keys())
      alive.delete(instance)
      if (alive.size === 0) registerSender(payload, null)
    },
  }
  if (held) payload.logger.warn({ msg: 'MAIL=hold: no e-mail leaves. What is owed stays owed until the server is started with MAIL=send.' })
  const timer = setInterval(poke, interval)
  registerSender(payload, sender)
  poke()
  return sender
}

/** Whom so many e-mails are under way to, or bounded ones from, that the next must be somebody else's. */
function busyWith(rows: Iterable<Message>): Busy {
  const all = [...rows]
  return {
    domains: often(all.map(({ domain }) => domain), ONE_DOMAIN),
    networks: often(all.flatMap(({ capped, network }) => (capped && network ? [network] : [])), ONE_NETWORK),
  }
}

const often = (values: readonly string[], most: number): string[] => [...new Set(values)].filter((each) => values.filter((value) => value === each).length >= most)

/** The senders of this process. */
function sendersOf(payload: Payload): Set<string> {
  const holder: Payload & { [ALIVE]?: Set<string> } = payload
  return (holder[ALIVE] ??= new Set())
}

function logFailure(payload: Payload, error: unknown): void {
  payload.logger.error({ msg: 'The outbox could not be worked on', ...errorFacts(error) })
}
