import type { Endpoint } from 'payload'
import { staff } from '../../../access/actors.ts'
import type { Actor } from '../../adhesion/actor.ts'
import { recused, unknownAdhesion, wrongActor, notAnElector } from '../../adhesion/errors.ts'
import { standingOn } from '../../adhesion/present.ts'
import { resendLink } from '../../adhesion/resend-link.ts'
import { answerForApplicant } from '../../adhesion/answer.ts'
import { answerQuestion } from '../../adhesion/answer-question.ts'
import { attach } from '../../adhesion/attach.ts'
import { type TransitionName, mightEver } from '../../adhesion/transitions.ts'
import { verdictOn, type Verdict } from '../../adhesion/verdict.ts'
import type { Adhesion } from '../../payload-types.ts'
import { endpoint, respond, signInFirst, type Ask } from '../respond.ts'
import { clientOf } from '../../lib/caller.ts'
import { BodyReader } from './body.ts'
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
  const { roles } = await standingOn(req.payload, req, { ballot: null }, actor)
  if (!mightEver(name, roles)) throw wrongActor()
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
  const verdict = verdictOn(name, adhesion.status, standing)
  if (verdict === 'wrong-actor') throw wrongActor()
  if (verdict === 'recused' && name !== 'castVote') throw recused()
  if (verdict === 'not-an-elector') throw notAnElector()
  return { actor, adhesion, verdict }
}

function jsonEndpoint(name: string, action: StaffAction): Omit<Endpoint, 'root'> {
  return {
    path: `/:id/${name}`,
    method: 'post',
    handler: endpoint(async (ask) => {
      const { actor, adhesion, verdict } = await callerOn(ask, action.transition)
      const body = await ask.json()
      // Who declared a conflict may say so again: alone of all that a recused person asks, it is answered.
      if (verdict === 'recused' && body['choice'] !== 'recused') throw recused()
      const reader = new BodyReader(body)
      const rev = reader.rev()
      const act = action.read(reader)
      return respond(await act({ payload: ask.req.payload, id: adhesion.id, actor, rev }))
    }),
  }
}

const ANSWER_SOURCES = ['letter', 'phone', 'email'] as const

const ACTIONS: Readonly<Record<string, StaffAction>> = {
  ...STAFF_ACTIONS,
  answer: {
    transition: 'answer',
    read: (reader) => {
      const answer = reader.text('answer', 10_000)
      const source = reader.choice('source', ANSWER_SOURCES) ?? 'letter'
      reader.end()
      return ({ payload, ...act }) => answerForApplicant(payload, { ...act, answer, source })
    },
  },
  'resend-link': {
    transition: 'resendLink',
    read: (reader) => {
      reader.end()
      return ({ payload, ...act }) => resendLink(payload, act)
    },
  },
}

const attachEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/attach',
  method: 'post',
  handler: endpoint(async (ask) => {
    const { actor, adhesion } = await callerOn(ask, 'attach')
    const form = await ask.form()
    const files = form.getAll('file').filter((entry): entry is File => entry instanceof File)
    const title = form.get('title')
    const uploads = await Promise.all(
      files.map(async (file) => ({ name: file.name, data: Buffer.from(await file.arrayBuffer()) })),
    )
    return respond(
      await attach(ask.req.payload, {
        id: adhesion.id,
        actor,
        title: typeof title === 'string' ? title : undefined,
        files: uploads,
      }),
    )
  }),
}

const ANSWERS = ['conflict', 'no-conflict'] as const

/** `POST /api/adhesions/:id/answer-question { person, answer, reason }`: what is asked about an elector, answered by the secretariat or who presides. */
const answerQuestionEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/answer-question',
  method: 'post',
  handler: endpoint(async (ask) => {
    const user = staff(ask.req)
    if (!user) throw signInFirst()
    const actor = { kind: 'staff', user, client: clientOf(ask.req) } as const
    const { roles } = await standingOn(ask.req.payload, ask.req, { ballot: null }, actor)
    if (!roles.has('secretariat') && !roles.has('bureau-member')) throw wrongActor()
    const id = ask.param('id')
    const adhesion = await ask.req.payload.findByID({
      collection: 'adhesions',
      id,
      depth: 0,
      req: ask.req,
      overrideAccess: false,
      user,
      disableErrors: true,
    })
    if (!adhesion) throw unknownAdhesion()
    const reader = new BodyReader(await ask.json())
    const rev = reader.rev()
    const person = reader.text('person', 64)
    const answer = reader.choice('answer', ANSWERS)
    const reason = reader.text('reason', 2_000)
    reader.end()
    return respond(
      await answerQuestion(ask.req.payload, { id, actor, rev, person, conflict: answer === 'conflict', reason }),
    )
  }),
}

/** `POST /api/adhesions/:id/…` for the secretariat and the Bureau. */
export const staffEndpoints: Omit<Endpoint, 'root'>[] = [
  ...Object.entries(ACTIONS).map(([name, action]) => jsonEndpoint(name, action)),
  attachEndpoint,
  answerQuestionEndpoint,
]
