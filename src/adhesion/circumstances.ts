import type { ActorRole } from './actors.ts'
import type { TransitionName } from './transitions.ts'

/** What a file and the person before it bring besides state and role. */
export interface Circumstances {
  /** This person is recused on this file (for whatever reason). */
  recused: boolean
  /** A signature of the exact charter version and declaration holds. */
  signed: boolean
  /** Who of the secretariat holds the file, seen from this person. */
  holder: 'nobody' | 'self' | 'colleague'
  /** A link was sent again for this file less than an hour ago. */
  resendCapReached: boolean
  /** Somebody declared a conflict of interest in the open round. */
  recusalDeclared: boolean
  /** A session's decision waits for who presides to confirm it; online voting is suspended. */
  sessionDecisionRecorded: boolean
  /** Who presides approved the text of the refusal, so that the secretariat may send it. */
  refusalTextApproved: boolean
  refusalNotified: boolean
  /** No other file of the organisation holds its slot. */
  slotFree: boolean
  anonymised: boolean
}

export type Obstacle =
  | 'resend-cap-reached'
  | 'already-held'
  | 'not-held'
  | 'not-signed'
  | 'voting-suspended'
  | 'nobody-declared'
  | 'no-session-decision'
  | 'already-notified'
  | 'text-not-approved'
  | 'representative-only'
  | 'anonymised'
  | 'slot-taken'

/**
 * What stands in the way of a transition that state and role allow, or null. Recusal is not an
 * obstacle: it takes the Bureau's roles away before.
 */
export function obstacleTo(name: TransitionName, roles: ReadonlySet<ActorRole>, facts: Circumstances): Obstacle | null {
  switch (name) {
    case 'resendLink':
      return facts.resendCapReached ? 'resend-cap-reached' : null
    case 'claim':
      return facts.holder === 'self' ? 'already-held' : null
    case 'release':
      return facts.holder === 'nobody' ? 'not-held' : null
    case 'putToBureau':
      return facts.signed ? null : 'not-signed'
    case 'castVote':
    case 'closeBallot':
      return facts.sessionDecisionRecorded ? 'voting-suspended' : null
    case 'reinstate':
      return facts.recusalDeclared ? null : 'nobody-declared'
    case 'confirmSessionDecision':
      return facts.sessionDecisionRecorded ? null : 'no-session-decision'
    case 'notifyRefusal':
      if (facts.refusalNotified) return 'already-notified'
      return roles.has('presiding') || facts.refusalTextApproved ? null : 'text-not-approved'
    case 'withdraw':
      return facts.signed && !roles.has('representative') ? 'representative-only' : null
    case 'reopen':
      if (facts.anonymised) return 'anonymised'
      return facts.slotFree ? null : 'slot-taken'
    case 'note':
    case 'attach':
    case 'anonymise':
    case 'submit':
    case 'correct':
    case 'sign':
    case 'rebind':
    case 'expire':
    case 'requestInformation':
    case 'answer':
    case 'cancelRequest':
    case 'sendBack':
    case 'recordSessionDecision':
    case 'close':
      return null
  }
}
