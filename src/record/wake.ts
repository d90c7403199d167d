import type { Payload } from 'payload'

const SENDER = Symbol.for('cpof.sender')

type WithSender = Payload & { [SENDER]?: { poke: () => void } }

/** Lets the outbox's sender of this process be woken after a commit. */
export function registerSender(payload: Payload, sender: { poke: () => void } | null): void {
  const instance: WithSender = payload
  if (sender) instance[SENDER] = sender
  else delete instance[SENDER]
}

/** Tells this process's sender, where one runs, that a row may be due. */
export function wakeSender(payload: Payload): void {
  const instance: WithSender = payload
  instance[SENDER]?.poke()
}
