import type { CapabilityState } from '../record/capabilities.ts'

/** Why a page behind a link shows nothing: never given, run out, replaced by another, or used up. */
export type LinkProblem = 'wrong' | 'expired' | 'replaced' | 'used'

export const problemOf: Record<Exclude<CapabilityState, 'live'>, LinkProblem> = {
  expired: 'expired',
  revoked: 'replaced',
  used: 'used',
}
