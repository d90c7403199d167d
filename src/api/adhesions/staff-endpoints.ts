import { staff } from '../../../access/actors.ts'
import type { Actor } from '../../adhesion/lifecycle/actor.ts'
import { recused, unknownAdhesion, wrongActor, notAnElector } from '../../adhesion/lifecycle/errors.ts'
import { standingOn } from '../../adhesion/lifecycle/present.ts'
import type { Upload } from '../../adhesion/actions/attach-files.ts'
import type { StaffAction } from '../../adhesion/lifecycle/action.ts'
import { mightEver, type Verdict, verdictOn } from '../../adhesion/lifecycle/transition.ts'
import { STAFF_ACTIONS } from '../../adhesion/lifecycle/transitions.ts'
import type { JsonObject } from '../../lib/json-object.ts'
import type { Adhesion } from '../../payload-types.ts'
import type { OwnEndpoint } from '../posting.ts'
import { clientOf } from '../../lib/caller.ts'
import { endpoint, respond, signInFirst, type Ask } from '../respond.ts'
import { textsOf } from '../texts-of-form.ts'

type Caller = { actor: Extract<Actor, { kind: 'staff' }>; adhesion: Adhesion; verdict: Verdict }

/**
 * Who calls and on what, refusing in the order of the specification: 401/403 by role before the file is
 * looked up, 404 unknown or not visible, 403 recused or not in the electorate. The state is judged later, in the unit of work.
 */
async function callerOn({ req, param }: Pick<Ask, 'req' | 'param'>, action: StaffAction): Promise<Caller> {
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

/** What is sent to an action: a form with its files, or JSON. */
async function sentTo(
  { filesIn, filesOptional }: StaffAction,
  ask: Ask,
): Promise<{ sent: JsonObject; uploads: Upload[] }> {
  if (!filesIn || (filesOptional && !ask.isForm)) return { sent: await ask.json(), uploads: [] }
  const form = await ask.form()
  const files = form.getAll(filesIn).filter((entry): entry is File => entry instanceof File)
  const uploads = await Promise.all(
    files.map(async (file) => ({ name: file.name, data: Buffer.from(await file.arrayBuffer()) })),
  )
  return { sent: textsOf(form, [filesIn]), uploads }
}

const isForRecused = ({ whileRecused }: StaffAction, sent: JsonObject): boolean =>
  whileRecused !== undefined && Object.entries(whileRecused).every(([name, value]) => sent[name] === value)

const staffEndpoint = (action: StaffAction): OwnEndpoint => ({
  path: `/:id/${action.endpoint}`,
  method: 'post',
  custom: { [action.filesIn ? 'form' : 'body']: action.body },
  handler: endpoint(async (ask) => {
    const { actor, adhesion, verdict } = await callerOn(ask, action)
    const { sent, uploads } = await sentTo(action, ask)
    if (verdict === 'recused' && !isForRecused(action, sent)) throw recused()
    const act = action.read(sent, uploads)
    return respond(await act(ask.req.payload, { id: adhesion.id, actor }))
  }),
})

/** `POST /api/adhesions/:id/…` for the secretariat and the Bureau: every action of the table that has an endpoint. */
export const staffEndpoints: OwnEndpoint[] = STAFF_ACTIONS.map(staffEndpoint)
