import type { Payload } from 'payload'
import type { MailTransport } from '../mail/transport.ts'
import type { Message } from '../payload-types.ts'
import { claimMessage, probeServer, wakeAfterOutage, type Busy } from './claim-message.ts'
import { deliver, type SendResult } from './deliver.ts'
import { often, startPump, type Pace, type Sender } from './pump.ts'
import { LONGEST_WAIT_MS } from './retry-plan.ts'

export type { Sender } from './pump.ts'

/** E-mails to one domain at the same time: a slow one leaves places to the others. */
const ONE_DOMAIN = 2

/** Bounded e-mails that one network caused, at the same time: whoever else applies need not wait for all of them. */
const ONE_NETWORK = 2

/** Milliseconds between two looks at a mail server that is away. */
const PROBE_MS = 60_000

type Options = Pace & {
  payload: Payload
  transport: MailTransport
  /** Tells this sender from all others, of this process and of others. */
  instance: string
  /** Milliseconds between two renewals of a row's lease. */
  renewal?: number
}

/** Starts sending the e-mails that the outbox owes, by the rules of every pump. */
export function startSender({ payload, transport, instance, renewal, ...pace }: Options): Sender {
  // An earlier process may have met a server that was away.
  let away = true
  let probedAt = performance.now()

  const noteServer = async (result: SendResult): Promise<void> => {
    if (result === 'away') away = true
    if (result !== 'sent' || !away) return
    away = false
    await wakeAfterOutage(payload)
  }

  return startPump<Message>({
    ...pace,
    payload,
    collection: 'messages',
    instance,
    longestWait: LONGEST_WAIT_MS,
    claim: (underWay) => claimMessage(payload, instance, busyWith(underWay)),
    work: async (row, signal) =>
      noteServer(await deliver(payload, transport, row, { signal, ...(renewal ? { renewal } : {}) })),
    tend: async () => {
      if (!away || performance.now() - probedAt < PROBE_MS) return
      probedAt = performance.now()
      await probeServer(payload)
    },
    says: {
      held: 'MAIL=hold, or a restored database: no e-mail leaves. What is owed stays owed until the server is started with MAIL=send, and with a restored database after "npm run release-mail".',
      cut: 'E-mails on their way are cut, since the server stops',
      failed: 'The outbox could not be worked on',
    },
  })
}

/** The domains and networks with so many e-mails under way that the next has to be another's. */
const busyWith = (rows: readonly Message[]): Busy => ({
  domains: often(
    rows.map(({ domain }) => domain),
    ONE_DOMAIN,
  ),
  networks: often(
    rows.flatMap(({ capped, network }) => (capped && network ? [network] : [])),
    ONE_NETWORK,
  ),
})
