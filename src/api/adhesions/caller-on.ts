import { staff } from '../../../access/actors.ts'
import type { StaffAction } from '../../adhesion/lifecycle/action.ts'
import type { Actor } from '../../adhesion/lifecycle/actor.ts'
import { notAnElector, recused, unknownAdhesion, wrongActor } from '../../adhesion/lifecycle/errors.ts'
import { standingOn } from '../../adhesion/lifecycle/present.ts'
import { mightEver, type Verdict, verdictOn } from '../../adhesion/lifecycle/transition.ts'
import { clientOf } from '../../lib/caller.ts'
import type { Adhesion } from '../../payload-types.ts'
import { signInFirst, type Ask } from '../respond.ts'

type Caller = { actor: Extract<Actor, { kind: 'staff' }>; adhesion: Adhesion; verdict: Verdict }

/**
 * Who calls and on what, refusing in the order of the specification: 401/403 by role before the file is
 * looked up, 404 unknown or not visible, 403 recused or not in the electorate. The state is judged later, in the unit of work.
 */
export async function callerOn({ req, param }: Pick<Ask, 'req' | 'param'>, action: StaffAction): Promise<Caller> {
  const user = staff(req)
  if (!user) throw signInFirst()
  const actor = { kind: 'staff', user, client: clientOf(req) } as const
  const { roles } = await standingOn(req.payload, req, { currentRound: null }, actor)
  if (!mightEver(action, roles)) throw wrongActor()
  const adhesion = await req.payload.findByID({
    collection: 'adhesions',
    id: param('id'),
    depth: 0,
    req,
    overrideAccess: false,
    user,
    disableErrors: true,
    showHiddenFields: true,
  })
  if (!adhesion) throw unknownAdhesion()
  const standing = await standingOn(req.payload, req, adhesion, actor)
  const verdict = verdictOn(action, adhesion.status, standing)
  if (verdict === 'wrong-actor') throw wrongActor()
  if (verdict === 'recused' && !action.whileRecused) throw recused()
  if (verdict === 'not-an-elector') throw notAnElector()
  return { actor, adhesion, verdict }
}
