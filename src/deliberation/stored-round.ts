import type { RecusalReason } from './recusal.ts'
import type { Proxy, SessionVotes } from './session-input.ts'
import type { Day } from '../lib/dates.ts'
import type { DecisionRule } from '../governance/rule.ts'
import type { Tally } from './tally.ts'
import type { Round } from '../payload-types.ts'
import { isJsonObject } from '../lib/json-object.ts'

/** What the secretariat enters of a session, with persons by id. */
export type SessionRecord = {
  sessionDay: Day
  minutesReference: string
  present: string[]
  represented: Proxy[]
  recused: string[]
  /** Whom the minutes name as presiding, where neither chair nor vice-chair does. */
  presiding?: string | undefined
  votes: SessionVotes
}

/** A session as its round keeps it. */
export type StoredSession = Omit<SessionRecord, 'votes'> & {
  votes: Extract<SessionVotes, { counts: unknown }>
  outcome: 'approved' | 'rejected'
  /** Why who presides says that this is not what was decided. */
  disputed?: string
}

/** A person as a round keeps them: the name stands beside the id, since it is shown for years. */
export type Elector = { person: string; name: string }
export type RecusedElector = Elector & {
  reason: RecusalReason
  /** What one member asked for while nobody may preside, until a second one agrees: the recusal is lifted. */
  lifting?: { by: string; reason: string; at: string }
}

/** A possible tie that somebody has to judge, and what was answered. */
export type StoredQuestion = Elector & {
  reason: string
  answer?: { conflict: boolean; reason: string; by: string; at: string }
}

const isElector = (value: unknown): value is Elector =>
  isJsonObject(value) && typeof value['person'] === 'string' && typeof value['name'] === 'string'
const isRecused = (value: unknown): value is RecusedElector => isElector(value) && 'reason' in value
const isRule = (value: unknown): value is DecisionRule =>
  isJsonObject(value) && isJsonObject(value['quorum']) && typeof value['minimumFor'] === 'number'
const isTally = (value: unknown): value is Tally => isJsonObject(value) && isJsonObject(value['counts'])
const isSession = (value: unknown): value is StoredSession =>
  isJsonObject(value) && Array.isArray(value['present']) && typeof value['sessionDay'] === 'string'

const listOf = <Entry>(value: unknown, is: (entry: unknown) => entry is Entry): Entry[] =>
  Array.isArray(value) ? value.filter(is) : []

/** Everybody whom the round was opened for, the recused of later included. */
export const electorsIn = ({ electorate }: Pick<Round, 'electorate'>): Elector[] => listOf(electorate, isElector)

/** How a round calls an elector; one whom it does not know, by the id. */
export const nameIn = (round: Pick<Round, 'electorate'>, person: string): string =>
  electorsIn(round).find((each) => each.person === person)?.name ?? person

/** Who is set aside, and why. */
export const recusedIn = ({ recused }: Pick<Round, 'recused'>): RecusedElector[] => listOf(recused, isRecused)

const isQuestion = (value: unknown): value is StoredQuestion => isElector(value) && 'reason' in value

/** What was asked about electors when the round opened, answered or not. */
export const allQuestionsIn = ({ questions }: Pick<Round, 'questions'>): StoredQuestion[] =>
  listOf(questions, isQuestion)

/** The rule that the round was opened under. @throws Error for a round that no use-case wrote */
export function ruleIn({ rule }: Pick<Round, 'rule'>): DecisionRule {
  if (isRule(rule)) return rule
  throw new Error('This round holds no rule')
}

/** How it was counted when it closed, or how a session's record counts. */
export const tallyIn = ({ tally }: Pick<Round, 'tally'>): Tally | null => (isTally(tally) ? tally : null)

/** What the secretariat entered of a session; null for an online round. */
export const sessionIn = ({ session, mode }: Pick<Round, 'session' | 'mode'>): StoredSession | null =>
  mode === 'session' && isSession(session) ? session : null
