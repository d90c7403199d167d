import { createHook } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { believeOwnSessions } from '../../src/accounts/believe-own-sessions.ts'
import { createAdmin } from '../../src/accounts/create-admin.ts'
import { openSession } from '../../src/accounts/sessions.ts'
import { inviteAccount } from '../../src/governance/password-choice.ts'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { addressesOf } from '../../src/jobs/message-links.ts'
import { settleAfterwards } from '../../src/lib/afterwards.ts'
import { setClock } from '../../src/lib/clock.ts'
import { sha256 } from '../../src/lib/hash.ts'
import { passwordTokenOf } from '../support/accounts.ts'
import { callApi, codeOf, type Answer } from '../support/api.ts'
import { anotherInstance } from '../support/another-instance.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { makeUser } from '../support/governance.ts'

const PASSWORD = 'un-mot-de-passe-de-test'
const OTHER = 'quatre mots sans aucun lien'
const MINUTE = 60_000
const HOUR = 60 * MINUTE

type Said = {
  token?: string
  exp?: number
  user?: { email?: string } | null
  message?: string
  docs?: Record<string, unknown>[]
  ended?: number
  errors?: { code: string }[]
}
type Account = Awaited<ReturnType<typeof makeUser>>

let app: TestApp
let door: TestDoor
let account: Account
/** Each test comes from a network of its own. */
let network = 0

beforeAll(async () => {
  app = await startApp({ TRUST_PROXY: 'loopback', LIMIT_FAILED_LOGINS: '3' })
  door = await openDoor(app)
  account = await makeUser(app.payload, ['editor'])
})

beforeEach(() => {
  network += 1
})

afterAll(async () => {
  setClock(null)
  await door.close()
  await app.stop()
})

type Sent = {
  method?: string
  body?: object
  token?: string | undefined
  cookie?: string
  ip?: string
  headers?: Record<string, string>
  at?: string
}

async function ask(
  path: string,
  { method = 'POST', body, token, cookie, ip = `192.0.2.${network}`, headers = {}, at = door.url }: Sent = {},
): Promise<Answer<Said>> {
  const response = await fetch(`${at}/api/users${path}`, {
    method,
    headers: {
      'X-Forwarded-For': ip,
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(token ? { Authorization: `JWT ${token}` } : {}),
      ...(cookie ? { Cookie: cookie, Origin: 'http://localhost:3000' } : {}),
      ...headers,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, body: (await response.json()) as Said, headers: response.headers }
}

const login = (password: string, sent: Sent = {}, email = account.email) =>
  ask('/login', { ...sent, body: { email, password } })

const cookiesOf = (answer: Answer<Said>): string =>
  answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
const deviceOf = (answer: Answer<Said>): string =>
  cookiesOf(answer)
    .split('; ')
    .find((each) => each.startsWith('cpof-device=')) ?? ''

const stored = (id: string) =>
  app.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true, showHiddenFields: true })

const mailsTo = async (email: string, template: string) => {
  await settleAfterwards(app.payload)
  return (
    await app.payload.find({
      collection: 'messages',
      where: { recipientKey: { equals: email }, template: { equals: template } },
      pagination: false,
      overrideAccess: true,
    })
  ).docs
}

/** The types of what the security journal says of an account, the first noted first. */
const notedOf = async (id: string): Promise<string[]> =>
  (
    await app.payload.find({
      collection: 'security-events',
      where: { account: { equals: id } },
      sort: ['at', 'createdAt'],
      pagination: false,
      overrideAccess: true,
    })
  ).docs.map(({ type }) => type)

const isSignedIn = async (token: string | undefined): Promise<boolean> =>
  Boolean((await ask('/me', { method: 'GET', token })).body.user)

