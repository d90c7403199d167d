/** States of a file on which somebody still has something to do. */
export const OPEN_STATES = [
  'awaiting-signature',
  'submitted',
  'under-review',
  'needs-information',
  'before-bureau',
  'referred',
] as const

/** States that end a file; only `reopen` leaves one. */
export const ENDED_STATES = ['validated', 'rejected', 'closed', 'withdrawn', 'expired'] as const

export const STATES = [...OPEN_STATES, ...ENDED_STATES] as const

/** Open states in which the Bureau does not hold the application. */
export const BEFORE_THE_BUREAU = ['awaiting-signature', 'submitted', 'under-review', 'needs-information'] as const
/** Open states in which the Bureau holds the application. */
export const WITH_THE_BUREAU = ['before-bureau', 'referred'] as const

export type OpenState = (typeof OPEN_STATES)[number]
export type EndedState = (typeof ENDED_STATES)[number]
export type State = OpenState | EndedState

const open: ReadonlySet<string> = new Set(OPEN_STATES)
const known: ReadonlySet<string> = new Set(STATES)

export const isState = (value: unknown): value is State => typeof value === 'string' && known.has(value)
export const isOpen = (state: State): state is OpenState => open.has(state)
export const isEnded = (state: State): state is EndedState => !open.has(state)

/** The side that has something to do now. */
export type Turn = 'applicant' | 'representative' | 'secretariat' | 'bureau' | 'nobody'

/** Whose turn it is in each state. */
export const TURNS: Record<State, Turn> = {
  'awaiting-signature': 'representative',
  submitted: 'secretariat',
  'under-review': 'secretariat',
  'needs-information': 'applicant',
  'before-bureau': 'bureau',
  referred: 'bureau',
  validated: 'nobody',
  rejected: 'nobody',
  closed: 'nobody',
  withdrawn: 'nobody',
  expired: 'nobody',
}

/** What the staff read. */
export const STATE_LABELS: Record<State, string> = {
  'awaiting-signature': 'En attente de signature',
  submitted: 'À instruire',
  'under-review': 'En instruction',
  'needs-information': 'Complément demandé',
  'before-bureau': 'Devant le Bureau',
  referred: 'Renvoyée en séance',
  validated: 'Validée',
  rejected: 'Refusée',
  closed: 'Classée sans suite',
  withdrawn: 'Retirée',
  expired: 'Expirée',
}

/**
 * What the applicant reads. `referred` reads like `before-bureau`: if they differed, a session's
 * refusal that is not yet notified would show as a step backwards. Take the state through
 * {@link stateForApplicant} first.
 */
export const APPLICANT_STATE_LABELS: Record<State, string> = {
  'awaiting-signature': 'Nous attendons la signature de votre représentant',
  submitted: 'Votre demande est signée et nous est parvenue',
  'under-review': 'Le secrétariat étudie votre demande',
  'needs-information': 'Nous attendons votre réponse',
  'before-bureau': 'Votre demande est devant le Bureau',
  referred: 'Votre demande est devant le Bureau',
  validated: 'Votre demande est acceptée',
  rejected: 'Votre demande n’a pas été retenue',
  closed: 'Votre demande est classée sans suite',
  withdrawn: 'Votre demande a été retirée',
  expired: 'Votre demande a expiré, faute de signature',
}

/**
 * The state as the applicant may know it: a refusal is the Bureau's secret until who presides has
 * written to them, and a file that goes to a session is still before the Bureau.
 */
export function stateForApplicant(state: State, refusalNotified: boolean): State {
  if (state === 'referred') return 'before-bureau'
  return state === 'rejected' && !refusalNotified ? 'before-bureau' : state
}
