import { recused } from '../../adhesion/lifecycle/errors.ts'
import type { StaffAction } from '../../adhesion/lifecycle/action.ts'
import { STAFF_ACTIONS } from '../../adhesion/lifecycle/transitions.ts'
import type { JsonObject } from '../../lib/json-object.ts'
import type { OwnEndpoint } from '../posting.ts'
import { endpoint, respond, type Ask } from '../respond.ts'
import { formWithFiles, perhapsWithFiles, type SentWithFiles } from '../sent-with-files.ts'
import { callerOn } from './caller-on.ts'
import { saidOfAction } from './said-of-action.ts'

/** What is sent to an action: a form with its files, or JSON. */
const sentTo = async ({ filesIn, filesOptional }: StaffAction, ask: Ask): Promise<SentWithFiles> =>
  !filesIn
    ? { sent: await ask.json(), uploads: [] }
    : filesOptional
      ? perhapsWithFiles(ask, filesIn)
      : formWithFiles(ask, filesIn)

const isForRecused = ({ whileRecused }: StaffAction, sent: JsonObject): boolean =>
  whileRecused !== undefined && Object.entries(whileRecused).every(([name, value]) => sent[name] === value)

const staffEndpoint = (action: StaffAction): OwnEndpoint => ({
  path: `/:id/${action.endpoint}`,
  method: 'post',
  custom: {
    [action.filesIn ? 'form' : 'body']: action.body,
    filesIn: action.filesIn,
    orJson: action.filesOptional === true,
    says: saidOfAction(action),
  },
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
