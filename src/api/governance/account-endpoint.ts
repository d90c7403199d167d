import type { Payload } from 'payload'
import type { z } from 'zod'
import { staff } from '../../../access/actors.ts'
import { waitingOn, refuseAsSecond, refuseOwnAccount, type Governor } from '../../accounts/governor.ts'
import { officeOf } from '../../accounts/offices.ts'
import { wrongActor } from '../../adhesion/lifecycle/errors.ts'
import type { User } from '../../payload-types.ts'
import { unknownAccount } from '../../governance/account-errors.ts'
import { readRecord } from '../../record/second-person.ts'
import { posting, type OwnEndpoint } from '../posting.ts'
import { respond, signInFirst, type Ask } from '../respond.ts'
import { messageAndSome } from '../description/answer-shapes.ts'
import { saying } from '../description/said.ts'

/** Who proposes and confirms what accounts may do. @throws DomainError 401 `unauthorized`, 403 `wrong-actor` */
export async function governorOf({ req, client }: Pick<Ask, 'req' | 'client'>): Promise<Governor> {
  const user = staff(req)
  if (!user) throw signInFirst()
  const office = await officeOf({ payload: req.payload, req }, user)
  if (office === null) throw wrongActor()
  const { id, name, email, secretarySince = null } = user
  return { id, name, email, office, secretarySince, ...client }
}

/** Who acts on which account, and what was read of the body. */
export type AccountAct<Values> = { id: string; governor: Governor } & Values

/**
 * `POST /api/users/:id/<name>`: right, then account, then who may not act on this one (oneself; `confirm`: who proposed
 * what waits), then body, then what the use-case says. Answers `{ message, doc }`: what of the account they may know.
 */
export const accountEndpoint = <Schema extends z.ZodObject>(
  name: string,
  message: string,
  schema: Schema,
  act: (payload: Payload, given: AccountAct<z.output<Schema>>) => Promise<User>,
): OwnEndpoint =>
  saying(
    posting(`/:id/${name}`, schema, async ({ body, ...ask }) => {
      const governor = await governorOf(ask)
      const { payload } = ask.req
      const id = ask.param('id')
      const account = await readRecord(payload, 'users', id)
      if (!account) throw unknownAccount()
      refuseOwnAccount(governor, id)
      const waiting = waitingOn(account)
      if (name === 'confirm' && waiting) refuseAsSecond(governor, waiting)
      const values = await body()
      return respond({ message, doc: shown(await act(payload, { ...values, id, governor })) })
    }),
    { by: ['secretariat', 'admin', 'mandate'], answer: messageAndSome(), refusals: { 403: ['wrong-actor'] } },
  )

/** What those who give rights are told of an account. */
function shown({ id, name, email, roles, suspended, pending }: User): object {
  return { id, name, email, roles: roles ?? [], suspended: suspended === true, pending: pending ?? null }
}