describe('a link to choose a password', () => {
  it('is made anew when it is sent, and its hash alone is stored', async () => {
    const holder = await makeUser(app.payload)
    await unitOfWork(app.payload, (unit) => inviteAccount(unit, holder, 'Alix'))
    const token = await passwordTokenOf(app.payload, holder.id)
    const row = await stored(holder.id)
    expect([row.resetPasswordToken, JSON.stringify(row).includes(token)]).toEqual([`sha256:${sha256(token)}`, false])
    expect((await addressesOf(app.payload, { password: { passwordOf: holder.id } }))['password']).toBe(
      `http://localhost:3000/admin/reset/${token}`,
    )
    expect(codeOf(await ask('/reset-password', { body: { token: row.resetPasswordToken, password: OTHER } }))).toBe(
      'bad-token',
    )
    expect(codeOf(await ask('/reset-password', { body: { token: sha256(token), password: OTHER } }))).toBe('bad-token')
    expect((await ask('/reset-password', { body: { token, password: OTHER } })).status).toBe(200)
    expect(codeOf(await ask('/reset-password', { body: { token, password: PASSWORD } })), 'it serves once').toBe(
      'bad-token',
    )
    expect((await login(OTHER, {}, holder.email)).status).toBe(200)
    await expect(addressesOf(app.payload, { password: { passwordOf: holder.id } })).rejects.toMatchObject({
      code: 'superseded',
    })
  })

  it('serves one of two who use it at once', async () => {
    const holder = await makeUser(app.payload)
    await unitOfWork(app.payload, (unit) => inviteAccount(unit, holder, 'Alix'))
    const token = await passwordTokenOf(app.payload, holder.id)
    const answers = await Promise.all(
      [OTHER, `${OTHER} ensemble`].map((password) => ask('/reset-password', { body: { token, password } })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
  })

  it('that an earlier release stored in clear is hashed at the start, and goes on', async () => {
    const holder = await makeUser(app.payload)
    const token = randomBytes(32).toString('hex')
    await app.payload.db.updateOne({
      collection: 'users',
      id: holder.id,
      data: { resetPasswordToken: token, resetPasswordExpiration: new Date(Date.now() + HOUR).toISOString() },
    })
    await believeOwnSessions(app.payload)
    expect((await stored(holder.id)).resetPasswordToken).toBe(`sha256:${sha256(token)}`)
    expect((await ask('/reset-password', { body: { token, password: OTHER } })).status).toBe(200)
  })

  it('ends every session, and the holder is told', async () => {
    const holder = await makeUser(app.payload)
    const before = await login(PASSWORD, {}, holder.email)
    await unitOfWork(app.payload, (unit) => inviteAccount(unit, holder, 'Alix'))
    const chosen = await ask('/reset-password', {
      body: { token: await passwordTokenOf(app.payload, holder.id), password: OTHER },
    })
    expect([await isSignedIn(before.body.token), await isSignedIn(chosen.body.token)]).toEqual([false, true])
    expect(await notedOf(holder.id)).toEqual(expect.arrayContaining(['signed-in', 'new-device', 'password-reset']))
    expect(await mailsTo(holder.email, 'password-changed')).toHaveLength(1)
  })

  it.each([
    ['motdepasse123', 'password-known'],
    ['court', 'password-too-short'],
    ['x'.repeat(5000), 'password-too-long'],
    ['quatre mots\0sans aucun lien', 'password-unusable'],
  ])('stays good when the password may not be chosen (%#)', async (password, code) => {
    const holder = await makeUser(app.payload)
    await unitOfWork(app.payload, (unit) => inviteAccount(unit, holder, 'Alix'))
    const token = await passwordTokenOf(app.payload, holder.id)
    const refused = await ask('/reset-password', { body: { token, password } })
    expect([refused.status, codeOf(refused)]).toEqual([400, code])
    expect((await ask('/reset-password', { body: { token, password: OTHER } })).status).toBe(200)
  })
})

describe('signing in', () => {
  it('takes a password as it is typed: no blank, case or end of it is let pass', async () => {
    for (const near of [`${PASSWORD} `, ` ${PASSWORD}`, PASSWORD.toUpperCase(), PASSWORD.slice(0, -1)])
      expect((await login(near, { ip: `198.51.100.${near.length}` })).status, near).toBe(401)
  })

  it('answers as Payload does, and sets cookies that scripts cannot read', async () => {
    const answer = await login(PASSWORD)
    expect([answer.status, typeof answer.body.token, answer.body.user?.email]).toEqual([200, 'string', account.email])
    const cookies = answer.headers.getSetCookie()
    expect(cookies.map((each) => each.split('=')[0])).toEqual(['payload-token', 'cpof-device'])
    for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/)
    const me = await ask('/me', { method: 'GET', cookie: cookiesOf(answer) })
    expect([me.body.user?.email, me.body.exp, me.body.token]).toEqual([account.email, answer.body.exp, undefined])
  })

  it('says the same of a wrong password and of an address that nobody has, and hashes for both', async () => {
    const wrong = await login('faux')
    const nobody = await login('faux', {}, 'personne@team.example')
    expect([wrong.status, wrong.body]).toEqual([401, nobody.body])
    expect([codeOf(wrong), nobody.status]).toEqual(['bad-credentials', 401])
    expect([...wrong.headers.keys()]).toEqual([...nobody.headers.keys()])
    const cpu = async (email: string): Promise<number> => {
      const before = process.cpuUsage()
      await callApi(app, '/users/login', {
        body: { email, password: 'faux' },
        headers: { 'x-cpof-ip': `198.51.100.${network}` },
      })
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    const [known, unknown] = [await cpu(account.email), await cpu('personne@team.example')]
    expect(unknown / known).toBeGreaterThan(0.3)
  })

  it.each(['login', 'forgot-password', 'reset-password'])('is not begun from another site’s page: %s', async (path) => {
    const body = { email: account.email, password: PASSWORD, token: 'x' }
    expect(codeOf(await ask(`/${path}`, { body, headers: { Origin: 'https://evil.example' } }))).toBe('foreign-origin')
    expect(codeOf(await ask(`/${path}`, { body, headers: { Origin: 'null' } }))).toBe('foreign-origin')
    expect(codeOf(await ask(`/${path}`, { body, headers: { 'Sec-Fetch-Site': 'cross-site' } }))).toBe('foreign-origin')
    expect(codeOf(await ask(`/${path}`, { body, headers: { Origin: 'http://localhost:3000' } }))).not.toBe(
      'foreign-origin',
    )
  })

  it('is held up after failures for who failed alone: by network, and never on a device that signed in before', async () => {
    const device = deviceOf(await login(PASSWORD))
    const failures = []
    for (let each = 0; each < 5; each += 1) failures.push((await login('faux', { ip: '203.0.113.1' })).status)
    expect(failures).toEqual([401, 401, 401, 429, 429])
    const delayed = await login(PASSWORD, { ip: '203.0.113.1' })
    expect([delayed.status, codeOf(delayed), Number(delayed.headers.get('retry-after')) <= 60]).toEqual([
      429,
      'too-many-requests',
      true,
    ])
    expect((await login(PASSWORD, { ip: '203.0.113.2' })).status, 'another network').toBe(200)
    expect((await login(PASSWORD, { ip: '203.0.113.1', cookie: device })).status, 'a known device').toBe(200)
    expect((await login(PASSWORD, { ip: '203.0.113.1', cookie: `${device}x` })).status, 'a forged one').toBe(429)
    expect(await mailsTo(account.email, 'sign-in-failures')).toHaveLength(1)
    expect(await notedOf(account.id)).toEqual(expect.arrayContaining(['sign-in-failed', 'sign-in-delayed']))
  })

  it('waits longer after each failure, and never for good; an address that nobody has waits alike', async () => {
    let clock = new Date('2026-12-01T09:00:00Z').getTime()
    setClock(() => new Date(clock))
    try {
      for (const email of [account.email, 'personne@team.example']) {
        for (let each = 0; each < 3; each += 1) await login('faux', {}, email)
        const waits = []
        for (let each = 0; each < 5; each += 1) {
          const { status, headers } = await login('faux', {}, email)
          waits.push([status, Number(headers.get('retry-after')) / 60])
          clock += 15 * MINUTE
          await login('faux', {}, email)
        }
        expect(waits).toEqual([
          [429, 1],
          [429, 2],
          [429, 4],
          [429, 8],
          [429, 15],
        ])
      }
      clock += 15 * MINUTE
      expect((await login(PASSWORD)).status).toBe(200)
    } finally {
      setClock(null)
    }
  })

  it('is held up by failures at whatever instance, and forgotten everywhere by a sign-in at one', async () => {
    const holder = await makeUser(app.payload)
    const other = await anotherInstance(app)
    try {
      const everywhere = [door.url, other.url]
      const enter = async (password: string, at: string | undefined, ip?: string) =>
        (await login(password, { ...(at ? { at } : {}), ...(ip ? { ip } : {}) }, holder.email)).status
      for (const at of [...everywhere, other.url]) expect(await enter('faux', at)).toBe(401)
      for (const at of everywhere) expect([at, await enter(PASSWORD, at)]).toEqual([at, 429])
      for (const at of everywhere)
        expect([at, await enter(PASSWORD, at, '203.0.113.77')], 'another network').toEqual([at, 200])
      const elsewhere = '203.0.113.78'
      for (const at of everywhere) expect(await enter('faux', at, elsewhere)).toBe(401)
      expect(await enter(PASSWORD, other.url, elsewhere)).toBe(200)
      for (const at of everywhere) expect(await enter('faux', at, elsewhere)).toBe(401)
      expect(await enter(PASSWORD, door.url, elsewhere)).toBe(200)
    } finally {
      await other.end()
    }
  })

  it('tells the holder of a device that was never seen, once', async () => {
    const holder = await makeUser(app.payload)
    const first = await login(
      PASSWORD,
      { headers: { 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Firefox/140.0' } },
      holder.email,
    )
    const device = deviceOf(first)
    await login(PASSWORD, { cookie: device }, holder.email)
    const mails = await mailsTo(holder.email, 'new-device')
    expect(mails.map(({ data }) => data)).toEqual([
      expect.objectContaining({ device: 'Firefox sur Windows', network: `192.0.2.${network}` }),
    ])
  })

  it('answers who forgot the password at once, and the same for everybody', async () => {
    const holder = await makeUser(app.payload)
    const known = await ask('/forgot-password', { body: { email: holder.email } })
    const unknown = await ask('/forgot-password', { body: { email: 'personne@team.example' } })
    expect([known.status, known.body]).toEqual([200, unknown.body])
    expect(await mailsTo(holder.email, 'password-reset')).toHaveLength(1)
  })
})

describe('sessions', () => {
  it('that begin at once all stand', async () => {
    const holder = await makeUser(app.payload)
    const answers = await Promise.all(Array.from({ length: 6 }, () => login(PASSWORD, {}, holder.email)))
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
    expect(await Promise.all(answers.map(({ body }) => isSignedIn(body.token)))).toEqual(Array(6).fill(true))
  })

  it('stand beside changes of the account', async () => {
    const holder = await makeUser(app.payload)
    const { body } = await login(PASSWORD, {}, holder.email)
    const [, second] = await Promise.all([
      app.payload.update({ collection: 'users', id: holder.id, data: { name: 'Autre nom' }, overrideAccess: true }),
      login(PASSWORD, {}, holder.email),
    ])
    expect([await isSignedIn(body.token), await isSignedIn(second.body.token)]).toEqual([true, true])
  })

  it('are bounded: the oldest ends', async () => {
    const holder = await makeUser(app.payload)
    const { token } = (await login(PASSWORD, {}, holder.email)).body
    const open = () =>
      unitOfWork(app.payload, (unit) =>
        openSession(unit, holder.id, { ip: null, network: '', userAgent: null, device: null }),
      )
    for (let each = 1; each < 20; each += 1) await open()
    expect(await isSignedIn(token)).toBe(true)
    const last = await open()
    expect(await isSignedIn(token)).toBe(false)
    expect((await ask('/sessions', { method: 'GET', token: last.token })).body.docs).toHaveLength(20)
  })

  it('end twelve hours after signing in, whatever is done meanwhile, and eight after the last use', async () => {
    let clock = Date.now()
    setClock(() => new Date(clock))
    try {
      const { token, exp } = (await login(PASSWORD)).body
      expect(exp).toBe(Math.floor(clock / 1000) + 12 * 3600)
      for (let hours = 4; hours < 12; hours += 4) {
        clock += 4 * HOUR - 1000
        const refreshed = await ask('/refresh-token', { token })
        expect([refreshed.status, refreshed.body.exp]).toEqual([200, exp])
      }
      clock += 4 * HOUR + 3000
      expect([(await ask('/refresh-token', { token })).status, await isSignedIn(token)]).toEqual([401, false])
      const idle = (await login(PASSWORD)).body.token
      clock += 8 * HOUR
      expect(await isSignedIn(idle)).toBe(false)
    } finally {
      setClock(null)
    }
  })

  it('are seen and ended by their holder alone', async () => {
    const holder = await makeUser(app.payload)
    const [one, two] = [
      (await login(PASSWORD, {}, holder.email)).body.token,
      (await login(PASSWORD, {}, holder.email)).body.token,
    ]
    const other = (await login(PASSWORD)).body.token
    const { docs = [] } = (await ask('/sessions', { method: 'GET', token: two })).body
    expect(docs.map(({ current, network: from }) => [current, from])).toEqual([
      [true, `192.0.2.${network}`],
      [false, `192.0.2.${network}`],
    ])
    const id = String(docs[1]?.['id'])
    expect((await ask('/sessions', { method: 'GET' })).status).toBe(401)
    expect((await ask(`/sessions/${id}/end`, { token: other })).status).toBe(404)
    expect((await ask(`/sessions/${id}/end`)).status).toBe(401)
    expect(await isSignedIn(one)).toBe(true)
    expect((await ask(`/sessions/${id}/end`, { token: two })).status).toBe(200)
    expect((await ask(`/sessions/${id}/end`, { token: two })).status).toBe(404)
    expect([await isSignedIn(one), await isSignedIn(two)]).toEqual([false, true])
    const three = (await login(PASSWORD, {}, holder.email)).body.token
    expect((await ask('/sessions/end-others', { token: three })).body.ended).toBe(1)
    expect([await isSignedIn(two), await isSignedIn(three), await isSignedIn(other)]).toEqual([false, true, true])
    const left = await ask('/logout', { token: three })
    expect([left.status, left.headers.getSetCookie()[0], await isSignedIn(three)]).toEqual([
      200,
      expect.stringMatching(/^payload-token=; Max-Age=0/),
      false,
    ])
    expect(left.headers.get('clear-site-data')).toBe('"storage"')
  })

  it('of one browser are one: signing in anew ends the former, and no other', async () => {
    const holder = await makeUser(app.payload)
    const elsewhere = (await login(PASSWORD, {}, holder.email)).body.token
    const first = await login(PASSWORD, {}, holder.email)
    const second = await login(PASSWORD, { cookie: cookiesOf(first) }, holder.email)
    expect([
      await isSignedIn(first.body.token),
      await isSignedIn(second.body.token),
      await isSignedIn(elsewhere),
    ]).toEqual([false, true, true])
    expect((await login('faux', { cookie: cookiesOf(second) }, holder.email)).status).toBe(401)
    expect(await isSignedIn(second.body.token)).toBe(true)
  })

  it('of an account that is gone are gone, and its second factors', async () => {
    const holder = await makeUser(app.payload)
    const { token } = (await login(PASSWORD, {}, holder.email)).body
    await app.payload.db.create({
      collection: 'second-factors',
      data: { key: `recovery:${holder.id}`, account: holder.id, kind: 'recovery-code' },
    })
    await app.payload.delete({ collection: 'users', id: holder.id, overrideAccess: true })
    expect(await isSignedIn(token)).toBe(false)
    for (const collection of ['staff-sessions', 'second-factors'] as const) {
      expect(
        (await app.payload.count({ collection, where: { account: { equals: holder.id } }, overrideAccess: true }))
          .totalDocs,
        collection,
      ).toBe(0)
    }
  })

  it('are not made by what Payload itself would sign', async () => {
    const { jwtSign } = await import('payload')
    const { token } = await jwtSign({
      fieldsToSign: { id: account.id, collection: 'users', email: account.email },
      secret: app.payload.secret,
      tokenExpiration: 3600,
    })
    expect(await isSignedIn(token)).toBe(false)
  })
})

/** How many transactions are open each time that a hash is begun. */
async function openWhileHashing(run: () => Promise<unknown>): Promise<number[]> {
  await settleAfterwards(app.payload)
  const open: number[] = []
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'PBKDF2REQUEST') open.push(Object.keys(app.payload.db.sessions ?? {}).length)
    },
  })
  hook.enable()
  try {
    await run()
  } finally {
    hook.disable()
  }
  return open
}

