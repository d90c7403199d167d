import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settleAfterwards } from '../../src/lib/afterwards.ts'
import type { Person, User } from '../../src/payload-types.ts'
import { passwordTokenOf } from '../support/accounts.ts'
import { callApi, codeOf, type Answer } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { makeBody, makeColleague, makeMandate, makePerson, type Colleague } from '../support/governance.ts'

type Answered<Doc> = {
  message?: string
  doc?: Doc | null
  docs?: Doc[]
  errors?: { code?: string; data?: { errors?: { path: string; code: string }[] } }[]
}

let app: TestApp
let admin: Colleague
let first: Colleague
let second: Colleague

beforeAll(async () => {
  app = await startApp()
  const { payload } = app
  admin = await makeColleague(payload, ['admin'])
  first = await makeColleague(payload, ['secretariat'])
  second = await makeColleague(payload, ['secretariat'])
})

afterAll(() => app.stop())

const call = <Doc>(
  method: string,
  path: string,
  token: string | undefined,
  body?: unknown,
): Promise<Answer<Answered<Doc>>> =>
  callApi<Answered<Doc>>(app, path, {
    method,
    ...(body === undefined ? {} : { body }),
    ...(token === undefined ? {} : { token }),
  })

const messagesTo = async (recipient: string) =>
  (
    await app.payload.find({
      collection: 'messages',
      where: { recipientKey: { equals: recipient } },
      pagination: false,
      overrideAccess: true,
    })
  ).docs

const stored = (id: string) =>
  app.payload.findByID({ collection: 'users', id, overrideAccess: true, showHiddenFields: true, depth: 0 })

/** Chooses a password by the link that an e-mail would carry. */
async function choose(id: string, password: string) {
  return call<User>('POST', '/users/reset-password', undefined, {
    token: await passwordTokenOf(app.payload, id),
    password,
  })
}

let emails = 0
const newEmail = () => `collegue${(emails += 1)}@team.example`

async function invited(roles: string[] = []): Promise<User> {
  const { status, body } = await call<User>('POST', '/users', admin.token, {
    name: 'Nouvelle collègue',
    email: newEmail(),
    roles,
  })
  expect(status, JSON.stringify(body)).toBe(201)
  if (!body.doc) throw new Error('No account was made')
  return body.doc
}

