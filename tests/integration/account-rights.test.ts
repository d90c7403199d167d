import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { claim } from '../../src/adhesion/actions/claim.ts'
import { requestInformation } from '../../src/adhesion/actions/request-information.ts'
import { secretariatEmails } from '../../src/governance/recipients.ts'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { createAdmin } from '../../src/accounts/create-admin.ts'
import { addressesOf } from '../../src/jobs/message-links.ts'
import { setClock } from '../../src/lib/clock.ts'
import { addDays, parisDay } from '../../src/lib/dates.ts'
import { settleAfterwards } from '../../src/lib/afterwards.ts'
import type { GovernanceBody, User } from '../../src/payload-types.ts'
import type { LinkRef } from '../../src/record/messages.ts'
import { callApi, codeOf, issuesOf, type Answer } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { signed } from '../support/applications.ts'
import { actorOf, fileOf } from '../support/bureau.ts'
import { passwordTokenOf } from '../support/accounts.ts'
import { adoptCharter } from '../support/factories.ts'
import { makeBody, makeColleague, makeMandate, makePerson, type Colleague } from '../support/governance.ts'
import { openSiteDoor } from '../support/site.ts'

const PASSWORD = 'un-mot-de-passe-de-test'
const HOUR = 3_600_000

type Said = { message?: string; doc?: Partial<User> | null; errors?: { code?: string }[]; token?: string }

let app: TestApp
let payload: Payload
let bureau: GovernanceBody
let admin: Colleague
let otherAdmin: Colleague
let first: Colleague
let second: Colleague
let chair: Colleague
let editor: Colleague

beforeAll(async () => {
  app = await startApp()
  payload = app.payload
  bureau = await makeBody(payload, { competences: ['adhesion-validation'] })
  await adoptCharter(payload)
  admin = await makeColleague(payload, ['admin'])
  otherAdmin = await makeColleague(payload, ['admin'])
  first = await makeColleague(payload, ['secretariat'])
  second = await makeColleague(payload, ['secretariat'])
  editor = await makeColleague(payload, ['editor'])
  chair = await makeColleague(payload)
  const person = await makePerson(payload, { account: chair.user.id })
  await makeMandate(payload, person.id, bureau.id, { role: 'chair' })
})
afterEach(() => setClock(null))
afterAll(() => app.stop())

const call = (method: string, path: string, who: Colleague | undefined, body?: unknown): Promise<Answer<Said>> =>
  callApi<Said>(app, path, { method, ...(body === undefined ? {} : { body }), ...(who ? { token: who.token } : {}) })

const act = (name: string, account: Pick<User, 'id'>, who: Colleague | undefined, body: unknown = {}) =>
  call('POST', `/users/${account.id}/${name}`, who, body)

const stored = (id: string): Promise<User> =>
  payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true, showHiddenFields: true })

const eventsOf = async (account: string) =>
  (
    await payload.find({
      collection: 'security-events',
      where: { account: { equals: account } },
      sort: 'createdAt',
      limit: 0,
      pagination: false,
      overrideAccess: true,
    })
  ).docs

const messagesAbout = async (account: string, template: string) =>
  (
    await payload.find({
      collection: 'messages',
      where: { subject: { equals: `account:${account}` }, template: { equals: template } },
      limit: 0,
      pagination: false,
      overrideAccess: true,
    })
  ).docs

const toldOf = async (account: string, what: string) =>
  (await messagesAbout(account, 'account-changed'))
    .filter(({ data }) => JSON.stringify(data).includes(`"${what}"`))
    .map(({ recipient }) => recipient)
    .sort()

const signsIn = (email: string, password = PASSWORD) =>
  callApi<Said>(app, '/users/login', { body: { email, password } })

/** The address behind the link that the latest e-mail of a template carries. */
async function linkOf(account: string, template: string): Promise<string> {
  const message = (await messagesAbout(account, template)).at(-1)
  return (
    Object.values(
      await addressesOf(payload, (message?.links ?? {}) as Record<string, LinkRef>, message?.recipient),
    )[0] ?? ''
  )
}

