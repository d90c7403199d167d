import { z } from 'zod'
import { staff } from '../../../access/actors.ts'
import type { StaffAction } from '../../adhesion/lifecycle/action.ts'
import { wrongActor } from '../../adhesion/lifecycle/errors.ts'
import { standingOn } from '../../adhesion/lifecycle/present.ts'
import { mightEver } from '../../adhesion/lifecycle/transition.ts'
import { STAFF_ACTIONS } from '../../adhesion/lifecycle/transitions.ts'
import { choice, fields, id, list } from '../../input/fields.ts'
import { issueAt, invalidInput } from '../../input/issue.ts'
import { readOrRefuse } from '../../input/read.ts'
import { shapeOf, type ErrorBody } from '../errors.ts'
import type { OwnEndpoint } from '../posting.ts'
import { endpoint, respond, signInFirst, type Ask } from '../respond.ts'
import { CALLERS } from '../description/callers.ts'
import type { Said } from '../description/said.ts'
import { callerOn } from './caller-on.ts'
import { callersOf } from './said-of-action.ts'

/** Actions that make sense on several files at once: what one decides on is not looked at in them. */
const BULK_ACTIONS = ['claim', 'put-to-bureau', 'close', 'request-information'] as const

/** Files that one request may act on. */
const MOST_FILES = 100

const ACTIONS: readonly StaffAction[] = STAFF_ACTIONS
const ON = { action: choice(BULK_ACTIONS), ids: list(id(), MOST_FILES) }

const actionNamed = (name: string): StaffAction => {
  const action = ACTIONS.find(({ endpoint: word }) => word === name)
  if (!action) throw new Error(`No action has the endpoint ${name}`)
  return action
}

/** What an action is asked with; of several files, no revision is that of all. */
const bodyOf = (name: (typeof BULK_ACTIONS)[number]) => actionNamed(name).body.omit({ rev: true }).shape
const OF_ACTIONS: ReadonlySet<string> = new Set(BULK_ACTIONS.flatMap((name) => Object.keys(bodyOf(name))))

/** What was done on one file, or why not. */
type Result = { id: string; status: number } & ({ doc: object } | ErrorBody)

/** Who may act on files at all, whichever they are. @throws DomainError 401, 403 */
async function requireClerk({ req, client }: Pick<Ask, 'req' | 'client'>): Promise<void> {
  const user = staff(req)
  if (!user) throw signInFirst()
  const { roles } = await standingOn(req.payload, req, { currentRound: null }, { kind: 'staff', user, client })
  if (!BULK_ACTIONS.some((name) => mightEver(actionNamed(name), roles))) throw wrongActor()
}

/**
 * `POST /api/adhesions/bulk { action, ids, … }`: the same action, with the same body, on several files. Each is judged and
 * done in a unit of work of its own, as by its own endpoint, and has a result of its own; 200 says that all were looked at.
 */
export const bulkEndpoint: OwnEndpoint = {
  path: '/bulk',
  method: 'post',
  custom: {
    body: z.union(BULK_ACTIONS.map((name) => fields({ ...bodyOf(name), action: z.literal(name), ids: ON.ids }))),
    says: {
      summary: { fr: 'Faire la même action sur plusieurs demandes', en: 'One action on several applications' },
      by: CALLERS.filter((caller) => BULK_ACTIONS.some((name) => callersOf(actionNamed(name)).includes(caller))),
      answer: z.object({ results: z.array(z.looseObject({ id: z.string(), status: z.int() })) }),
    } satisfies Said,
  },
  handler: endpoint(async (ask) => {
    await requireClerk(ask)
    const sent = Object.entries(await ask.json())
    const on = readOrRefuse(fields(ON), Object.fromEntries(sent.filter(([name]) => !OF_ACTIONS.has(name))))
    const once = [...new Set(on.ids)]
    if (once.length === 0) throw invalidInput([issueAt('ids', 'required')])
    const action = actionNamed(on.action)
    const act = action.read(Object.fromEntries(sent.filter(([name]) => !Object.hasOwn(ON, name))))
    const results: Result[] = []
    for (const each of once) results.push(await resultOn(ask, action, act, each))
    return respond({ results })
  }),
}

async function resultOn(
  { req, language }: Pick<Ask, 'req' | 'language'>,
  action: StaffAction,
  act: ReturnType<StaffAction['read']>,
  file: string,
): Promise<Result> {
  try {
    const { actor, adhesion } = await callerOn({ req, param: () => file }, action)
    return { id: file, status: 200, doc: await act(req.payload, { id: adhesion.id, actor }) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const { status, body } = shapeOf(error, language)
    if (status >= 500) req.payload.logger.error({ msg: 'An action on one of several files failed', file, err: error })
    return { ...body, id: file, status }
  }
}