describe('an account of the team', () => {
  it('is made by an administrator without a password, and its holder is invited to choose one', async () => {
    const account = await invited(['editor'])
    const [message] = await messagesTo(account.email)
    expect(message).toMatchObject({
      template: 'staff-invitation',
      links: { password: { passwordOf: account.id } },
      data: { invitedBy: admin.user.name },
    })
    expect(JSON.stringify(message)).not.toContain(await passwordTokenOf(app.payload, account.id))
    expect((await choose(account.id, 'trop court')).status).toBe(400)
    expect((await choose(account.id, 'un mot de passe assez long')).status).toBe(200)
    const login = await callApi<{ token?: string }>(app, '/users/login', {
      body: { email: account.email, password: 'un mot de passe assez long' },
    })
    expect(login.body.token).toEqual(expect.any(String))
  })

  it('is made by nobody else', async () => {
    const body = { name: 'x', email: newEmail(), roles: [] }
    expect((await call('POST', '/users', undefined, body)).status).toBe(401)
    expect((await call('POST', '/users', first.token, body)).status).toBe(403)
  })

  it('never gets its password from somebody else, and is told so', async () => {
    const account = await invited()
    expect(
      codeOf(
        await call('POST', '/users', admin.token, { name: 'x', email: newEmail(), password: 'un mot de passe donné' }),
      ),
    ).toBe('password-of-another')
    expect(
      codeOf(await call('PATCH', `/users/${account.id}`, admin.token, { password: 'un mot de passe donné' })),
    ).toBe('password-of-another')
  })

  it('is offered a password by the panel to its holder alone', async () => {
    const offered = async (path: string) =>
      (
        await callApi<{ fields?: { password?: { update?: boolean; create?: boolean } } }>(app, `/users/access${path}`, {
          token: admin.token,
        })
      ).body.fields?.password
    expect(await offered('')).toEqual({ read: true })
    expect(await offered(`/${first.user.id}`)).toEqual({ read: true })
    expect(await offered(`/${admin.user.id}`)).toMatchObject({ update: true })
  })

  it('asks for another password by the outbox, and the answer is the same for an address nobody has', async () => {
    const account = await invited()
    const known = await call('POST', '/users/forgot-password', undefined, { email: account.email })
    const unknown = await call('POST', '/users/forgot-password', undefined, { email: 'personne@team.example' })
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    await settleAfterwards(app.payload)
    expect((await messagesTo(account.email)).map(({ template }) => template).sort()).toEqual([
      'password-reset',
      'staff-invitation',
    ])
    expect(await messagesTo('personne@team.example')).toEqual([])
  })

  it('is invited again by an administrator, and the earlier link opens nothing', async () => {
    const account = await invited()
    const { resetPasswordToken: before } = await stored(account.id)
    expect((await call('POST', `/users/${account.id}/invite`, first.token, {})).status).toBe(403)
    expect((await call('POST', `/users/${account.id}/invite`, admin.token, {})).status).toBe(200)
    expect((await stored(account.id)).resetPasswordToken).not.toBe(before)
    expect((await messagesTo(account.email)).length).toBe(2)
  })

  it('is read by its holder and the administrators', async () => {
    const seen = async (token?: string) =>
      ((await call<User>('GET', '/users?limit=100', token)).body.docs ?? []).map(({ id }) => id)
    expect((await call('GET', '/users', undefined)).status).toBe(401)
    expect(await seen(first.token)).toEqual([first.user.id])
    expect(await seen(admin.token)).toEqual(expect.arrayContaining([first.user.id, second.user.id]))
  })

  it('gets nothing by a plain write of what two give, and the last administrator stays one', async () => {
    for (const { token } of [first, admin]) {
      expect(codeOf(await call('PATCH', `/users/${first.user.id}`, token, { roles: ['secretariat', 'admin'] }))).toBe(
        'roles-by-two',
      )
      expect(codeOf(await call('PATCH', `/users/${first.user.id}`, token, { name: 'Camille' }))).toBe('name-by-two')
      expect(codeOf(await call('PATCH', `/users/${first.user.id}`, token, { email: newEmail() }))).toBe('email-by-two')
      expect(
        (
          await call('PATCH', `/users/${first.user.id}`, token, {
            name: first.user.name,
            email: first.user.email,
            roles: ['secretariat'],
          })
        ).status,
      ).toBe(200)
    }
    expect(codeOf(await call('POST', `/users/${admin.user.id}/propose-roles`, first.token, { roles: [] }))).toBe(
      'last-admin',
    )
    expect(codeOf(await call('PATCH', '/users?where[name][exists]=true', admin.token, { roles: [] }))).toBe(
      'one-at-a-time',
    )
    expect(codeOf(await call('DELETE', `/users/${admin.user.id}`, admin.token))).toBe('own-account')
  })
})

