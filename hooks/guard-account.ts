import type { CollectionAfterChangeHook, CollectionBeforeOperationHook } from 'payload'
import { findById } from '../src/db/find.ts'
import { staff } from '../access/actors.ts'
import {
  bothAdminAndSecretary,
  emailByProof,
  emailByTwo,
  nameByTwo,
  rolesByTwo,
  unknownRole,
} from '../src/accounts/change-errors.ts'
import { propose } from '../src/accounts/propose-change.ts'
import { clientOf } from '../src/lib/caller.ts'
import { oneAccountAtATime } from '../src/governance/account-errors.ts'
import { isLinkedToSomebody } from '../src/governance/accounts.ts'
import { inviteAccount } from '../src/governance/password-choice.ts'
import { holdsRole, isBothAdminAndSecretary, isRole, type Role } from '../src/governance/roles.ts'
import { foldEmail } from '../src/lib/fold.ts'
import { takeInHand } from '../src/record/second-person.ts'
import { noteSecurityEvent } from '../src/security/journal.ts'
import type { User } from '../src/payload-types.ts'
import { asUseCase } from './as-use-case.ts'

const ROLES_OF_NEW = 'cpofRolesOfNew'

/**
 * Refuses what a plain write of an account may not do: give a role, change a name, or move to another mailbox an account that
 * somebody has come to: who reads the mailbox chooses the password. An account is made as an editor's or without a role:
 * those that give a right over others (secretariat, administration) become a proposal.
 */
export const guardAccount: CollectionBeforeOperationHook = async ({
  args,
  context,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess || (operation !== 'update' && operation !== 'create')) return args
  const user = staff(req)
  if (!user) return args
  const isAdmin = holdsRole(user, 'admin')
  const given: unknown = 'data' in args ? args.data : undefined
  const data: Record<string, unknown> =
    typeof given === 'object' && given !== null ? Object.fromEntries(Object.entries(given)) : {}
  if (operation === 'create') {
    if (!isAdmin) return args
    const roles = listOf(data['roles'])
    if (!roles.every(isRole)) throw unknownRole()
    if (isBothAdminAndSecretary(roles)) throw bothAdminAndSecretary()
    const atOnce = roles.filter((role) => role === 'editor').slice(0, 1)
    if (roles.some((role) => role !== 'editor')) context[ROLES_OF_NEW] = [...new Set(roles)]
    return { ...args, data: { ...data, roles: atOnce } }
  }
  const id: unknown = 'id' in args ? args.id : undefined
  if (typeof id !== 'string') throw oneAccountAtATime()
  if (!isAdmin && id !== user.id) return args
  const before = await findById({ payload: req.payload, req }, 'users', id)
  if (!before) return args
  if (data['roles'] !== undefined && !sameRoles(data['roles'], before.roles)) throw rolesByTwo()
  if (data['name'] !== undefined && data['name'] !== before.name) throw nameByTwo()
  if (
    data['email'] !== undefined &&
    data['email'] !== null &&
    !(typeof data['email'] === 'string' && foldEmail(data['email']) === foldEmail(before.email))
  ) {
    if ((before.roles ?? []).length > 0 || before.pending || (await isLinkedToSomebody(req, id))) throw emailByTwo()
    if (id === user.id) throw emailByProof()
    // An invitation that was mistyped: nobody has come to the account yet.
    if (before.unaccepted !== true) throw emailByTwo()
  }
  return args
}

/** The roles that a new account was asked for wait for a second person. */
export const proposeRolesOfNew: CollectionAfterChangeHook<User> = async ({ context, doc, operation, req }) => {
  const user = staff(req)
  if (operation !== 'create') return doc
  const unit = asUseCase(req)
  const client = clientOf(req)
  await noteSecurityEvent(
    req.payload,
    {
      type: 'account-created',
      account: doc.id,
      by: user?.id ?? null,
      ip: client.ip,
      userAgent: client.userAgent,
      data: { name: doc.name, email: doc.email },
    },
    req,
  )
  const roles = context[ROLES_OF_NEW]
  delete context[ROLES_OF_NEW]
  if (!user || !Array.isArray(roles)) return doc
  const governor = { id: user.id, name: user.name, email: user.email, office: 'admin' as const, ...client }
  const account = await takeInHand(unit, 'users', doc.id)
  return propose(unit, account, {
    governor,
    proposed: { kind: 'roles', roles: roles.filter((role): role is Role => isRole(role)) },
    reason: '',
  })
}

/** The address of an invitation that nobody answered was mistyped: the link sent there opens nothing, and another leaves. */
export const inviteAtNewAddress: CollectionAfterChangeHook<User> = async ({ doc, operation, previousDoc, req }) => {
  if (operation !== 'update' || foldEmail(previousDoc.email) === foldEmail(doc.email)) return
  const user = staff(req)
  const { ip, userAgent } = clientOf(req)
  await noteSecurityEvent(
    req.payload,
    {
      type: 'email-changed',
      account: doc.id,
      by: user?.id ?? null,
      ip,
      userAgent,
      data: { email: doc.email, previous: previousDoc.email },
    },
    req,
  )
  await inviteAccount(asUseCase(req), doc, user?.name ?? 'La CPOF')
}

const listOf = (roles: unknown): unknown[] =>
  Array.isArray(roles) ? roles : roles === undefined || roles === null ? [] : [roles]

const sameRoles = (a: unknown, b: unknown): boolean =>
  listOf(a).map(String).sort().join() === listOf(b).map(String).sort().join()
