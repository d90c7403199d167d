import type { StoredSession } from '../../adhesion/session.ts'
import type { RecusalReason } from '../../governance/electorate.ts'
import type { Question } from '../../governance/electorate-questions.ts'
import type { Tally } from '../../governance/tally.ts'
import type { Ballot } from '../../payload-types.ts'

/** What a ballot keeps as JSON, written by the use-cases alone; anything else reads as nothing. */

export type Named = { person: string; name: string }
export type NamedRecusal = Named & { reason: RecusalReason }
export type NamedQuestion = Question & { name: string }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isNamed = (value: unknown): value is Named => isObject(value) && typeof value['person'] === 'string' && typeof value['name'] === 'string'
const hasReason = (value: unknown): value is Named & { reason: string } => isNamed(value) && 'reason' in value
const isRecusal = (value: unknown): value is NamedRecusal => hasReason(value)
const isQuestion = (value: unknown): value is NamedQuestion => hasReason(value)
const isTally = (value: unknown): value is Tally => isObject(value) && isObject(value['counts'])
const isSession = (value: unknown): value is StoredSession => isObject(value) && Array.isArray(value['present']) && typeof value['sessionDay'] === 'string'

const listOf = <Entry>(value: unknown, is: (entry: unknown) => entry is Entry): Entry[] => (Array.isArray(value) ? value.filter(is) : [])

/** The frozen electorate without the recused. */
export function electorateIn({ electorate, recused }: Pick<Ballot, 'electorate' | 'recused'>): Named[] {
  const out = new Set(listOf(recused, isNamed).map(({ person }) => person))
  return listOf(electorate, isNamed).filter(({ person }) => !out.has(person))
}

export const recusedIn = ({ recused }: Pick<Ballot, 'recused'>): NamedRecusal[] => listOf(recused, isRecusal)
export const questionsIn = ({ questions }: Pick<Ballot, 'questions'>): NamedQuestion[] => listOf(questions, isQuestion)
export const tallyIn = ({ tally }: Pick<Ballot, 'tally'>): Tally | null => (isTally(tally) ? tally : null)
export const sessionIn = ({ session, mode }: Pick<Ballot, 'session' | 'mode'>): StoredSession | null => (mode === 'session' && isSession(session) ? session : null)

/** A text at a path of a JSON value, or null. */
export function textAt(value: unknown, ...path: string[]): string | null {
  const found = path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : null), value)
  return typeof found === 'string' && found !== '' ? found : null
}

/** Whether a JSON value has `true` under a key. */
export const flagAt = (value: unknown, key: string): boolean => isObject(value) && value[key] === true
