import type { SessionCandidate, SessionModel } from './model.ts'

export const ATTENDANCES = ['present', 'represented', 'absent', 'recused'] as const
export type Attendance = (typeof ATTENDANCES)[number]
export const VOTES = ['for', 'against', 'abstain'] as const

/** Names of the inputs of one person. */
export const inputs = (person: string) => ({
  attendance: `attendance.${person}`,
  by: `by.${person}`,
  vote: `vote.${person}`,
})

/** Whether a person held a seat on a day, first and last included. */
export const seatedOn = ({ terms }: SessionCandidate, day: string): boolean =>
  day !== '' && terms.some(({ firstDay, lastDay }) => firstDay <= day && (lastDay === null || day <= lastDay))

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** The body of `record-session-decision` from the filled form. */
export function sessionBody({ candidates }: SessionModel, form: FormData): Record<string, unknown> {
  const sessionDay = text(form, 'sessionDay')
  const seated = candidates.filter((candidate) => seatedOn(candidate, sessionDay))
  const who = (attendance: Attendance) =>
    seated.filter(({ person }) => text(form, inputs(person).attendance) === attendance).map(({ person }) => person)
  const represented = who('represented')
  const presiding = text(form, 'presiding')
  const chairChoice = text(form, 'chairChoice')
  const voting = [...who('present'), ...represented]
  const votes =
    text(form, 'mode') === 'counts'
      ? {
          counts: {
            ...Object.fromEntries(VOTES.map((choice) => [choice, Number(text(form, `counts.${choice}`))])),
            ...(chairChoice ? { chairChoice } : {}),
          },
        }
      : {
          voices: voting.flatMap((person) =>
            text(form, inputs(person).vote) ? [{ person, choice: text(form, inputs(person).vote) }] : [],
          ),
        }
  return {
    sessionDay,
    minutesReference: text(form, 'minutesReference'),
    present: who('present'),
    represented: represented.map((person) => ({ person, by: text(form, inputs(person).by) || null })),
    recused: who('recused'),
    ...(presiding ? { presiding } : {}),
    ...votes,
  }
}
