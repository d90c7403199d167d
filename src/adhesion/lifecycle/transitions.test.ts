import { describe, expect, it } from 'vitest'
import { ACTOR_ROLES, type ActorRole } from './actors.ts'
import { STATES, type State } from './states.ts'
import { allowed, mayFrom, mayLead } from './transition.ts'
import { transition } from '../../../tests/support/actions.ts'
import { TRANSITIONS, type TransitionName } from './transitions.ts'

/** The row that an endpoint performs. */
const transitionOfEndpoint = (endpoint: string) => TRANSITIONS.find((row) => row.endpoint === endpoint)

/** What somebody with these roles may do by state and role alone, in the table's order. */
const availableTo = (state: State | 'none', roles: ReadonlySet<ActorRole>): TransitionName[] =>
  TRANSITIONS.filter((row) => allowed(row, state, roles) === 'yes').map(({ name }) => name)

/**
 * The specification's table again, written by hand. A column is a state, a cell the letters of the
 * states in which the file may stand afterwards, `.` where the transition may not happen; then who.
 */
const LETTERS: Record<State, string> = {
  'awaiting-signature': 'A',
  submitted: 'S',
  'under-review': 'U',
  'needs-information': 'N',
  'before-bureau': 'B',
  referred: 'F',
  validated: 'V',
  rejected: 'R',
  closed: 'C',
  withdrawn: 'W',
  expired: 'X',
}
const MATRIX = `
                        none A   S   U   N   B    F   V   R   C   W   X
submit                  A    .   .   .   .   .    .   .   .   .   .   .   anybody
resendLink              .    A   .   .   .   .    .   .   .   .   .   .   applicant secretariat
correct                 .    A   AS  AU  AN  .    .   .   .   .   .   .   applicant
sign                    .    S   .   .   .   .    .   .   .   .   .   .   representative
rebind                  .    A   .   .   .   .    .   .   .   .   .   .   system
expire                  .    X   .   .   .   .    .   .   .   .   .   .   system
claim                   .    .   U   U   .   .    .   .   .   .   .   .   secretariat
release                 .    .   .   U   .   .    .   .   .   .   .   .   secretariat
requestInformation      .    .   N   N   .   .    .   .   .   .   .   .   secretariat
answer                  .    .   .   .   U   .    .   .   .   .   .   .   applicant secretariat
cancelRequest           .    .   .   .   U   .    .   .   .   .   .   .   secretariat
putToBureau             .    .   BF  BF  .   .    .   .   .   .   .   .   secretariat
castVote                .    .   .   .   .   BFVR .   .   .   .   .   .   elector
closeRound             .    .   .   .   .   BFVR .   .   .   .   .   .   system
sendBack                .    .   .   .   .   U    U   .   .   .   .   .   bureau-member
reinstate               .    .   .   .   .   B    F   .   .   .   .   .   presiding without-chair
answerQuestion          .    .   .   .   .   B    F   .   .   .   .   .   secretariat presiding
recordSessionDecision   .    .   .   .   .   B    F   .   .   .   .   .   secretariat
cancelSessionRecord     .    .   .   .   .   B    F   .   .   .   .   .   secretariat
disputeSessionRecord    .    .   .   .   .   B    F   .   .   .   .   .   presiding
confirmSessionDecision  .    .   .   .   .   VR   VR  .   .   .   .   .   presiding
notifyRefusal           .    .   .   .   .   .    .   .   R   .   .   .   presiding secretariat
askNewSignature         .    .   A   A   A   .    .   .   .   .   .   .   secretariat system
correctOnBehalf         .    A   AS  AU  AN  .    .   .   .   .   .   .   secretariat
decline                 .    C   .   .   .   .    .   .   .   .   .   .   representative
withdraw                .    W   W   W   W   W    W   .   .   .   .   .   applicant representative
close                   .    C   C   C   C   .    .   .   .   .   .   .   secretariat system
reopen                  .    .   .   .   .   .    .   .   AU  AU  AU  AU  secretariat
note                    .    A   S   U   N   B    F   V   R   C   W   X   secretariat bureau-member
attach                  .    A   S   U   N   B    F   V   R   C   W   X   secretariat bureau-member
erase                   .    A   S   U   N   B    F   V   R   C   W   X   secretariat
write                   .    A   S   U   N   B    F   V   R   C   W   X   applicant secretariat
anonymise               .    .   .   .   .   .    .   V   R   C   W   X   system
`
const [, ...lines] = MATRIX.trim().split('\n')
const expected = lines.map((line) => {
  const [name = '', ...cells] = line.trim().split(/\s+/)
  return { name, cells: cells.slice(0, 12), by: cells.slice(12) }
})
const COLUMNS: (State | 'none')[] = ['none', ...STATES]