describe('the account of a person who may hold a mandate', () => {
  const personOf = (id: string) => app.payload.findByID({ collection: 'people', id, depth: 0, overrideAccess: true })
  const post = (path: string, { token }: Colleague, body: unknown = {}) => call<Person>('POST', path, token, body)

  it('is linked by two of the secretariat, and those who sit with the person are told', async () => {
    const account = await invited()
    const body = await makeBody(app.payload)
    const person = await makePerson(app.payload)
    const witness = await makePerson(app.payload, { email: `temoin-${body.id}@instance.example` })
    for (const each of [person, witness]) await makeMandate(app.payload, each.id, body.id)

    expect(
      (await post(`/people/${person.id}/link-account`, first, { account: account.id, deliberation: 'AG' })).status,
    ).toBe(200)
    expect((await personOf(person.id)).account ?? null).toBeNull()
    expect(codeOf(await post(`/people/${person.id}/confirm`, first))).toBe('second-person-needed')
    expect((await post(`/people/${person.id}/confirm`, second)).body.doc).toMatchObject({ account: account.id })
    expect((await messagesTo(witness.email ?? '')).map(({ template }) => template)).toEqual([
      'account-linked',
      'account-linked',
    ])
  })

  it('is never one’s own, to link or to confirm, nor that of somebody already linked', async () => {
    const person = await makePerson(app.payload)
    const other = await makePerson(app.payload, { account: (await invited()).id })
    expect(
      codeOf(await post(`/people/${person.id}/link-account`, first, { account: first.user.id, deliberation: 'AG' })),
    ).toBe('not-for-oneself')
    await post(`/people/${person.id}/link-account`, first, { account: second.user.id, deliberation: 'AG' })
    expect(codeOf(await post(`/people/${person.id}/confirm`, second))).toBe('not-for-oneself')
    expect(codeOf(await post(`/people/${person.id}/discard`, second, { tout: 'faux' }))).toBe('not-for-oneself')
    expect(codeOf(await post(`/people/${person.id}/confirm`, first, { tout: 'faux' }))).toBe('second-person-needed')
    expect((await post(`/people/${person.id}/discard`, first, { reason: 'Erreur' })).status).toBe(200)
    expect(
      codeOf(
        await post(`/people/${person.id}/link-account`, first, {
          account: typeof other.account === 'string' ? other.account : '',
          deliberation: 'AG',
        }),
      ),
    ).toBe('account-taken')
  })

  it('is not set by a plain write, and several people without one stand side by side', async () => {
    const account = await invited()
    const created = await call<Person>('POST', '/people', first.token, {
      firstName: 'Line',
      lastName: 'Roche',
      account: account.id,
    })
    expect(codeOf(created)).toBe('protected-field')
    const people = [await makePerson(app.payload), await makePerson(app.payload)]
    for (const { id } of people) {
      const changed = await call<Person>('PATCH', `/people/${id}`, first.token, {
        lastName: 'Roche',
        account: null,
        email: null,
      })
      expect(changed.status, JSON.stringify(changed.body)).toBe(200)
      expect(changed.body.doc).toMatchObject({ name: 'Ada Roche' })
      expect(codeOf(await call('PATCH', `/people/${id}`, first.token, { account: account.id }))).toBe('protected-field')
    }
    expect((await call('PATCH', `/people/${people[0]?.id}`, admin.token, { lastName: 'x' })).status).toBe(403)
  })

  it('is unlinked by two as well, and may then be linked to another', async () => {
    const account = await invited()
    const one = await makePerson(app.payload, { account: account.id })
    const other = await makePerson(app.payload)
    for (const [id, linked] of [
      [one.id, null],
      [other.id, account.id],
    ] as const) {
      await post(`/people/${id}/link-account`, second, { account: linked, deliberation: 'AG' })
      expect((await post(`/people/${id}/confirm`, first)).status).toBe(200)
    }
    expect((await personOf(one.id)).account ?? null).toBeNull()
    expect((await personOf(other.id)).account).toBe(account.id)
  })

  it('does not move to another mailbox and does not go while it acts for somebody', async () => {
    const account = await invited()
    await makePerson(app.payload, { account: account.id })
    expect(codeOf(await call('PATCH', `/users/${account.id}`, admin.token, { email: newEmail() }))).toBe('email-by-two')
    expect(codeOf(await call('DELETE', `/users/${account.id}`, admin.token))).toBe('linked-account')
    const free = await invited()
    expect((await call('PATCH', `/users/${free.id}`, admin.token, { email: newEmail() })).status).toBe(200)
    expect((await call('DELETE', `/users/${free.id}`, admin.token)).status).toBe(200)
  })
})
