import { z } from 'zod'
import type { StaffAction } from '../../adhesion/lifecycle/action.ts'
import { isOfBureau } from '../../adhesion/lifecycle/actors.ts'
import { statusOfDenial, type DenialCode } from '../../adhesion/lifecycle/denials.ts'
import { STATES } from '../../adhesion/lifecycle/states.ts'
import { CALLERS, type Caller } from '../description/callers.ts'
import type { Said } from '../description/said.ts'

/** How an application stands after an action: what every action answers, with facts of its own beside. */
const OUTCOME = z.looseObject({ status: z.enum(STATES), rev: z.int() })

/** What is refused on any application, by its status. */
const COMMON: Readonly<Record<number, readonly string[]>> = {
  403: ['wrong-actor', 'recused', 'not-an-elector'],
  404: ['not-found'],
  409: ['wrong-state', 'stale-rev', 'busy'],
}

/** Codes of denials by the status with which they are answered, after those that are refused anyway. */
export function byStatus(
  codes: readonly DenialCode[],
  before: Readonly<Record<number, readonly string[]>> = {},
): Record<number, readonly string[]> {
  const found: Record<number, readonly string[]> = { ...before }
  for (const code of codes) {
    const status = statusOfDenial(code)
    found[status] = [...(found[status] ?? []), code]
  }
  return found
}

/** Who may ever do an action of the team, as the description names them. */
export const callersOf = ({ by }: Pick<StaffAction, 'by'>): readonly Caller[] =>
  CALLERS.filter((caller) =>
    by.some((role) => (caller === 'mandate' ? isOfBureau(role) : caller === 'secretariat' && role === 'secretariat')),
  )

/** What the row of an action in the transition table says for the description of the API. */
export function saidOfAction({ by, label, description, refusals = [], from }: StaffAction): Said {
  return {
    summary: { fr: label, en: description },
    by: callersOf({ by }),
    answer: OUTCOME,
    refusals: byStatus(refusals, COMMON),
    ...(from === 'none' ? {} : { from }),
  }
}
