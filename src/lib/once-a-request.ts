import type { PayloadRequest } from 'payload'

/** A string: Payload takes a context without string keys for an empty one, and drops it at the first nested call. */
const ANSWERS = 'cpofOnceARequest'

const isAnswers = (value: unknown): value is Map<string, Promise<unknown>> => value instanceof Map

/** Asks a question once in the life of a request (of a unit of work: once an attempt) and keeps its answer. */
export function onceARequest<Answer>(
  { context }: Pick<PayloadRequest, 'context'>,
  question: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const present = context[ANSWERS]
  const answers = isAnswers(present) ? present : new Map<string, Promise<unknown>>()
  context[ANSWERS] = answers
  const known = answers.get(question)
  if (known) return known as Promise<Answer>
  const asked = ask()
  answers.set(question, asked)
  return asked
}
