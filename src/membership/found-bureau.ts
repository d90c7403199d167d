import type { Payload } from 'payload'
import { findFirst } from '../db/find.ts'
import { unitOfWork, type UnitOfWork } from '../db/unit-of-work.ts'
import { accountByEmail } from '../governance/accounts.ts'
import { inviteAccount } from '../governance/password-choice.ts'
import { isBothAdminAndSecretary } from '../governance/roles.ts'
import { storedRule, type RuleChange } from '../governance/body-rule.ts'
import type { MandateRole } from '../governance/mandate-facts.ts'
import { mandateTitle } from '../governance/mandate-notice.ts'
import { unknownPasswordHash } from '../governance/unknown-password.ts'
import { clientOf } from '../lib/caller.ts'
import { now } from '../lib/clock.ts'
import type { Day } from '../lib/dates.ts'
import type { GovernanceBody, User } from '../payload-types.ts'
import { recordFact } from '../record/journal.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { createMember, type PaperMember } from './enter.ts'
import { administratorCannotBeSecretary, alreadyFounded } from './errors.ts'

export type FoundingMember = PaperMember & {
  /** How the file names it, for `onBehalfOf`. */ key: string
  effectiveOn: Day
}

type FoundingMandate = {
  firstName: string
  lastName: string
  email: string
  role: MandateRole
  /** Key of a founding member. */
  onBehalfOf: string | null
  firstDay: Day
  lastDay: Day | null
}

/** Everything that the first Bureau is founded with. */
export type Founding = {
  /** Reference of the deliberation that decided all of it. */
  deliberation: string
  body: { name: string; mission: string | null } & Pick<RuleChange, 'rule' | 'article'>
  members: readonly FoundingMember[]
  mandates: readonly FoundingMandate[]
  /** The secretariat: two persons at least, since each confirms what the other enters. */
  secretariat: readonly { name: string; email: string }[]
}

const ACTOR = { kind: 'system', name: 'la fondation du Bureau' } as const

/**
 * Founds the first Bureau in one unit of work: members, body with its rule, people with their accounts and
 * mandates, secretariat. All of it counts as confirmed, under the deliberation; everybody is invited by e-mail.
 * @throws DomainError 409 `already-founded` once a body, a mandate or a member exists, `admin-and-secretary`
 */
export function foundBureau(payload: Payload, founding: Founding): Promise<{ body: GovernanceBody; accounts: number }> {
  return unitOfWork(payload, async (unit) => {
    await refuseAgain(unit)
    const members = await foundMembers(unit, founding)
    const body = await foundBody(unit, founding)
    const accounts = new Set<string>()
    for (const mandate of founding.mandates) {
      const { id } = await account(unit, { name: `${mandate.firstName} ${mandate.lastName}`, email: mandate.email }, [])
      accounts.add(id)
      await foundMandate(unit, {
        mandate,
        account: id,
        body,
        onBehalfOf: mandate.onBehalfOf === null ? null : (members.get(mandate.onBehalfOf) ?? null),
        deliberation: founding.deliberation,
      })
    }
    for (const person of founding.secretariat) accounts.add((await account(unit, person, ['secretariat'])).id)
    return { body, accounts: accounts.size }
  })
}

async function refuseAgain({ payload, req }: UnitOfWork): Promise<void> {
  for (const collection of ['governance-bodies', 'mandates', 'members'] as const) {
    if ((await findFirst({ payload, req }, collection)) !== null) throw alreadyFounded()
  }
}

async function foundMembers(unit: UnitOfWork, { members, deliberation }: Founding): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { key, effectiveOn, ...member } of members) {
    const row = {
      ...member,
      origin: 'founder' as const,
      effectiveOn,
      deliberation,
      slot: member.identifierKey,
      confirmed: true,
      confirmedAt: now().toISOString(),
    }
    const { id, legalName } = await createMember(unit, row, null)
    ids.set(key, id)
    await recordFact(unit, {
      subject: `member:${id}`,
      type: 'member-entered',
      actor: ACTOR,
      evidence: { member: legalName, kind: member.kind, origin: 'founder', effectiveOn, deliberation },
    })
  }
  return ids
}

