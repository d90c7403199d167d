import type { PayloadRequest } from 'payload'

/** A string: Payload takes a context without string keys for an empty one, and drops it at the first nested call. */
const ANSWERS = 'cpofOnceARequest'

const isAnswers = (value: unknown): value is Map<string, Promise<unknown>> => value instanceof Map

function answersOf({ context }: Pick<PayloadRequest, 'context'>): Map<string, Promise<unknown>> {
  const present = context[ANSWERS]
  if (isAnswers(present)) return present
  const answers = new Map<string, Promise<unknown>>()
  context[ANSWERS] = answers
  return answers
}

/** Keeps an answer that was come by otherwise, in the place of an earlier one. */
export function keepAnswer(req: Pick<PayloadRequest, 'context'>, question: string, answer: unknown): void {
  answersOf(req).set(question, Promise.resolve(answer))
}

/** Asks a question once in the life of a request (of a unit of work: once an attempt) and keeps its answer. */
export function onceARequest<Answer>(
  req: Pick<PayloadRequest, 'context'>,
  question: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const answers = answersOf(req)
  const known = answers.get(question)
  if (known) return known as Promise<Answer>
  const asked = ask()
  answers.set(question, asked)
  return asked
}
