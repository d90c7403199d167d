import type { Payload } from 'payload'

const SENDERS = Symbol.for('cpof.waking')

type Woken = { poke: () => void }
type WithSenders = Payload & { [SENDERS]?: Set<Woken> }

const sendersOf = (payload: Payload): Set<Woken> => {
  const instance: WithSenders = payload
  return (instance[SENDERS] ??= new Set<Woken>())
}

/** Lets a sender of this process be woken after a commit. @returns what ends that */
export function registerSender(payload: Payload, sender: Woken): () => void {
  const senders = sendersOf(payload).add(sender)
  return () => senders.delete(sender)
}

/** Tells the senders of this process, where some run, that a row may be due. */
export function wakeSender(payload: Payload): void {
  for (const sender of sendersOf(payload)) sender.poke()
}