describe('a role', () => {
  let member: Colleague
  beforeEach(async () => {
    member = await makeColleague(payload)
  })

  it('is proposed by one and confirmed by another: administrator and secretary, either way, or two secretaries', async () => {
    for (const [proposer, confirmer, roles] of [
      [admin, first, ['editor']],
      [second, admin, ['editor', 'secretariat']],
      [first, second, []],
    ] as const) {
      const proposed = await act('propose-roles', member.user, proposer, { roles, reason: 'Décision du Bureau' })
      expect(proposed.status, JSON.stringify(proposed.body)).toBe(200)
      const before = (await stored(member.user.id)).roles
      expect(before).not.toEqual(roles)
      expect((await act('confirm', member.user, confirmer)).body.doc).toMatchObject({ roles, pending: null })
      expect((await stored(member.user.id)).roles).toEqual(roles)
    }
    expect((await eventsOf(member.user.id)).map(({ type }) => type).filter((type) => type.startsWith('role'))).toEqual(
      Array(3).fill(['role-proposed', 'role-changed']).flat(),
    )
  })

  it('is told to all secretaries, the chair and the person, when it is proposed and when it counts', async () => {
    await act('propose-roles', member.user, admin, { roles: ['editor'] })
    await act('confirm', member.user, first)
    const all = [first, second, chair, member].map(({ user }) => user.email).sort()
    expect(await toldOf(member.user.id, 'roles-proposed')).toEqual(all)
    expect(await toldOf(member.user.id, 'roles-confirmed')).toEqual(all)
  })

  it('is never for oneself, never by one alone, and never by administrators among themselves', async () => {
    expect(codeOf(await act('propose-roles', first.user, first, { roles: ['secretariat', 'editor'] }))).toBe(
      'not-for-oneself',
    )
    expect(codeOf(await act('propose-roles', admin.user, admin, { roles: ['secretariat'] }))).toBe('not-for-oneself')
    await act('propose-roles', member.user, admin, { roles: ['editor'] })
    expect(codeOf(await act('confirm', member.user, admin))).toBe('second-person-needed')
    expect(codeOf(await act('confirm', member.user, otherAdmin))).toBe('secretary-needed')
    expect(codeOf(await act('discard', member.user, member))).toBe('not-for-oneself')
    expect(codeOf(await act('propose-roles', member.user, second, { roles: [] }))).toBe('change-pending')
    expect((await act('discard', member.user, first, { reason: 'Erreur' })).status).toBe(200)
    expect(codeOf(await act('confirm', member.user, second))).toBe('nothing-pending')
    expect((await stored(member.user.id)).roles).toEqual([])
  })

  it('is for the secretariat, the administrators, and for nobody else; refusals come in the order of the house', async () => {
    const names = ['propose-roles', 'propose-email', 'propose-name', 'suspend', 'reinstate', 'confirm', 'discard']
    for (const name of names) {
      expect((await act(name, { id: 'nobody' }, undefined)).status, name).toBe(401)
      for (const who of [editor, chair, member])
        expect((await act(name, { id: 'nobody' }, who, { tout: 'faux' })).status, name).toBe(403)
      for (const who of [admin, first])
        expect((await act(name, { id: 'nobody' }, who, { tout: 'faux' })).status, name).toBe(404)
      if (name !== 'confirm' && name !== 'discard')
        expect((await act(name, first.user, first, { tout: 'faux' })).status, name).toBe(403)
      expect((await act(name, member.user, first, { tout: 'faux' })).status, name).toBe(400)
    }
    await act('propose-roles', member.user, first, { roles: ['editor'] })
    expect((await act('confirm', member.user, first, { tout: 'faux' })).status).toBe(403)
    expect((await act('confirm', member.user, second, { tout: 'faux' })).status).toBe(400)
    expect((await act('confirm', member.user, second)).status).toBe(200)
    expect((await act('confirm', member.user, second)).status).toBe(409)
  })

  it('is one that exists, changes something, and is never both of administration and secretariat', async () => {
    expect(issuesOf(await act('propose-roles', member.user, first, { roles: ['constructor'] }))).toEqual([
      'roles.0: not-a-choice',
    ])
    expect(issuesOf(await act('propose-roles', member.user, first, {}))).toEqual(['roles: required'])
    expect(codeOf(await act('propose-roles', member.user, first, { roles: [] }))).toBe('nothing-changes')
    expect(codeOf(await act('propose-roles', member.user, first, { roles: ['admin', 'secretariat'] }))).toBe(
      'admin-and-secretary',
    )
    expect(codeOf(await act('propose-roles', first.user, second, { roles: ['admin', 'secretariat'] }))).toBe(
      'admin-and-secretary',
    )
  })

  it('counts once when two confirm at the same moment', async () => {
    await act('propose-roles', member.user, admin, { roles: ['editor'] })
    const answers = await Promise.all([first, second, first, second].map((who) => act('confirm', member.user, who)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect((await eventsOf(member.user.id)).filter(({ type }) => type === 'role-changed')).toHaveLength(1)
  })

  it('does not count when who proposed it has lost the right meanwhile', async () => {
    const passing = await makeColleague(payload, ['secretariat'])
    await act('propose-roles', member.user, passing, { roles: ['admin'] })
    await act('propose-roles', passing.user, admin, { roles: [] })
    expect((await act('confirm', passing.user, first)).status).toBe(200)
    expect(codeOf(await act('confirm', member.user, first))).toBe('proposer-not-entitled')
  })

  it('of a new secretary confirms nothing for 24 hours, and then it does', async () => {
    await act('propose-roles', member.user, admin, { roles: ['secretariat'] })
    await act('confirm', member.user, first)
    const another = await makeColleague(payload)
    const person = await makePerson(payload)
    await act('propose-roles', another.user, admin, { roles: ['editor'] })
    await call('POST', `/people/${person.id}/link-account`, first, { account: another.user.id, deliberation: 'AG' })
    expect(codeOf(await act('confirm', another.user, member))).toBe('new-secretary')
    expect(codeOf(await call('POST', `/people/${person.id}/confirm`, member, {}))).toBe('new-secretary')
    expect(codeOf(await call('POST', `/mandates/nobody/confirm`, member, {}))).toBe('new-secretary')
    expect((await act('discard', another.user, member, {})).status).toBe(200)
    await payload.db.updateOne({
      collection: 'users',
      id: member.user.id,
      data: { secretarySince: new Date(Date.now() - 25 * HOUR).toISOString() },
    })
    expect((await call('POST', `/people/${person.id}/confirm`, member, {})).status).toBe(200)
    // The account acts under the name on record from then on.
    expect((await stored(another.user.id)).name).toBe(person.name)
    await act('propose-roles', member.user, admin, { roles: [] })
    await act('confirm', member.user, first)
  })

  it('is confirmed by the chair where there is one secretary alone, and by her nowhere else', async () => {
    await act('propose-roles', member.user, first, { roles: ['editor'] })
    expect(codeOf(await act('confirm', member.user, chair))).toBe('wrong-actor')
    await act('suspend', second.user, first, { reason: 'Essai' })
    expect((await act('confirm', member.user, chair)).status).toBe(200)
    expect((await stored(member.user.id)).roles).toEqual(['editor'])
    await act('reinstate', second.user, first)
    expect((await act('confirm', second.user, chair)).status).toBe(200)
    second = { ...second, token: (await signsIn(second.user.email)).body.token ?? '' }
    expect(codeOf(await act('propose-roles', member.user, chair, { roles: [] }))).toBe('wrong-actor')
  })
})

describe('a new account', () => {
  it('is made without the roles that it was asked for: they wait for the secretariat', async () => {
    const made = await call('POST', '/users', admin, {
      name: 'Nouvelle',
      email: 'nouvelle@team.example',
      roles: ['secretariat'],
    })
    expect(made.status).toBe(201)
    const id = made.body.doc?.id ?? ''
    expect(await stored(id)).toMatchObject({
      roles: [],
      unaccepted: true,
      pending: { change: { kind: 'roles', roles: ['secretariat'], as: 'admin' }, proposedBy: admin.user.id },
    })
    expect(codeOf(await act('confirm', { id }, admin))).toBe('second-person-needed')
    expect(codeOf(await call('PATCH', `/users/${id}`, admin, { email: 'autre@attacker.example' }))).toBe('email-by-two')
    expect((await act('confirm', { id }, first)).status).toBe(200)
    // Invited and not come yet: nothing of the secretariat's goes to this address.
    expect(await unitOfWork(payload, (unit) => secretariatEmails(unit))).not.toContain('nouvelle@team.example')
    const chosen = await call('POST', '/users/reset-password', undefined, {
      token: await passwordTokenOf(payload, id),
      password: 'quatre mots sans aucun lien',
    })
    expect(chosen.status).toBe(200)
    expect(await unitOfWork(payload, (unit) => secretariatEmails(unit))).toContain('nouvelle@team.example')
    await act('propose-roles', { id }, admin, { roles: [] })
    await act('confirm', { id }, first)
  })

  it('is an editor’s at once where that is asked for, and no more', async () => {
    const made = await call('POST', '/users', admin, {
      name: 'Plume',
      email: 'plume@team.example',
      roles: ['editor', 'secretariat'],
    })
    expect(await stored(made.body.doc?.id ?? '')).toMatchObject({
      roles: ['editor'],
      pending: { change: { roles: ['editor', 'secretariat'] } },
    })
    const alone = await call('POST', '/users', admin, {
      name: 'Plume',
      email: 'plume2@team.example',
      roles: ['editor'],
    })
    expect([
      (await stored(alone.body.doc?.id ?? '')).roles,
      (await stored(alone.body.doc?.id ?? '')).pending ?? null,
    ]).toEqual([['editor'], null])
  })

  it('has roles that exist, and not both', async () => {
    const body = { name: 'x', email: 'roles@team.example' }
    expect(codeOf(await call('POST', '/users', admin, { ...body, roles: ['boss'] }))).toBe('unknown-role')
    expect(codeOf(await call('POST', '/users', admin, { ...body, roles: ['admin', 'secretariat'] }))).toBe(
      'admin-and-secretary',
    )
    for (const field of [
      { suspended: true },
      { unaccepted: true },
      { secretarySince: '2020-01-01T00:00:00.000Z' },
      { pending: { change: {} } },
    ]) {
      expect(codeOf(await call('POST', '/users', admin, { ...body, ...field })), JSON.stringify(field)).toBe(
        'protected-field',
      )
    }
  })

  it('whose address was mistyped is invited at the right one, and the first link opens nothing', async () => {
    const made = await call('POST', '/users', admin, { name: 'Mal écrite', email: 'mal@team.example' })
    const id = made.body.doc?.id ?? ''
    const before = await passwordTokenOf(payload, id)
    expect((await call('PATCH', `/users/${id}`, admin, { email: 'bien@team.example' })).status).toBe(200)
    expect(
      (
        await call('POST', '/users/reset-password', undefined, {
          token: before,
          password: 'quatre mots sans aucun lien',
        })
      ).status,
    ).toBe(403)
    expect((await messagesAbout(id, 'staff-invitation')).map(({ recipient }) => recipient).sort()).toEqual([
      'bien@team.example',
      'mal@team.example',
    ])
    await expect(linkOfFirst(id)).rejects.toMatchObject({ code: 'superseded' })
  })

  const linkOfFirst = async (id: string) => {
    const message = (await messagesAbout(id, 'staff-invitation')).find(
      ({ recipient }) => recipient === 'mal@team.example',
    )
    return addressesOf(payload, (message?.links ?? {}) as Record<string, LinkRef>, message?.recipient)
  }

  it('with a role is not deleted by one alone', async () => {
    expect(codeOf(await call('DELETE', `/users/${editor.user.id}`, admin))).toBe('account-has-roles')
  })
})

describe('the name under which somebody acts', () => {
  it('is changed by two, and is the one on record of whoever acts for a person', async () => {
    const member = await makeColleague(payload)
    await act('propose-name', member.user, first, { name: 'Ada Byron' })
    expect((await act('confirm', member.user, admin)).status).toBe(200)
    expect((await stored(member.user.id)).name).toBe('Ada Byron')
    await makePerson(payload, { account: member.user.id, firstName: 'Ada', lastName: 'Lovelace' })
    expect(codeOf(await act('propose-name', member.user, first, { name: 'Quelqu’un d’autre' }))).toBe('name-of-record')
    expect((await act('propose-name', member.user, first, { name: 'Ada Lovelace' })).status).toBe(200)
  })

  it('is not edited by its bearer on the record either', async () => {
    const secretary = await makeColleague(payload, ['secretariat'])
    const own = await makePerson(payload, { account: secretary.user.id })
    for (const change of [{ firstName: 'Autre' }, { lastName: 'Autre' }, { email: 'autre@ailleurs.example' }]) {
      expect(codeOf(await call('PATCH', `/people/${own.id}`, secretary, change))).toBe('not-for-oneself')
    }
    expect(codeOf(await call('PATCH', `/people?where[id][equals]=${own.id}`, secretary, { lastName: 'Autre' }))).toBe(
      'one-at-a-time',
    )
    expect((await call('PATCH', `/people/${own.id}`, first, { email: 'autre@ailleurs.example' })).status).toBe(200)
    await act('suspend', secretary.user, admin, { reason: 'Fin de l’essai' })
  })
})

describe('the name on record of whoever acts', () => {
  const propose = (id: string, who: Colleague | undefined, body: unknown) =>
    call('POST', `/people/${id}/propose-name`, who, body)
  const confirm = (id: string, who: Colleague) => call('POST', `/people/${id}/confirm`, who, {})
  const name = { firstName: 'Ada', lastName: 'Byron', deliberation: 'Acte de mariage' }

  it('is proposed by one and confirmed by another, the account bears it, and everybody hears of it', async () => {
    const member = await makeColleague(payload)
    const person = await makePerson(payload, { account: member.user.id })
    expect(codeOf(await call('PATCH', `/people/${person.id}`, first, { lastName: 'Byron' }))).toBe('name-by-two')
    expect([codeOf(await propose(person.id, undefined, name)), codeOf(await propose(person.id, admin, name))]).toEqual([
      'unauthorized',
      'wrong-actor',
    ])
    expect((await propose(person.id, first, name)).status).toBe(200)
    expect(codeOf(await propose(person.id, second, name))).toBe('change-pending')
    expect(
      codeOf(await call('POST', `/people/${person.id}/link-account`, second, { account: null, deliberation: 'AG' })),
    ).toBe('change-pending')
    expect(codeOf(await confirm(person.id, first))).toBe('second-person-needed')
    expect((await stored(member.user.id)).name).toBe(member.user.name)
    expect((await confirm(person.id, second)).body.doc).toMatchObject({ name: 'Ada Byron', lastName: 'Byron' })
    expect((await stored(member.user.id)).name).toBe('Ada Byron')
    expect((await eventsOf(member.user.id)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['name-proposed', 'name-changed']),
    )
    for (const what of ['name-proposed', 'name-confirmed'])
      expect(await toldOf(member.user.id, what)).toEqual(
        expect.arrayContaining([first.user.email, second.user.email, chair.user.email, member.user.email]),
      )
    expect(codeOf(await propose(person.id, first, name))).toBe('nothing-changes')
  })

  it('is so too of who holds a mandate without an account; of nobody else', async () => {
    const holder = await makePerson(payload)
    await makeMandate(payload, holder.id, bureau.id, { confirmed: false })
    expect(codeOf(await call('PATCH', `/people/${holder.id}`, first, { firstName: 'Autre' }))).toBe('name-by-two')
    await propose(holder.id, first, name)
    expect((await call('POST', `/people/${holder.id}/discard`, second, { reason: 'Erreur' })).status).toBe(200)
    await propose(holder.id, first, name)
    expect((await confirm(holder.id, second)).body.doc).toMatchObject({ name: 'Ada Byron' })
    const nobody = await makePerson(payload)
    expect((await call('PATCH', `/people/${nobody.id}`, first, { firstName: 'Autre' })).status).toBe(200)
  })

  it('is never one’s own to propose, to confirm or to drop', async () => {
    const person = await makePerson(payload, { account: second.user.id })
    expect(codeOf(await propose(person.id, second, name))).toBe('not-for-oneself')
    await propose(person.id, first, name)
    expect(codeOf(await confirm(person.id, second))).toBe('not-for-oneself')
    expect(codeOf(await call('POST', `/people/${person.id}/discard`, second, { reason: 'x' }))).toBe('not-for-oneself')
    expect((await call('POST', `/people/${person.id}/discard`, first, { reason: 'Fin de l’essai' })).status).toBe(200)
    await payload.db.updateOne({
      collection: 'people',
      id: person.id,
      data: { account: null, accountSlot: `none:${person.id}` },
      returning: false,
    })
  })
})

describe('the address of an account with a role', () => {
  it('changes by two, then proves itself; everybody is told, the address left behind too', async () => {
    const member = await makeColleague(payload, ['editor'])
    const { id, email: before } = member.user
    expect(codeOf(await act('propose-email', member.user, admin, { email: first.user.email }))).toBe('account-exists')
    expect((await act('propose-email', member.user, admin, { email: 'Nouvelle.Adresse@team.example' })).status).toBe(
      200,
    )
    expect(codeOf(await act('confirm', member.user, otherAdmin))).toBe('secretary-needed')
    expect((await act('confirm', member.user, first)).status).toBe(200)
    expect((await stored(id)).email).toBe(before)
    expect(codeOf(await act('confirm', member.user, second))).toBe('waits-for-proof')
    expect((await messagesAbout(id, 'email-proof')).map(({ recipient }) => recipient)).toEqual([
      'nouvelle.adresse@team.example',
    ])
    expect(await toldOf(id, 'email-waits')).toContain(before)

    const door = await openSiteDoor(app)
    const path = new URL(await linkOf(id, 'email-proof')).pathname
    const shown = await fetch(door.url + path)
    expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining('nouvelle.adresse@team.example')])
    expect((await stored(id)).email).toBe(before)
    const answers = await Promise.all(
      [1, 2, 3].map(() => fetch(door.url + path, { method: 'POST', headers: { Origin: 'http://localhost:3000' } })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410])
    expect((await fetch(door.url + path)).status).toBe(410)
    expect((await fetch(`${door.url}/compte/adresse/nobody`)).status).toBe(410)
    await door.close()

    expect((await stored(id)).email).toBe('nouvelle.adresse@team.example')
    expect(await toldOf(id, 'email-confirmed')).toEqual(
      expect.arrayContaining([
        before,
        'nouvelle.adresse@team.example',
        first.user.email,
        second.user.email,
        chair.user.email,
      ]),
    )
    expect((await call('GET', '/users/me', member)).body).toMatchObject({ user: null })
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['email-change-asked', 'email-changed']),
    )
  })

  it('is no longer waited for once it was dropped: the link opens nothing', async () => {
    const member = await makeColleague(payload, ['editor'])
    await act('propose-email', member.user, admin, { email: 'jamais@team.example' })
    await act('confirm', member.user, first)
    await act('discard', member.user, second, {})
    await expect(linkOf(member.user.id, 'email-proof')).rejects.toMatchObject({ code: 'superseded' })
    expect((await stored(member.user.id)).email).toBe(member.user.email)
  })

  it('is one’s own to change where there is neither role nor link, with the present password and a proof', async () => {
    const member = await makeColleague(payload)
    const email = 'moi.meme@team.example'
    expect(codeOf(await call('PATCH', `/users/${member.user.id}`, member, { email }))).toBe('email-by-proof')
    expect(codeOf(await act('change-email', member.user, member, { email }))).toBe('present-password-needed')
    expect(
      codeOf(await act('change-email', member.user, member, { email, currentPassword: 'pas le bon du tout' })),
    ).toBe('wrong-present-password')
    expect(codeOf(await act('change-email', member.user, admin, { email, currentPassword: PASSWORD }))).toBe(
      'wrong-actor',
    )
    expect(codeOf(await act('change-email', editor.user, editor, { email, currentPassword: PASSWORD }))).toBe(
      'email-by-two',
    )
    expect((await act('change-email', member.user, member, { email, currentPassword: PASSWORD })).status).toBe(200)
    expect(await toldOf(member.user.id, 'email-waits')).toContain(member.user.email)
    expect(codeOf(await act('confirm', member.user, first))).toBe('waits-for-proof')
    expect((await act('discard', member.user, member, {})).status).toBe(200)
  })
})

