import { describe, expect, it } from 'vitest'
import {
  APPLICANT_STATE_LABELS,
  STATES,
  STATE_LABELS,
  isEnded,
  isOpen,
  isState,
  stateForApplicant,
  type State,
} from './states.ts'

describe('the states of a file', () => {
  it('are each open or ended, never both', () => {
    expect(STATES).toHaveLength(11)
    expect(new Set(STATES).size).toBe(11)
    for (const state of STATES) expect(isOpen(state)).toBe(!isEnded(state))
  })

  it('are told from other words', () => {
    expect(isState('referred')).toBe(true)
    for (const other of ['none', 'superseded', '', null, 3, 'toString']) expect(isState(other)).toBe(false)
  })

  it('have a label of their own for the staff', () => {
    expect(new Set(Object.values(STATE_LABELS)).size).toBe(STATES.length)
  })
})

/** What the pages of the applicant show. */
const applicantLabel = (state: State, refusalNotified: boolean): string =>
  APPLICANT_STATE_LABELS[stateForApplicant(state, refusalNotified)]

describe('what an applicant reads', () => {
  it('of a refusal that nobody has told them yet is that the Bureau has the file', () => {
    expect(stateForApplicant('rejected', false)).toBe('before-bureau')
    expect(applicantLabel('rejected', false)).toBe('Votre demande est devant le Bureau')
    expect(applicantLabel('rejected', true)).toBe('Votre demande n’a pas été retenue')
  })

  it('does not change when a session refuses', () => {
    expect(applicantLabel('referred', false)).toBe(applicantLabel('rejected', false))
    expect(stateForApplicant('referred', false)).toBe(stateForApplicant('rejected', false))
  })

  it('is otherwise the state, in a sentence', () => {
    for (const state of STATES) {
      if (state === 'rejected' || state === 'referred') continue
      expect(stateForApplicant(state, false)).toBe(state)
      expect(applicantLabel(state, false)).toBe(APPLICANT_STATE_LABELS[state])
    }
  })
})