async function foundBody(unit: UnitOfWork, { body, deliberation }: Founding): Promise<GovernanceBody> {
  const { name, mission, rule, article } = body
  const created = await unit.payload.create({
    collection: 'governance-bodies',
    data: {
      name,
      mission,
      slug: 'bureau',
      kind: 'bureau',
      competences: ['adhesion-validation'],
      rule: storedRule({ rule, article }),
    },
    req: unit.req,
    depth: 0,
    overrideAccess: true,
  })
  await recordFact(unit, {
    subject: `body:${created.id}`,
    type: 'body-founded',
    actor: ACTOR,
    evidence: { name, rule, article, deliberation },
  })
  return created
}

type Seat = {
  mandate: FoundingMandate
  account: string
  body: GovernanceBody
  onBehalfOf: string | null
  deliberation: string
}

async function foundMandate(
  unit: UnitOfWork,
  { mandate, account: accountId, body, onBehalfOf, deliberation }: Seat,
): Promise<void> {
  const { payload, req } = unit
  const { firstName, lastName, email, role, firstDay, lastDay } = mandate
  const person = await payload.create({
    collection: 'people',
    data: { firstName, lastName, email, account: accountId },
    req,
    depth: 0,
    overrideAccess: true,
  })
  const name = person.name ?? ''
  await recordFact(unit, {
    subject: `person:${person.id}`,
    type: 'account-linked',
    actor: ACTOR,
    evidence: { name, account: accountId, deliberation },
  })
  const title = mandateTitle({ person: name, body: body.name }, role)
  const { id } = await payload.create({
    collection: 'mandates',
    data: {
      person: person.id,
      body: body.id,
      role,
      onBehalfOf,
      firstDay,
      lastDay,
      deliberation,
      title,
      confirmed: true,
      confirmedAt: now().toISOString(),
    },
    req,
    depth: 0,
    overrideAccess: true,
  })
  await recordFact(unit, {
    subject: `mandate:${id}`,
    type: 'mandate-entered',
    actor: ACTOR,
    evidence: {
      title,
      personId: person.id,
      body: body.id,
      role,
      onBehalfOf,
      firstDay,
      lastDay,
      deliberation,
    },
  })
}

/** The account at an address: the one that is there, with the roles besides its own, or a new one, invited. */
async function account(
  unit: UnitOfWork,
  { name, email }: { name: string; email: string },
  roles: NonNullable<User['roles']>,
): Promise<Pick<User, 'id'>> {
  const { payload, req } = unit
  const present = await accountByEmail(payload, email, req)
  if (!present) return invitedAccount(unit, { name, email: email.toLowerCase().trim(), roles })
  const more = roles.filter((role) => !present.roles?.includes(role))
  if (isBothAdminAndSecretary([...(present.roles ?? []), ...more])) throw administratorCannotBeSecretary(email)
  if (more.length === 0) return present
  return payload.update({
    collection: 'users',
    id: present.id,
    data: { roles: [...(present.roles ?? []), ...more] },
    req,
    depth: 0,
    overrideAccess: true,
  })
}

/** Past Payload's operation, which would compute a hash for each of them while the transaction is open. */
async function invitedAccount(
  unit: UnitOfWork,
  data: Pick<User, 'name' | 'email' | 'roles'>,
): Promise<Pick<User, 'id'>> {
  const created = (await unit.payload.db.create({
    collection: 'users',
    data: { ...data, ...unknownPasswordHash(), unaccepted: true, loginAttempts: 0 },
    req: unit.req,
  })) as Pick<User, 'id'>
  const id = String(created.id)
  await noteSecurityEvent(
    unit.payload,
    {
      type: 'account-created',
      account: id,
      by: null,
      ...clientOf(unit.req),
      data: { name: data.name, email: data.email },
    },
    unit.req,
  )
  await inviteAccount(unit, { id, email: data.email }, 'La CPOF')
  return { id }
}
