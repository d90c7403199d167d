import { describe, expect, it } from 'vitest'
import { ACTOR_ROLES, staffRoles, withoutBureau, type StaffFacts } from './actors.ts'

const member: StaffFacts = {
  secretariat: false,
  person: 'bob',
  isMember: true,
  isElector: true,
  isChair: false,
  presides: false,
  nobodyPresides: false,
  recused: false,
}

describe('the roles of a staff account', () => {
  it('come from the mandate of the person to whom it is linked', () => {
    expect([...staffRoles(member)]).toEqual(['bureau-member', 'elector'])
    expect([...staffRoles({ ...member, isChair: true, presides: true })]).toEqual([
      'bureau-member',
      'elector',
      'chair',
      'presiding',
    ])
  })

  it('do not make an elector of a Bureau member outside the electorate', () => {
    expect([...staffRoles({ ...member, isElector: false })]).toEqual(['bureau-member'])
  })

  it('end with the mandate, even for somebody still named as chair or elector', () => {
    expect(staffRoles({ ...member, isMember: false, isChair: true, presides: true }).size).toBe(0)
  })

  it('are the secretariat’s alone without a person', () => {
    expect([...staffRoles({ ...member, secretariat: true, person: null })]).toEqual(['secretariat'])
    expect(staffRoles({ ...member, person: null }).size).toBe(0)
  })

  it('let each member who is not recused stand in while nobody may preside', () => {
    const unpresided = { ...member, isElector: false, nobodyPresides: true }
    expect([...staffRoles(unpresided)]).toEqual(['bureau-member', 'without-chair'])
    expect([...staffRoles({ ...unpresided, recused: true })]).toEqual(['bureau-member'])
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
