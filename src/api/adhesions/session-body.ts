import type { SessionRecord } from '../../deliberation/stored-ballot.ts'
import { CHOICES } from '../../deliberation/tally.ts'
import type { BodyReader } from './body.ts'

const entries = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}

/** Reads `record-session-decision`: persons by id; `represented` as ids or `{ person, by }`; `voices` by name or `counts`. */
export function readSession(reader: BodyReader): SessionRecord {
  const person = (entry: unknown, at: string): string | undefined => {
    if (typeof entry === 'string' && entry !== '') return entry
    reader.fault(at, 'not-a-text')
    return undefined
  }
  const sessionDay = reader.day('sessionDay')
  const minutesReference = reader.text('minutesReference', 200)
  const present = reader.list('present', person)
  const represented = reader.list('represented', (entry, at) => {
    if (typeof entry === 'string') return { elector: entry, by: null }
    const { person: elector, by } = entries(entry)
    const absent = person(elector, `${at}.person`)
    return absent === undefined ? undefined : { elector: absent, by: typeof by === 'string' ? by : null }
  })
  const recused = reader.list('recused', person)
  const presiding = reader.optionalText('presiding', 64)
  const ballots = reader.list('voices', (entry, at) => {
    const { person: who, choice: given } = entries(entry)
    const elector = person(who, `${at}.person`)
    const choice = CHOICES.find((each) => each === given)
    if (choice === undefined) reader.fault(`${at}.choice`, 'not-a-choice')
    return elector === undefined || choice === undefined ? undefined : { elector, choice }
  })
  const counts = reader.group('counts', (group) => {
    const voices = { for: group.whole('for'), against: group.whole('against'), abstain: group.whole('abstain') }
    return group.has('chairChoice')
      ? { counts: voices, chairChoice: group.choice('chairChoice', CHOICES) }
      : { counts: voices }
  })
  if (counts === undefined && !reader.has('voices')) reader.fault('voices', 'required')
  return {
    sessionDay,
    minutesReference,
    present,
    represented,
    recused,
    ...(presiding === undefined ? {} : { presiding }),
    voices:
      counts === undefined
        ? { ballots }
        : { counts: counts.counts, ...(counts.chairChoice ? { chairChoice: counts.chairChoice } : {}) },
  }
}
