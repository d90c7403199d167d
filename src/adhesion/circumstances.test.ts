import { describe, expect, it } from 'vitest'
import type { ActorRole } from './actors.ts'
import { availableTo, type Circumstances } from './transitions.ts'

const PLAIN: Circumstances = {
  recused: false,
  signed: true,
  holder: 'nobody',
  resendCapReached: false,
  recusalDeclared: false,
  sessionDecisionRecorded: false,
  refusalTextApproved: false,
  refusalNotified: false,
  slotFree: true,
  anonymised: false,
}
const as = (...roles: ActorRole[]): ReadonlySet<ActorRole> => new Set(roles)
const facts = (changed: Partial<Circumstances>): Circumstances => ({ ...PLAIN, ...changed })
const CHAIR = as('bureau-member', 'elector', 'chair', 'presiding')

describe('the buttons shown to the secretariat', () => {
  it('follow who holds the file', () => {
    const shown = (holder: Circumstances['holder']) =>
      availableTo('under-review', as('secretariat'), facts({ holder })).filter(
        (name) => name === 'claim' || name === 'release',
      )
    expect(shown('nobody')).toEqual(['claim'])
    expect(shown('self')).toEqual(['release'])
    expect(shown('colleague')).toEqual(['claim', 'release'])
  })

  it('put nothing to the Bureau without a valid signature', () => {
    expect(availableTo('submitted', as('secretariat'), facts({ signed: true }))).toContain('putToBureau')
    expect(availableTo('submitted', as('secretariat'), facts({ signed: false }))).not.toContain('putToBureau')
  })

  it('send no link again within the hour', () => {
    for (const role of ['secretariat', 'applicant'] as const) {
      expect(availableTo('awaiting-signature', as(role), facts({ signed: false }))).toContain('resendLink')
      expect(
        availableTo('awaiting-signature', as(role), facts({ signed: false, resendCapReached: true })),
      ).not.toContain('resendLink')
    }
  })

  it('reopen neither a file whose organisation has another one nor an anonymised one', () => {
    const ended = ['rejected', 'closed', 'expired', 'withdrawn'] as const
    for (const state of ended) {
      expect(availableTo(state, as('secretariat'), PLAIN)).toContain('reopen')
      expect(availableTo(state, as('secretariat'), facts({ slotFree: false }))).not.toContain('reopen')
      expect(availableTo(state, as('secretariat'), facts({ anonymised: true }))).not.toContain('reopen')
    }
  })

  it('notify a refusal once, and only in words that who presides approved', () => {
    expect(availableTo('rejected', as('secretariat'), PLAIN)).not.toContain('notifyRefusal')
    expect(availableTo('rejected', as('secretariat'), facts({ refusalTextApproved: true }))).toContain('notifyRefusal')
    expect(availableTo('rejected', CHAIR, PLAIN)).toContain('notifyRefusal')
    expect(availableTo('rejected', CHAIR, facts({ refusalNotified: true }))).not.toContain('notifyRefusal')
  })
})

describe('the buttons shown to the Bureau', () => {
  it('are none for a recused member', () => {
    expect(
      availableTo(
        'before-bureau',
        CHAIR,
        facts({ recusalDeclared: true, sessionDecisionRecorded: true, recused: true }),
      ),
    ).toEqual([])
  })

  it('leave a recused person of the secretariat what is the secretariat’s', () => {
    const roles = as('secretariat', ...CHAIR)
    expect(availableTo('before-bureau', roles, facts({ recused: true }))).toEqual([
      'recordSessionDecision',
      'note',
      'attach',
    ])
  })

  it('suspend voting while a session’s decision waits for confirmation', () => {
    expect(availableTo('before-bureau', CHAIR, PLAIN)).toEqual(['castVote', 'sendBack', 'note', 'attach'])
    expect(availableTo('before-bureau', CHAIR, facts({ sessionDecisionRecorded: true }))).toEqual([
      'sendBack',
      'confirmSessionDecision',
      'note',
      'attach',
    ])
    expect(availableTo('before-bureau', as('system'), facts({ sessionDecisionRecorded: true }))).toEqual([])
  })

  it('let who presides alone reinstate, where somebody declared a conflict', () => {
    const declared = facts({ recusalDeclared: true })
    expect(availableTo('before-bureau', CHAIR, declared)).toContain('reinstate')
    expect(availableTo('before-bureau', CHAIR, PLAIN)).not.toContain('reinstate')
    expect(availableTo('before-bureau', as('bureau-member', 'elector', 'presiding'), declared)).toContain('reinstate')
    expect(availableTo('before-bureau', as('bureau-member', 'elector', 'chair'), declared)).not.toContain('reinstate')
  })
})

describe('the actions shown to the applicant', () => {
  it('withdraw by the follow-up link before the signature, by the representative’s own link after', () => {
    expect(availableTo('awaiting-signature', as('applicant'), facts({ signed: false }))).toContain('withdraw')
    expect(availableTo('submitted', as('applicant'), PLAIN)).not.toContain('withdraw')
    expect(availableTo('before-bureau', as('representative'), PLAIN)).toEqual(['withdraw'])
  })

  it('are none once the file has ended', () => {
    for (const state of ['validated', 'rejected', 'closed', 'withdrawn', 'expired'] as const) {
      expect(availableTo(state, as('applicant', 'representative'), PLAIN)).toEqual([])
    }
  })
})
