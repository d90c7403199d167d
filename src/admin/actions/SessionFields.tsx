'use client'
import { useState, type ChangeEvent } from 'react'
import type { SessionModel } from './model.ts'
import { SESSION } from './words.ts'
import { Field } from './Field.tsx'
import { SessionPerson } from './SessionPerson.tsx'
import { inputs, seatedOn, sessionBody, VOTES, type Attendance } from './session-body.ts'
import { LENGTHS } from '../../input/lengths.ts'

export { sessionBody }

type Props = { session: SessionModel; issueOf: (name: string) => string | null }

/** A session as its minutes tell it: the day first, since it says who could sit; then persons by name and their votes. */
export function SessionFields({ session, issueOf }: Props) {
  const [day, setDay] = useState('')
  const [mode, setMode] = useState<'names' | 'counts'>('names')
  const [attendance, setAttendance] = useState<Readonly<Record<string, Attendance>>>({})
  const seated = session.candidates.filter((candidate) => seatedOn(candidate, day))
  const attendanceOf = (person: string, recused: string | null): Attendance =>
    attendance[person] ?? (recused ? 'recused' : 'present')
  const present = seated.filter(({ person, recused }) => attendanceOf(person, recused) === 'present')

  return (
    <>
      <div onChange={(event: ChangeEvent<HTMLInputElement>) => setDay(event.target.value)}>
        <Field
          field={{ kind: 'day', name: 'sessionDay', label: SESSION.day, required: true }}
          issue={issueOf('sessionDay')}
        />
      </div>
      <Field
        field={{
          kind: 'text',
          name: 'minutesReference',
          label: SESSION.minutes,
          help: SESSION.minutesHelp,
          required: true,
          longest: LENGTHS.minutesReference,
        }}
        issue={issueOf('minutesReference')}
      />
      <fieldset className="file-choices">
        <legend className="field-label">{SESSION.mode}</legend>
        <div className="file-choices__row">
          {(['names', 'counts'] as const).map((value) => (
            <label key={value} className="file-choice">
              <input type="radio" name="mode" value={value} checked={mode === value} onChange={() => setMode(value)} />
              <span>{SESSION.modes[value]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="file-choices">
        <legend className="field-label">{SESSION.people}</legend>
        {seated.length === 0 ? <p className="file-quiet">{day === '' ? SESSION.pickDay : SESSION.nobody}</p> : null}
        {seated.map((candidate) => (
          <SessionPerson
            key={candidate.person}
            candidate={candidate}
            attendance={attendanceOf(candidate.person, candidate.recused)}
            onAttendance={(value) => setAttendance({ ...attendance, [candidate.person]: value })}
            others={present.filter(({ person }) => person !== candidate.person)}
            byName={mode === 'names'}
            proxies={session.proxies}
            issue={issueOf(inputs(candidate.person).attendance)}
          />
        ))}
      </fieldset>
      {mode === 'counts' ? <Counts session={session} /> : null}
      <Field
        field={{
          kind: 'select',
          name: 'presiding',
          label: SESSION.presiding,
          help: SESSION.presidingDefault,
          options: present.map(({ person, name }) => ({ value: person, label: name })),
        }}
        issue={issueOf('presiding')}
      />
    </>
  )
}

function Counts({ session }: { session: SessionModel }) {
  return (
    <div className="file-choices__row">
      {VOTES.map((choice) => (
        <label key={choice} className="field-type text file-number">
          <span className="field-label">{SESSION.votes[choice]}</span>
          <input type="number" name={`counts.${choice}`} min={0} step={1} defaultValue={0} required />
        </label>
      ))}
      {session.chairCasts ? (
        <label className="field-type text file-number">
          <span className="field-label">{SESSION.chairChoice}</span>
          <select name="chairChoice" defaultValue="">
            <option value="">{SESSION.unknown}</option>
            {VOTES.map((choice) => (
              <option key={choice} value={choice}>
                {SESSION.votes[choice]}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </div>
  )
}
