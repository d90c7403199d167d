import { staff } from '../../../access/actors.ts'
import type { Actor } from '../../adhesion/lifecycle/actor.ts'
import { recused, unknownAdhesion, wrongActor, notAnElector } from '../../adhesion/lifecycle/errors.ts'
import { standingOn } from '../../adhesion/lifecycle/present.ts'
import { attach } from '../../adhesion/actions/attach.ts'
import { BODIES } from '../../adhesion/bodies.ts'
import { mightEver, type Verdict, verdictOn } from '../../adhesion/lifecycle/transition.ts'
import { transition, type TransitionName } from '../../adhesion/lifecycle/transitions.ts'
import { readOrRefuse } from '../../input/read.ts'
import type { Adhesion } from '../../payload-types.ts'
import type { OwnEndpoint } from '../posting.ts'
import { clientOf } from '../../lib/caller.ts'
import { endpoint, respond, signInFirst, type Ask } from '../respond.ts'
import { textsOf } from '../texts-of-form.ts'
import { STAFF_ACTIONS, type StaffAction } from './staff-actions.ts'

type Caller = { actor: Extract<Actor, { kind: 'staff' }>; adhesion: Adhesion; verdict: Verdict }

/**
 * Who calls and on what, refusing in the order of the specification: 401/403 by role before the file is
 * looked up, 404 unknown or not visible, 403 recused or not in the electorate. The state is judged later, in the unit of work.
 */
async function callerOn({ req, param }: Pick<Ask, 'req' | 'param'>, name: TransitionName): Promise<Caller> {
  const user = staff(req)
  if (!user) throw signInFirst()
  const actor = { kind: 'staff', user, client: clientOf(req) } as const
  const { roles } = await standingOn(req.payload, req, { currentRound: null }, actor)
  const row = transition(name)
  if (!mightEver(row, roles)) throw wrongActor()
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
  const verdict = verdictOn(row, adhesion.status, standing)
  if (verdict === 'wrong-actor') throw wrongActor()
  if (verdict === 'recused' && name !== 'castVote') throw recused()
  if (verdict === 'not-an-elector') throw notAnElector()
  return { actor, adhesion, verdict }
}

function jsonEndpoint(name: string, { transition: wanted, body, read }: StaffAction): OwnEndpoint {
  return {
    path: `/:id/${name}`,
    method: 'post',
    custom: { body },
    handler: endpoint(async (ask) => {
      const { actor, adhesion, verdict } = await callerOn(ask, wanted)
      const given = await ask.json()
      // Who declared a conflict may say so again: alone of all that a recused person asks, it is answered.
      if (verdict === 'recused' && given['choice'] !== 'recused') throw recused()
      const act = read(given)
      return respond(await act({ payload: ask.req.payload, id: adhesion.id, actor }))
    }),
  }
}

const attachEndpoint: OwnEndpoint = {
  path: '/:id/attach',
  method: 'post',
  custom: { form: BODIES.attach },
  handler: endpoint(async (ask) => {
    const { actor, adhesion } = await callerOn(ask, 'attach')
    const form = await ask.form()
    const { title, rev } = readOrRefuse(BODIES.attach, textsOf(form, ['file']))
    const files = form.getAll('file').filter((entry): entry is File => entry instanceof File)
    const uploads = await Promise.all(
      files.map(async (file) => ({ name: file.name, data: Buffer.from(await file.arrayBuffer()) })),
    )
    return respond(await attach(ask.req.payload, { id: adhesion.id, actor, rev, title, files: uploads }))
  }),
}

/** `POST /api/adhesions/:id/…` for the secretariat and the Bureau. */
export const staffEndpoints: OwnEndpoint[] = [
  ...Object.entries(STAFF_ACTIONS).map(([name, action]) => jsonEndpoint(name, action)),
  attachEndpoint,
]