describe('a suspended account', () => {
  it('is signed in nowhere at once, by no session, password or link, until two reinstate it', async () => {
    const member = await makeColleague(payload, ['editor'])
    const { id, email } = member.user
    await call('POST', '/users/forgot-password', undefined, { email })
    await settleAfterwards(payload)
    const token = await passwordTokenOf(payload, id)
    expect((await call('GET', '/users/me', member)).body).toMatchObject({ user: { id } })
    expect(codeOf(await act('suspend', member.user, admin, {}))).toBe('invalid')
    expect((await act('suspend', member.user, admin, { reason: 'Ordinateur volé' })).status).toBe(200)
    expect((await call('GET', '/users/me', member)).body).toMatchObject({ user: null })
    expect((await call('PATCH', `/users/${id}`, member, {})).status).toBe(401)
    expect(codeOf(await signsIn(email))).toBe('account-suspended')
    expect(codeOf(await signsIn(email, 'pas le bon du tout'))).toBe('bad-credentials')
    expect(
      (await call('POST', '/users/reset-password', undefined, { token, password: 'quatre mots sans aucun lien' }))
        .status,
    ).toBe(403)
    const owed = (await messagesAbout(id, 'password-reset')).length
    await call('POST', '/users/forgot-password', undefined, { email })
    await settleAfterwards(payload)
    expect((await messagesAbout(id, 'password-reset')).length).toBe(owed)
    expect(codeOf(await act('suspend', member.user, first, { reason: 'Encore' }))).toBe('already-suspended')
    expect(codeOf(await act('propose-roles', member.user, first, { roles: [] }))).toBe('already-suspended')
    expect(await toldOf(id, 'suspended')).toEqual(
      expect.arrayContaining([email, first.user.email, second.user.email, chair.user.email]),
    )

    await act('reinstate', member.user, admin)
    expect(codeOf(await act('confirm', member.user, admin))).toBe('second-person-needed')
    expect((await act('confirm', member.user, second)).status).toBe(200)
    expect((await signsIn(email)).status).toBe(200)
    expect((await call('GET', '/users/me', member)).body).toMatchObject({ user: null })
    expect(codeOf(await act('reinstate', member.user, admin))).toBe('not-suspended')
  })

  it('is never one’s own, and may be the last administrator’s: the secretariat stops one who was taken over', async () => {
    expect(codeOf(await act('suspend', first.user, first, { reason: 'x' }))).toBe('not-for-oneself')
    expect(codeOf(await act('suspend', admin.user, admin, { reason: 'x' }))).toBe('not-for-oneself')
    const lastAdmin = await createAdmin(payload, { name: 'Une autre', email: 'une.autre@team.example' })
    expect(lastAdmin.path).toContain('/reset/')
    const made = (
      await payload.find({
        collection: 'users',
        where: { email: { equals: 'une.autre@team.example' } },
        overrideAccess: true,
      })
    ).docs[0]
    expect(
      (await eventsOf(made?.id ?? '')).map(({ type }) => type),
      'noted',
    ).toContain('account-created')
    expect(await toldOf(made?.id ?? '', 'admin-created'), 'and told, since two did not give it').toEqual(
      expect.arrayContaining([first.user.email, second.user.email, chair.user.email]),
    )
    expect((await act('suspend', otherAdmin.user, first, { reason: 'x' })).status).toBe(200)
    expect((await act('suspend', admin.user, first, { reason: 'x' })).status).toBe(200)
    for (const who of [admin, otherAdmin]) {
      await act('reinstate', who.user, first)
      expect((await act('confirm', who.user, second)).status).toBe(200)
    }
    admin = { ...admin, token: (await signsIn(admin.user.email)).body.token ?? '' }
    otherAdmin = { ...otherAdmin, token: (await signsIn(otherAdmin.user.email)).body.token ?? '' }
  })

  it('keeps its mandates and hands its open files over', async () => {
    const clerk = await makeColleague(payload, ['secretariat'])
    const person = await makePerson(payload, { account: clerk.user.id })
    const mandate = await makeMandate(payload, person.id, bureau.id)
    const claimed = (await signed(app)).id
    const asked = (await signed(app)).id
    const actor = actorOf(clerk.user)
    await claim(payload, { id: claimed, actor })
    await requestInformation(payload, {
      id: asked,
      actor,
      question: 'Quels statuts ?',
      deadline: addDays(parisDay(new Date()), 10),
    })
    expect((await act('suspend', clerk.user, admin, { reason: 'Départ' })).status).toBe(200)
    for (const [id, state] of [
      [claimed, 'under-review'],
      [asked, 'needs-information'],
    ] as const) {
      const file = await fileOf(payload, id)
      expect([file.status, file.claimedBy ?? null]).toEqual([state, null])
    }
    const kept = await payload.findByID({ collection: 'mandates', id: mandate.id, depth: 0, overrideAccess: true })
    expect([kept.confirmed, kept.lastDay ?? null]).toEqual([true, null])
    expect(await unitOfWork(payload, (unit) => secretariatEmails(unit))).not.toContain(clerk.user.email)
  })
})

