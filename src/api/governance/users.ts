import { staff } from '../../../access/actors.ts'
import { changeOwnEmail } from '../../accounts/email-proof.ts'
import { alreadySuspended } from '../../accounts/change-errors.ts'
import { confirmAccountChange } from '../../accounts/confirm-change.ts'
import { discardAccountChange } from '../../accounts/discard-change.ts'
import { proposeAccountChange } from '../../accounts/propose-change.ts'
import { suspendAccount } from '../../accounts/suspend.ts'
import { wrongActor } from '../../adhesion/lifecycle/errors.ts'
import { handOver } from '../../adhesion/actions/hand-over.ts'
import { unitOfWork } from '../../db/unit-of-work.ts'
import { unknownAccount } from '../../governance/account-errors.ts'
import { inviteAccount } from '../../governance/password-choice.ts'
import { holdsRole, ROLES } from '../../governance/roles.ts'
import { choice, fields, list, optional, secret, text, textOrEmpty } from '../../input/fields.ts'
import { email } from '../../organisation/email-field.ts'
import { readRecord } from '../../record/second-person.ts'
import { wakeSender } from '../../record/wake.ts'
import { noteSecurityEvent } from '../../security/journal.ts'
import { posting, type OwnEndpoint } from '../posting.ts'
import { MESSAGE } from '../description/answer-shapes.ts'
import type { Said } from '../description/said.ts'
import { endpoint, respond, signInFirst } from '../respond.ts'
import { accountEndpoint, governorOf } from './account-endpoint.ts'
import { NOTHING, REASONED } from './secretariat-endpoint.ts'
import { LENGTHS } from '../../input/lengths.ts'

const SECOND = 'une autre personne habilitée doit le confirmer.'

const several = { lines: 'several' } as const
const reason = () => textOrEmpty(LENGTHS.accountReason, several)

/** What those who give rights do on an account; two for each, but for a suspension. */
const governing: OwnEndpoint[] = [
  accountEndpoint(
    'propose-roles',
    `Rôles proposés\u00a0: ${SECOND}`,
    fields({ roles: list(choice(ROLES)), reason: reason() }),
    (payload, { roles, ...act }) =>
      proposeAccountChange(payload, { ...act, proposed: { kind: 'roles', roles: [...new Set(roles)] } }),
  ),
  accountEndpoint(
    'propose-email',
    `Adresse proposée\u00a0: ${SECOND}`,
    fields({ email: email(), reason: reason() }),
    (payload, { email: address, ...act }) =>
      proposeAccountChange(payload, { ...act, proposed: { kind: 'email', email: address } }),
  ),
  accountEndpoint(
    'propose-name',
    `Nom proposé\u00a0: ${SECOND}`,
    fields({ name: text(LENGTHS.name, { named: true }), reason: reason() }),
    (payload, { name, ...act }) => proposeAccountChange(payload, { ...act, proposed: { kind: 'name', name } }),
  ),
  accountEndpoint(
    'suspend',
    'Le compte est suspendu.',
    fields({ reason: text(LENGTHS.accountReason, several) }),
    async (payload, act) => {
      const account = await suspendAccount(payload, act).catch(async (error: unknown) => {
        // Asked again after a failure half-way: what was left to hand over is handed over.
        if (error instanceof Error && 'code' in error && error.code === alreadySuspended().code)
          await handOver(payload, act.id)
        throw error
      })
      await handOver(payload, act.id)
      return account
    },
  ),
  accountEndpoint(
    'reinstate',
    `Rétablissement proposé\u00a0: ${SECOND}`,
    fields({ reason: reason() }),
    (payload, act) => proposeAccountChange(payload, { ...act, proposed: { kind: 'reinstatement' } }),
  ),
  accountEndpoint('confirm', 'Confirmé.', NOTHING, async (payload, act) => {
    const { account, leftSecretariat } = await confirmAccountChange(payload, act)
    if (leftSecretariat) await handOver(payload, act.id)
    return account
  }),
]

/** One's own new address, and what proves oneself again. */
const OWN_EMAIL = fields({ email: email(), currentPassword: optional(secret()), code: optional(secret()) })

/** `POST /api/users/:id/…`: accounts, what they may do, and their suspension. */
export const userEndpoints: OwnEndpoint[] = [
  ...governing,
  // Its own path: the holder of an account may drop the address that they asked for.
  posting('/:id/discard', REASONED, async ({ body, ...ask }) => {
    const { req, client } = ask
    const user = staff(req)
    if (!user) throw signInFirst()
    const id = ask.param('id')
    const by = user.id === id ? { id, name: user.name, email: user.email, ...client } : await governorOf(ask)
    if (!(await readRecord(req.payload, 'users', id))) throw unknownAccount()
    const { reason: why } = await body()
    await discardAccountChange(req.payload, { id, by, reason: why })
    return respond({ message: 'Abandonné.' })
  }),
  posting('/:id/change-email', OWN_EMAIL, async ({ req, client, param, body }) => {
    const user = staff(req)
    if (!user) throw signInFirst()
    if (param('id') !== user.id) throw wrongActor()
    const { email: address, ...proof } = await body()
    await changeOwnEmail(req.payload, {
      account: user.id,
      email: address,
      proof,
      ip: client.ip,
      userAgent: client.userAgent,
    })
    return respond({
      message: `Un lien part à ${address}\u00a0: ouvrez-le pour que cette adresse devienne la vôtre.`,
    })
  }),
  {
    path: '/:id/invite',
    method: 'post',
    custom: { says: { by: ['admin'], answer: MESSAGE } satisfies Said },
    handler: endpoint(async ({ req, client, param, json }) => {
      const user = staff(req)
      if (!user) throw signInFirst()
      if (!holdsRole(user, 'admin')) throw wrongActor()
      const account = await readRecord(req.payload, 'users', param('id'))
      if (!account) throw unknownAccount()
      if (account.suspended === true) throw alreadySuspended()
      await json()
      await unitOfWork(req.payload, async (unit) => {
        await inviteAccount(unit, account, user.name)
        await noteSecurityEvent(
          req.payload,
          { type: 'account-invited', account: account.id, by: user.id, ip: client.ip, userAgent: client.userAgent },
          unit.req,
        )
      })
      wakeSender(req.payload)
      return respond({ message: `Le lien part à ${account.email}.` })
    }),
  },
]
