'use client'
import type { SessionCandidate } from './model.ts'
import { SESSION } from './words.ts'
import { ATTENDANCES, inputs, VOTES, type Attendance } from './session-body.ts'

type Props = {
  candidate: SessionCandidate
  attendance: Attendance
  onAttendance: (attendance: Attendance) => void
  /** Who was there and could carry a proxy. */
  others: readonly SessionCandidate[]
  byName: boolean
  proxies: boolean
  issue: string | null
}

/** One member of the body in a session: there, represented, absent or recused, and the vote they gave. */
export function SessionPerson({
  candidate: { person, name, recused },
  attendance,
  onAttendance,
  others,
  byName,
  proxies,
  issue,
}: Props) {
  const names = inputs(person)
  const offered = ATTENDANCES.filter((each) => proxies || each !== 'represented')
  const votes = byName && (attendance === 'present' || attendance === 'represented')
  return (
    <div className="file-person">
      <p className="file-person__name">{name}</p>
      <div className="file-choices__row">
        <select
          className="file-select"
          aria-label={SESSION.attendance(name)}
          name={names.attendance}
          value={attendance}
          onChange={(event) => onAttendance(ATTENDANCES.find((each) => each === event.target.value) ?? 'absent')}
        >
          {offered.map((each) => (
            <option key={each} value={each}>
              {SESSION.attendances[each]}
            </option>
          ))}
        </select>
        {attendance === 'represented' ? (
          <select className="file-select" aria-label={SESSION.by(name)} name={names.by} defaultValue="">
            <option value="">{SESSION.byNobody}</option>
            {others.map((other) => (
              <option key={other.person} value={other.person}>
                {other.name}
              </option>
            ))}
          </select>
        ) : null}
        {votes ? (
          <select className="file-select" aria-label={SESSION.vote(name)} name={names.vote} defaultValue="">
            <option value="">{SESSION.noVote}</option>
            {VOTES.map((choice) => (
              <option key={choice} value={choice}>
                {SESSION.votes[choice]}
              </option>
            ))}
          </select>
        ) : null}
      </div>
      {recused ? <p className="file-quiet">{recused}</p> : null}
      {issue ? <p className="file-fault">{issue}</p> : null}
    </div>
  )
}
