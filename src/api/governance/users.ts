import { staff } from '../../../access/actors.ts'
import { changeOwnEmail } from '../../accounts/email-proof.ts'
import { alreadySuspended } from '../../accounts/change-errors.ts'
import { confirmAccountChange } from '../../accounts/confirm-change.ts'
import { discardAccountChange } from '../../accounts/discard-change.ts'
import { proposeAccountChange } from '../../accounts/propose-change.ts'
import { suspendAccount } from '../../accounts/suspend.ts'
import { wrongActor } from '../../adhesion/errors.ts'
import { handOver } from '../../adhesion/hand-over.ts'
import { unitOfWork } from '../../db/unit-of-work.ts'
import { unknownAccount } from '../../governance/account-errors.ts'
import { inviteAccount } from '../../governance/accounts.ts'
import { holdsRole, isRole } from '../../governance/roles.ts'
import { parseEmail } from '../../organisation/email.ts'
import { readRecord } from '../../record/second-person.ts'
import { wakeSender } from '../../record/wake.ts'
import { noteSecurityEvent } from '../../security/journal.ts'
import { BodyReader } from '../adhesions/body.ts'
import { invalidBody } from '../../adhesion/errors.ts'
import { endpoint, respond, signInFirst } from '../respond.ts'
import { accountEndpoint, governorOf } from './account-endpoint.ts'
import { readReason, type OwnEndpoint } from './secretariat-endpoint.ts'

const REASON = 1_000
const SECOND = 'une autre personne habilitée doit le confirmer.'

/** An e-mail address as it is stored. */
function readEmail(reader: BodyReader): string {
  const text = reader.text('email', 254)
  const read = parseEmail(text)
  if ('email' in read) return read.email
  if (text !== '') throw invalidBody([{ path: 'email', ...read.fault }])
  return ''
}

const optionalReason = (reader: BodyReader): string => reader.optionalText('reason', REASON) ?? ''

/** What those who give rights do on an account; two for each, but for a suspension. */
const governing: OwnEndpoint[] = [
  accountEndpoint('propose-roles', `Rôles proposés\u00a0: ${SECOND}`, (reader) => {
    if (!reader.has('roles')) reader.fault('roles', 'required')
    const roles = reader.list('roles', (entry, at) => {
      if (isRole(entry)) return entry
      reader.fault(at, 'not-a-choice')
      return undefined
    })
    const reason = optionalReason(reader)
    reader.end()
    return ({ payload, ...act }) =>
      proposeAccountChange(payload, { ...act, proposed: { kind: 'roles', roles: [...new Set(roles)] }, reason })
  }),
  accountEndpoint('propose-email', `Adresse proposée\u00a0: ${SECOND}`, (reader) => {
    const email = readEmail(reader)
    const reason = optionalReason(reader)
    reader.end()
    return ({ payload, ...act }) =>
      proposeAccountChange(payload, { ...act, proposed: { kind: 'email', email }, reason })
  }),
  accountEndpoint('propose-name', `Nom proposé\u00a0: ${SECOND}`, (reader) => {
    const name = reader.text('name', 120)
    const reason = optionalReason(reader)
    reader.end()
    return ({ payload, ...act }) => proposeAccountChange(payload, { ...act, proposed: { kind: 'name', name }, reason })
  }),
  accountEndpoint('suspend', 'Le compte est suspendu.', (reader) => {
    const reason = reader.text('reason', REASON)
    reader.end()
    return async ({ payload, id, governor }) => {
      const account = await suspendAccount(payload, { id, governor, reason }).catch(async (error: unknown) => {
        // Asked again after a failure half-way: what was left to hand over is handed over.
        if (error instanceof Error && 'code' in error && error.code === alreadySuspended().code)
          await handOver(payload, id)
        throw error
      })
      await handOver(payload, id)
      return account
    }
  }),
  accountEndpoint('reinstate', `Rétablissement proposé\u00a0: ${SECOND}`, (reader) => {
    const reason = optionalReason(reader)
    reader.end()
    return ({ payload, ...act }) =>
      proposeAccountChange(payload, { ...act, proposed: { kind: 'reinstatement' }, reason })
  }),
  accountEndpoint('confirm', 'Confirmé.', (reader) => {
    reader.end()
    return async ({ payload, ...act }) => {
      const { account, leftSecretariat } = await confirmAccountChange(payload, act)
      if (leftSecretariat) await handOver(payload, act.id)
      return account
    }
  }),
]

/** `POST /api/users/:id/…`: accounts, what they may do, and their suspension. */
export const userEndpoints: OwnEndpoint[] = [
  ...governing,
  {
    // Its own path: the holder of an account may drop the address that they asked for.
    path: '/:id/discard',
    method: 'post',
    handler: endpoint(async (ask) => {
      const { req, client } = ask
      const user = staff(req)
      if (!user) throw signInFirst()
      const id = ask.param('id')
      const by = user.id === id ? { id, name: user.name, email: user.email, ...client } : await governorOf(ask)
      if (!(await readRecord(req.payload, 'users', id))) throw unknownAccount()
      const { reason } = readReason(new BodyReader(await ask.json()))
      await discardAccountChange(req.payload, { id, by, reason })
      return respond({ message: 'Abandonné.' })
    }),
  },
  {
    path: '/:id/change-email',
    method: 'post',
    handler: endpoint(async (ask) => {
      const { req, client } = ask
      const user = staff(req)
      if (!user) throw signInFirst()
      if (ask.param('id') !== user.id) throw wrongActor()
      const body = await ask.json()
      const reader = new BodyReader({ email: body['email'] })
      const email = readEmail(reader)
      reader.end()
      await changeOwnEmail(req.payload, {
        account: user.id,
        email,
        proof: body,
        ip: client.ip,
        userAgent: client.userAgent,
      })
      return respond({ message: `Un lien part à ${email}\u00a0: ouvrez-le pour que cette adresse devienne la vôtre.` })
    }),
  },
  {
    path: '/:id/invite',
    method: 'post',
    handler: endpoint(async ({ req, client, param }) => {
      const user = staff(req)
      if (!user) throw signInFirst()
      if (!holdsRole(user, 'admin')) throw wrongActor()
      const account = await readRecord(req.payload, 'users', param('id'))
      if (!account) throw unknownAccount()
      if (account.suspended === true) throw alreadySuspended()
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