describe('an account that is left with neither role nor mandate', () => {
  it('reads no addresses of people', async () => {
    const left = await makeColleague(payload)
    const person = await makePerson(payload, { account: left.user.id, email: 'ancien@ailleurs.example' })
    await makeMandate(payload, person.id, bureau.id, { lastDay: addDays(parisDay(new Date()), -1) })
    const emails = async (who: Colleague) =>
      JSON.stringify((await call('GET', '/people?limit=100', who)).body).includes('@ailleurs.example')
    expect(await emails(left)).toBe(false)
    expect(await emails(editor)).toBe(true)
    expect(await emails(chair)).toBe(true)
  })
})

describe('an administrator alone', () => {
  it('has no way to become the secretariat or to take an account over', async () => {
    const before = await stored(second.user.id)
    const own = `/users/${admin.user.id}`
    const theirs = `/users/${second.user.id}`
    const roles = ['admin', 'secretariat']
    const tries: [string, string, unknown][] = [
      ['PATCH', own, { roles }],
      ['PATCH', own, { roles: ['secretariat'] }],
      ['PATCH', own, { roles: 'secretariat' }],
      ['PATCH', `${own}?locale=en`, { roles: ['secretariat'] }],
      ['PATCH', `${own}?locale=all`, { roles: { fr: ['secretariat'] } }],
      ['PATCH', `${own}?draft=true`, { roles: ['secretariat'] }],
      ['PATCH', `${own}?autosave=true`, { roles: ['secretariat'] }],
      ['PATCH', `/users?where[id][equals]=${admin.user.id}`, { roles: ['secretariat'] }],
      ['PATCH', `/users?where[id][equals]=${second.user.id}`, { email: 's2@attacker.example' }],
      ['PATCH', theirs, { email: 's2@attacker.example' }],
      ['PATCH', theirs, { email: ['s2@attacker.example'] }],
      ['PATCH', theirs, { email: { equals: 's2@attacker.example' } }],
      ['PATCH', theirs, { password: 'quatre mots sans aucun lien' }],
      [
        'PATCH',
        theirs,
        { resetPasswordToken: 'x', resetPasswordExpiration: '2099-01-01T00:00:00.000Z', passwordLinks: 0 },
      ],
      [
        'PATCH',
        theirs,
        { sessions: [{ id: 'x', createdAt: '2026-01-01T00:00:00.000Z', expiresAt: '2099-01-01T00:00:00.000Z' }] },
      ],
      ['PATCH', theirs, { name: 'Administration' }],
      ['PATCH', theirs, { secretarySince: '2020-01-01T00:00:00.000Z' }],
      [
        'PATCH',
        own,
        {
          pending: {
            change: { kind: 'roles', as: 'secretary', roles: ['secretariat'] },
            proposedBy: second.user.id,
            proposedByName: 'x',
            proposedAt: '2026-01-01T00:00:00.000Z',
            deliberation: '',
          },
        },
      ],
      ['POST', `${theirs}/duplicate`, { email: 'copie@attacker.example', roles: ['secretariat'] }],
      ['POST', '/users/access', { roles: ['secretariat'] }],
      ['POST', '/users/import', { roles: ['secretariat'] }],
      [
        'POST',
        '/users/first-register',
        { email: 'premier@attacker.example', password: 'quatre mots sans aucun lien', roles: ['secretariat'] },
      ],
      ['POST', `/users/versions/${second.user.id}`, {}],
      ['POST', '/users/unlock', { email: before.email }],
      ['DELETE', theirs, undefined],
      ['DELETE', `/users?where[id][equals]=${second.user.id}`, undefined],
      ['POST', `${own}/propose-roles`, { roles: ['secretariat'] }],
    ]
    for (const [method, path, body] of tries) await call(method, path, admin, body)
    expect((await stored(admin.user.id)).roles).toEqual(['admin'])
    const after = await stored(second.user.id)
    for (const field of [
      'email',
      'name',
      'roles',
      'hash',
      'salt',
      'resetPasswordToken',
      'passwordLinks',
      'secretarySince',
      'pending',
    ] as const)
      expect(after[field] ?? null, field).toEqual(before[field] ?? null)
    expect((await call('GET', '/users/me', second)).body).toMatchObject({ user: { id: second.user.id } })
    const { docs } = await payload.find({
      collection: 'users',
      where: { email: { contains: 'attacker.example' } },
      overrideAccess: true,
    })
    expect(docs).toEqual([])
  })

  it('makes accounts that are nothing until a secretary has confirmed', async () => {
    const socks: string[] = []
    for (const name of ['sock-one', 'sock-two']) {
      const { body } = await call('POST', '/users', admin, {
        name,
        email: `${name}@attacker.example`,
        roles: ['secretariat'],
      })
      socks.push(body.doc?.id ?? '')
      await call('POST', '/users/reset-password', undefined, {
        token: await passwordTokenOf(payload, body.doc?.id ?? ''),
        password: PASSWORD,
      })
    }
    const tokens = await Promise.all(
      ['sock-one', 'sock-two'].map(async (name) => (await signsIn(`${name}@attacker.example`)).body.token ?? ''),
    )
    for (const token of tokens) {
      const sock = { ...editor, token }
      expect((await call('GET', '/adhesions', sock)).status).toBe(403)
      expect((await call('POST', '/mandates', sock, {})).status).toBe(403)
      for (const id of socks) expect((await act('confirm', { id }, sock)).status).toBe(403)
    }
  })
})
