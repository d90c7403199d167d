import { electorsIn, recusedIn, type Elector } from '../../deliberation/stored-round.ts'
import { QUESTION_REASONS, type Question } from '../../deliberation/questions.ts'
import type { Round } from '../../payload-types.ts'
import { isJsonObject } from '../../lib/json-object.ts'

/** What is stored as JSON, read with suspicion: anything of another form reads as nothing. */

export type NamedQuestion = Question & { name: string }

const isQuestion = (value: unknown): value is NamedQuestion =>
  isJsonObject(value) &&
  typeof value['name'] === 'string' &&
  QUESTION_REASONS.some((reason) => reason === value['reason'])

/** What was answered is asked no more. */
const isAnswered = (question: object): boolean => 'answer' in question

/** The possible ties that were found when a round was opened, and that nobody has answered. */
export const questionsIn = ({ questions }: Pick<Round, 'questions'>): NamedQuestion[] =>
  Array.isArray(questions)
    ? questions.filter((each): each is NamedQuestion => isQuestion(each) && !isAnswered(each))
    : []

/** The frozen electorate without the recused. */
export function electorateIn(round: Pick<Round, 'electorate' | 'recused'>): Elector[] {
  const out = new Set(recusedIn(round).map(({ person }) => person))
  return electorsIn(round).filter(({ person }) => !out.has(person))
}

/** A text at a path of a JSON value, or null. */
export function textAt(value: unknown, ...path: string[]): string | null {
  const found = path.reduce<unknown>((at, key) => (isJsonObject(at) ? at[key] : null), value)
  return typeof found === 'string' && found !== '' ? found : null
}

/** Whether a JSON value has `true` under a key. */
export const flagAt = (value: unknown, key: string): boolean => isJsonObject(value) && value[key] === true
