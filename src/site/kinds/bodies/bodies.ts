import type { Payload } from 'payload'
import { MANDATE_ROLES } from '../../../governance/mandate-facts.ts'
import { now } from '../../../lib/clock.ts'
import { idOf } from '../../../lib/ids.ts'
import { parisDay } from '../../../lib/dates.ts'
import type { GovernanceBody, Mandate, Person } from '../../../payload-types.ts'

/** The holder of a mandate in a body, as anybody may read of them. */
export type Holder = { id: string; name: string; role: Mandate['role']; firstDay: string; lastDay: string | null }

/** A body with who sits in it today, and who did within the last year. */
export type BodyOfToday = { body: GovernanceBody; holders: Holder[]; former: Holder[] }

const KINDS: readonly GovernanceBody['kind'][] = ['assembly', 'bureau', 'scientific-committee', 'working-group']

/** All bodies, the assembly first. */
export async function bodiesOfToday(payload: Payload): Promise<BodyOfToday[]> {
  const [{ docs: bodies }, { docs: mandates }] = await Promise.all([
    payload.find({
      collection: 'governance-bodies',
      sort: 'name',
      depth: 0,
      limit: 0,
      pagination: false,
      overrideAccess: false,
    }),
    payload.find({
      collection: 'mandates',
      sort: 'firstDay',
      depth: 1,
      limit: 0,
      pagination: false,
      overrideAccess: false,
    }),
  ])
  const today = parisDay(now())
  return bodies
    .map((body) => {
      const mine = mandates
        .filter((mandate) => idOf(mandate.body) === body.id)
        .flatMap(holderOf)
        .sort(byRole)
      const hasEnded = ({ lastDay }: Holder) => lastDay !== null && lastDay < today
      return { body, holders: mine.filter((holder) => !hasEnded(holder)), former: mine.filter(hasEnded) }
    })
    .sort((a, b) => KINDS.indexOf(a.body.kind) - KINDS.indexOf(b.body.kind))
}

function holderOf({ id, person, role, firstDay, lastDay }: Mandate): Holder[] {
  return typeof person === 'string' ? [] : [{ id, name: nameOf(person), role, firstDay, lastDay: lastDay ?? null }]
}

const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`

const byRole = (a: Holder, b: Holder): number =>
  MANDATE_ROLES.indexOf(a.role) - MANDATE_ROLES.indexOf(b.role) || a.name.localeCompare(b.name, 'fr')
