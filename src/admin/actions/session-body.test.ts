import { describe, expect, it } from 'vitest'
import { RECORD_SESSION_DECISION } from '../../adhesion/actions/record-session.ts'
import { read } from '../../input/read.ts'
import type { SessionModel } from './model.ts'
import { inputs, sessionBody } from './session-body.ts'

const { body } = RECORD_SESSION_DECISION
const terms = [{ firstDay: '2026-01-01', lastDay: null }]
const session: SessionModel = {
  candidates: ['anne', 'bob', 'chloe', 'denis'].map((person) => ({ person, name: person, terms, recused: null })),
  today: '2026-11-30',
  chairCasts: true,
  proxies: true,
}

function filled(more: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  form.set('sessionDay', '2026-11-12')
  form.set('minutesReference', 'PV 2026-11')
  form.set('presiding', 'anne')
  const attendances = { anne: 'present', bob: 'represented', chloe: 'recused', denis: 'absent' }
  for (const [person, attendance] of Object.entries(attendances)) form.set(inputs(person).attendance, attendance)
  form.set(inputs('bob').by, 'anne')
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  return form
}

const byName = sessionBody(session, filled({ mode: 'names', [inputs('anne').vote]: 'for' }))
const inNumbers = sessionBody(
  session,
  filled({ mode: 'counts', 'counts.for': '2', 'counts.against': '0', 'counts.abstain': '0', chairChoice: 'for' }),
)

describe('the form of a session', () => {
  it('asks for every field of the body, and for nothing else', () => {
    const asked = new Set([...Object.keys(byName), ...Object.keys(inNumbers), 'rev'])
    expect([...asked].sort()).toEqual(Object.keys(body.shape).sort())
  })

  it.each([
    ['by name', byName],
    ['in numbers', inNumbers],
  ])('sends what the body takes, votes %s', (_, sent) => {
    expect(read(body, sent)).toMatchObject({ ok: true, value: { represented: [{ elector: 'bob', by: 'anne' }] } })
  })
})