const cellOf = (name: TransitionName, from: State | 'none'): string =>
  STATES.filter((to) => mayLead(transition(name), from, to))
    .map((to) => LETTERS[to])
    .join('') || '.'

describe('the transition table', () => {
  it('has the specification’s rows, in its order', () => {
    expect(TRANSITIONS.map(({ name }) => name)).toEqual(expected.map(({ name }) => name))
  })

  it('leads from every state exactly where the specification says', () => {
    const found = TRANSITIONS.map(({ name }) => ({ name, cells: COLUMNS.map((from) => cellOf(name, from)) }))
    expect(found).toEqual(expected.map(({ name, cells }) => ({ name, cells })))
  })

  it('gives every state, transition and actor the specification’s answer', () => {
    let tried = 0
    TRANSITIONS.forEach(({ name }, row) => {
      const line = expected[row]
      COLUMNS.forEach((state, column) => {
        for (const role of ACTOR_ROLES) {
          const actor = line?.by.includes('anybody') || line?.by.includes(role)
          const answer = !actor ? 'wrong-actor' : line?.cells[column] === '.' ? 'wrong-state' : 'yes'
          expect(`${name} ${state} ${role}: ${allowed(transition(name), state, new Set([role]))}`).toBe(
            `${name} ${state} ${role}: ${answer}`,
          )
          expect(mayFrom(transition(name), state)).toBe(line?.cells[column] !== '.')
          tried += 1
        }
      })
    })
    expect(tried).toBe(33 * 12 * 10)
  })

  it('gives several roles what any of them may do', () => {
    const pairs = ACTOR_ROLES.flatMap((a) => ACTOR_ROLES.map((b) => [a, b] as const))
    for (const [a, b] of pairs) {
      for (const state of STATES) {
        const together = new Set(availableTo(state, new Set([a, b])))
        expect(together).toEqual(new Set([...availableTo(state, new Set([a])), ...availableTo(state, new Set([b]))]))
      }
    }
  })

  it('names the endpoints of the API', () => {
    expect(TRANSITIONS.flatMap(({ endpoint }) => endpoint ?? []).sort()).toEqual(
      `answer answer-question ask-new-signature attach cancel-request cancel-session-record claim close confirm-session-decision correct-on-behalf
       dispute-session-record erase note notify-refusal put-to-bureau
       record-session-decision reinstate release reopen request-information resend-link send-back vote write`
        .trim()
        .split(/\s+/),
    )
    expect(transitionOfEndpoint('vote')?.name).toBe('castVote')
    expect(transitionOfEndpoint('castVote')).toBeUndefined()
  })

  it('lists where a row may go without the state it may stay in', () => {
    expect(transition('castVote').to).not.toContain('before-bureau')
    expect(transition('castVote').stays).toBe(true)
  })

  it('lets the clock alone anonymise, and what has ended alone', () => {
    const everybody: ReadonlySet<ActorRole> = new Set(ACTOR_ROLES.filter((role) => role !== 'system'))
    for (const state of STATES) expect(availableTo(state, everybody)).not.toContain('anonymise')
    expect(availableTo('submitted', new Set(['system']))).not.toContain('anonymise')
    expect(availableTo('closed', new Set(['system']))).toContain('anonymise')
  })
})
