import { findAll, findById } from '../../db/find.ts'
import type { AccountChange } from '../../accounts/change.ts'
import { waitingOn } from '../../accounts/governor.ts'
import { mayConfirmEachOther, officeOf, type Office } from '../../accounts/offices.ts'
import { formatDateTime } from '../../lib/dates.ts'
import { ROLE_LABELS, ROLES, rolesInWords } from '../../governance/roles.ts'
import type { User } from '../../payload-types.ts'
import type { ActionGroups, ActionModel, FieldModel } from '../actions/model.ts'
import { textAt } from '../adhesion/stored.ts'
import type { Fact } from '../fact.ts'
import type { Reader } from '../reader.ts'
import { ACCOUNT_ACTIONS, ACCOUNTS } from './words.ts'
import { LENGTHS } from '../../input/lengths.ts'

export type AccountCardModel = {
  id: string
  name: string
  waits: boolean
  facts: Fact[]
  proposed: Fact[]
  said: string
  actions: ActionGroups
}

/** As what somebody gives rights; null for who has no part in it. */
export const officeOfReader = ({ payload, req, user }: Reader): Promise<Office | null> =>
  officeOf({ payload, req }, user)

/** All accounts, those where something waits first. Whoever calls has asked for the reader's office: accounts are open to administrators alone. */
export async function readAccounts(reader: Reader, office: Office): Promise<AccountCardModel[]> {
  const docs = await findAll(reader, 'users', { sort: 'name' })
  const cards = docs.map((account) => cardOf(reader, office, account))
  return [...cards.filter(({ waits }) => waits), ...cards.filter(({ waits }) => !waits)]
}

/** One account. */
export async function readAccount(reader: Reader, office: Office, id: string): Promise<AccountCardModel | null> {
  const account = await findById(reader, 'users', id)
  return account ? cardOf(reader, office, account) : null
}

function cardOf({ user }: Reader, office: Office, account: User): AccountCardModel {
  const waiting = waitingOn(account)
  const base = {
    id: account.id,
    name: account.name,
    waits: waiting !== null,
    facts: [
      { label: ACCOUNTS.email, value: account.email },
      { label: ACCOUNTS.roles, value: rolesInWords(account.roles ?? []) },
      { label: ACCOUNTS.standing, value: standingOf(account) },
    ],
    proposed: waiting ? factsOf(waiting.change, waiting.deliberation) : [],
  }
  if (account.id === user.id)
    return { ...base, said: ACCOUNTS.oneself, actions: { main: null, others: [], record: [] } }
  if (!waiting) return { ...base, said: '', actions: { main: null, others: offered(account), record: [] } }
  const { change, proposedBy, proposedByName, proposedAt } = waiting
  const isProof = change.kind === 'email' && (change.as === 'self' || change.confirmedBy !== null)
  const mine = proposedBy === user.id
  const paired = change.as === 'self' || mayConfirmEachOther(change.as, office)
  const said = isProof
    ? ACCOUNTS.proof
    : mine
      ? ACCOUNTS.yours
      : !paired
        ? ACCOUNTS.byAdmin
        : ACCOUNTS.proposedBy(proposedByName, formatDateTime(new Date(proposedAt)))
  const suspend = account.suspended === true ? [] : [action(account, 'suspend', [reason(true)])]
  return {
    ...base,
    said,
    actions: {
      main: isProof || mine || !paired ? null : action(account, 'confirm', []),
      others: [action(account, 'discard', [reason(false)]), ...suspend],
      record: [],
    },
  }
}

type ActionName = keyof typeof ACCOUNT_ACTIONS

const action = ({ id }: Pick<User, 'id'>, name: ActionName, fields: FieldModel[]): ActionModel => ({
  name,
  url: `/api/users/${id}/${name}`,
  ...ACCOUNT_ACTIONS[name],
  fields,
})

const reason = (required: boolean): FieldModel => ({
  kind: 'textarea',
  name: 'reason',
  label: ACCOUNTS.reason,
  longest: LENGTHS.accountReason,
  required,
})

function offered(account: User): ActionModel[] {
  if (account.suspended === true) return [action(account, 'reinstate', [reason(false)])]
  const roles: FieldModel = {
    kind: 'checkboxes',
    name: 'roles',
    label: ACCOUNTS.roles,
    values: [...(account.roles ?? [])],
    options: ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })),
  }
  return [
    action(account, 'propose-roles', [roles, reason(false)]),
    action(account, 'propose-email', [
      { kind: 'email', name: 'email', label: ACCOUNTS.newEmail, required: true, longest: LENGTHS.email },
      reason(false),
    ]),
    action(account, 'propose-name', [
      {
        kind: 'text',
        name: 'name',
        label: ACCOUNTS.newName,
        required: true,
        longest: LENGTHS.name,
        value: account.name,
      },
      reason(false),
    ]),
    action(account, 'suspend', [reason(true)]),
  ]
}

function factsOf(change: AccountChange, why: string): Fact[] {
  const said = why === '' ? [] : [{ label: ACCOUNTS.reason, value: why }]
  switch (change.kind) {
    case 'roles':
      return [{ label: ACCOUNTS.newRoles, value: rolesInWords(change.roles) }, ...said]
    case 'name':
      return [{ label: ACCOUNTS.newName, value: change.name }, ...said]
    case 'email':
      return [{ label: ACCOUNTS.newEmail, value: change.email }, ...said]
    case 'reinstatement':
      return [{ label: ACCOUNTS.reinstated, value: ACCOUNTS.reinstate }, ...said]
  }
}

function standingOf({ suspended, suspension, unaccepted }: User): string {
  if (suspended === true) {
    const at = textAt(suspension, 'at')
    return at
      ? ACCOUNTS.suspended(
          textAt(suspension, 'byName') ?? '',
          formatDateTime(new Date(at)),
          textAt(suspension, 'reason') ?? '',
        )
      : ACCOUNTS.suspendedShort
  }
  return unaccepted === true ? ACCOUNTS.invited : ACCOUNTS.active
}
