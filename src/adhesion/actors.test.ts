import { describe, expect, it } from 'vitest'
import { ACTOR_ROLES, staffRoles, withoutBureau } from './actors.ts'

const bureau = { bureauMembers: ['ana', 'bob', 'cyr'], electors: ['ana', 'bob'], chair: 'ana', presiding: 'ana' }

describe('the roles of a staff account', () => {
  it('come from the mandate of the person to whom it is linked', () => {
    expect([...staffRoles({ secretariat: false, person: 'bob', ...bureau })]).toEqual(['bureau-member', 'elector'])
    expect([...staffRoles({ secretariat: false, person: 'ana', ...bureau })]).toEqual([
      'bureau-member',
      'elector',
      'chair',
      'presiding',
    ])
  })

  it('do not make an elector of a Bureau member outside the electorate', () => {
    expect([...staffRoles({ secretariat: false, person: 'cyr', ...bureau })]).toEqual(['bureau-member'])
  })

  it('end with the mandate, even for somebody still named as chair or elector', () => {
    const facts = { ...bureau, bureauMembers: ['bob'] }
    expect(staffRoles({ secretariat: false, person: 'ana', ...facts }).size).toBe(0)
  })

  it('are the secretariat’s alone without a person', () => {
    expect([...staffRoles({ secretariat: true, person: null, ...bureau, chair: null, presiding: null })]).toEqual([
      'secretariat',
    ])
    expect(staffRoles({ secretariat: false, ...bureau }).size).toBe(0)
  })
})

it('recusal takes away what comes from the Bureau and nothing else', () => {
  expect([...withoutBureau(new Set(ACTOR_ROLES))]).toEqual([
    'anybody',
    'applicant',
    'representative',
    'secretariat',
    'system',
  ])
})