describe('hashes of passwords', () => {
  it('are computed while no transaction is open', async () => {
    const admin = await makeUser(app.payload, ['admin'])
    expect(await openWhileHashing(() => login(PASSWORD, {}, admin.email)), 'signing in').toEqual([0])
    const { token } = (await login(PASSWORD, {}, admin.email)).body
    const changes = () =>
      ask(`/${admin.id}`, { method: 'PATCH', token, body: { password: OTHER, currentPassword: PASSWORD } })
    expect(await openWhileHashing(async () => expect((await changes()).status).toBe(200)), 'another password').toEqual([
      0, 0,
    ])
    const makes = () => ask('', { token, body: { name: 'Une recrue', email: 'recrue@team.example' } })
    expect(await openWhileHashing(async () => expect((await makes()).status).toBe(201)), 'an account').toEqual([])
    const made = (
      await app.payload.find({
        collection: 'users',
        where: { email: { equals: 'recrue@team.example' } },
        overrideAccess: true,
      })
    ).docs[0]
    const chosen = await passwordTokenOf(app.payload, made?.id ?? '')
    const resets = () => ask('/reset-password', { body: { token: chosen, password: OTHER } })
    expect(await openWhileHashing(async () => expect((await resets()).status).toBe(200)), 'by a link').toEqual([0])
    expect((await login(OTHER, {}, 'recrue@team.example')).status).toBe(200)
    expect(
      await openWhileHashing(() => createAdmin(app.payload, { name: 'Une autre', email: 'autre.admin@team.example' })),
      'an administrator',
    ).toEqual([])
  })

  it('of an account made without a password are of none, and its address is nobody else’s', async () => {
    const admin = await makeUser(app.payload, ['admin'])
    const { token } = (await login(PASSWORD, {}, admin.email)).body
    const make = () => ask('', { token, body: { name: 'Une personne', email: 'Une.Personne@team.example' } })
    expect((await make()).status).toBe(201)
    const again = await make()
    expect([again.status, JSON.stringify(again.body).includes('"path":"email"')]).toEqual([400, true])
    for (const guess of ['', 'undefined', 'null', PASSWORD])
      expect((await login(guess, {}, 'une.personne@team.example')).status).not.toBe(200)
    const both = await Promise.all(
      [1, 2].map(() => ask('', { token, body: { name: 'Deux fois', email: 'deux@team.example' } })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([201, 400])
  })
})

describe('one’s own password', () => {
  it('is looked up beside the requests, never on their thread', async () => {
    const holder = await makeUser(app.payload)
    const { token } = (await login(PASSWORD, {}, holder.email)).body
    expect(
      codeOf(
        await ask(`/${holder.id}`, {
          method: 'PATCH',
          token,
          body: { password: 'motdepasse123', currentPassword: PASSWORD },
        }),
      ),
    ).toBe('password-known')
    expect(Symbol.for('cpof.password-checker') in globalThis).toBe(false)
  })

  it('changes with what else is sent, or nothing does; by no other way, and nobody else’s', async () => {
    const holder = await makeUser(app.payload, ['editor'])
    const other = await makeUser(app.payload)
    const { token } = (await login(PASSWORD, {}, holder.email)).body
    const patch = (path: string, body: object) => ask(path, { method: 'PATCH', token, body })
    const secret = { password: OTHER, currentPassword: PASSWORD }
    expect(codeOf(await patch(`/${holder.id}`, { ...secret, name: 'Quelqu’un d’autre' }))).toBe('name-by-two')
    expect(codeOf(await patch(`/${holder.id}`, { ...secret, email: 'ailleurs@team.example' }))).toBe('email-by-two')
    expect(
      [(await patch(`/${other.id}`, secret)).status, (await patch(`/${holder.id}x`, secret)).status].every(
        (status) => status >= 400,
      ),
    ).toBe(true)
    const where = `?where[id][equals]=${holder.id}`
    for (const body of [
      secret,
      { password: OTHER },
      { email: 'ailleurs@team.example', currentPassword: PASSWORD },
      { hash: 'x', salt: 'y' },
    ]) {
      const refused = await patch(where, body)
      expect([JSON.stringify(body), refused.status >= 400]).toEqual([JSON.stringify(body), true])
    }
    await patch(`/${holder.id}`, { hash: 'pbkdf2-sha256-v1:00', salt: '00' })
    expect((await login(PASSWORD, {}, holder.email)).status, 'nothing has changed').toBe(200)
    expect((await patch(`/${holder.id}`, { ...secret, name: holder.name, email: holder.email })).status).toBe(200)
    expect((await login(OTHER, {}, holder.email)).status).toBe(200)
  })

  it('goes in the panel’s form too, and voids a link that was sent before', async () => {
    const holder = await makeUser(app.payload)
    const { token = '' } = (await login(PASSWORD, {}, holder.email)).body
    await unitOfWork(app.payload, (unit) => inviteAccount(unit, holder, 'Alix'))
    const link = await passwordTokenOf(app.payload, holder.id)
    const form = new FormData()
    form.set('_payload', JSON.stringify({ password: OTHER, currentPassword: PASSWORD }))
    const changed = await fetch(`${door.url}/api/users/${holder.id}`, {
      method: 'PATCH',
      headers: { Authorization: `JWT ${token}` },
      body: form,
    })
    expect(changed.status).toBe(200)
    expect(codeOf(await ask('/reset-password', { body: { token: link, password: PASSWORD } }))).toBe('bad-token')
    expect((await login(OTHER, {}, holder.email)).status).toBe(200)
  })

  it('changes with the present one beside it alone; other sessions end, and the holder is told', async () => {
    const holder = await makeUser(app.payload)
    const [here, elsewhere] = [
      (await login(PASSWORD, {}, holder.email)).body.token,
      (await login(PASSWORD, {}, holder.email)).body.token,
    ]
    const change = (body: object) => ask(`/${holder.id}`, { method: 'PATCH', token: here, body })
    expect(codeOf(await change({ password: OTHER }))).toBe('present-password-needed')
    expect(codeOf(await change({ password: OTHER, currentPassword: 'faux' }))).toBe('wrong-present-password')
    expect(codeOf(await change({ password: 'motdepasse123', currentPassword: PASSWORD }))).toBe('password-known')
    expect(codeOf(await change({ password: 'court', currentPassword: PASSWORD }))).toBe('password-too-short')
    expect((await login(PASSWORD, {}, holder.email)).status, 'nothing has changed').toBe(200)
    const done = await change({ password: OTHER, currentPassword: PASSWORD })
    expect([done.status, JSON.stringify(done.body).includes(OTHER)]).toEqual([200, false])
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, false])
    expect((await login(PASSWORD, {}, holder.email)).status).toBe(401)
    expect((await login(OTHER, {}, holder.email)).status).toBe(200)
    expect(await mailsTo(holder.email, 'password-changed')).toHaveLength(1)
  })
})
