import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { resetSecondFactor } from '../../src/accounts/reset-second-factor.ts'
import { openSession } from '../../src/accounts/sessions.ts'
import { inviteAccount } from '../../src/governance/password-choice.ts'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { addressesOf } from '../../src/jobs/message-links.ts'
import { settleAfterwards } from '../../src/lib/afterwards.ts'
import { setClock } from '../../src/lib/clock.ts'
import { passwordTokenOf } from '../support/accounts.ts'
import { codeOf, type Answer } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { Authenticator } from '../support/authenticator.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { makeBody, makeMandate, makePerson, makeUser } from '../support/governance.ts'

const PASSWORD = 'un-mot-de-passe-de-test'
const ORIGIN = 'http://localhost:3000'
const MINUTE = 60_000

type Said = {
  token?: string
  code?: string
  user?: { email?: string } | null
  challenge?: string
  attempt?: string
  secret?: string
  qr?: string
  uri?: string
  kinds?: string[]
  recoveryCodes?: string[]
  recoveryCodesLeft?: number
  required?: boolean
  factors?: { id: string; kind: string }[]
  message?: string
  options?: { challenge: string; rp: { id?: string }; rpId?: string }
  passkey?: { challenge: string; rpId?: string }
}
type Account = Awaited<ReturnType<typeof makeUser>>

let app: TestApp
let door: TestDoor
let network = 0
/** In the midst of a step of thirty seconds, where it stays: a code does not age while a machine is busy. */
const clock = Math.floor(Date.now() / 30_000) * 30_000 + 15_000
const standStill = () => setClock(() => new Date(clock))

beforeAll(async () => {
  app = await startApp({ TRUST_PROXY: 'loopback', SECOND_FACTOR: 'required', LIMIT_LOGINS: '1000' })
  door = await openDoor(app)
  standStill()
})

beforeEach(() => {
  network += 1
})

afterAll(async () => {
  setClock(null)
  await door.close()
  await app.stop()
})

type Sent = { method?: string; body?: object; token?: string | undefined; cookie?: string | undefined }

async function ask(path: string, { method = 'POST', body, token, cookie }: Sent = {}): Promise<Answer<Said>> {
  const response = await fetch(`${door.url}/api${path}`, {
    method,
    headers: {
      'X-Forwarded-For': `192.0.2.${network}`,
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(token ? { Authorization: `JWT ${token}` } : {}),
      ...(cookie ? { Cookie: cookie, Origin: ORIGIN } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, body: (await response.json()) as Said, headers: response.headers }
}

const login = (account: Account, cookie?: string) =>
  ask('/users/login', { body: { email: account.email, password: PASSWORD }, cookie })
const answer = (challenge: string | undefined, given: object) =>
  ask('/users/login/second-factor', { body: { challenge, ...given } })
const isSignedIn = async (token: string | undefined): Promise<boolean> =>
  Boolean((await ask('/users/me', { method: 'GET', token })).body.user)
const deviceOf = (said: Answer<Said>): string =>
  said.headers
    .getSetCookie()
    .map((each) => each.split(';')[0] ?? '')
    .find((each) => each.startsWith('cpof-device=')) ?? ''

const codeFor = (secret: string | undefined, at = clock): string =>
  new TOTP({ secret: Secret.fromBase32(secret ?? ''), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: at,
  })

/** An account of the editors with an application; its secret and recovery codes. */
async function withTotp(
  roles: Account['roles'] = ['editor'],
): Promise<{ account: Account; secret: string; recoveryCodes: string[]; token: string }> {
  const account = await makeUser(app.payload, roles)
  const { token = '' } = (await login(account)).body
  const begun = (await ask('/users/second-factor/totp', { body: { currentPassword: PASSWORD }, token })).body
  const confirmed = await ask('/users/second-factor/totp/confirm', {
    body: { attempt: begun.attempt, code: codeFor(begun.secret, clock - 30_000) },
    token,
  })
  expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200)
  return {
    account,
    secret: begun.secret ?? '',
    recoveryCodes: confirmed.body.recoveryCodes ?? [],
    token: confirmed.body.token ?? token,
  }
}

describe('an application of codes', () => {
  it('is enrolled with the password beside the session, by a code of its own; its secret is sealed', async () => {
    const account = await makeUser(app.payload, ['editor'])
    const { token } = (await login(account)).body
    expect(codeOf(await ask('/users/second-factor/totp', { body: {}, token }))).toBe('present-password-needed')
    expect((await ask('/users/second-factor/totp', { body: { currentPassword: PASSWORD } })).status).toBe(401)
    const begun = (await ask('/users/second-factor/totp', { body: { currentPassword: PASSWORD }, token })).body
    expect([
      begun.qr?.startsWith('<svg'),
      begun.uri?.startsWith('otpauth://totp/CPOF:'),
      begun.uri?.includes(begun.secret ?? '-'),
    ]).toEqual([true, true, true])
    expect(
      codeOf(
        await ask('/users/second-factor/totp/confirm', { body: { attempt: begun.attempt, code: '000000' }, token }),
      ),
    ).toBe('bad-second-factor')
    expect((await login(account)).status, 'nothing stands yet').toBe(200)
    const confirmed = await ask('/users/second-factor/totp/confirm', {
      body: { attempt: begun.attempt, code: codeFor(begun.secret) },
      token,
    })
    expect([confirmed.status, new Set(confirmed.body.recoveryCodes).size]).toEqual([200, 10])
    const rows = JSON.stringify([
      (await app.payload.find({ collection: 'second-factors', pagination: false, overrideAccess: true })).docs,
      (await app.payload.find({ collection: 'sign-in-attempts', pagination: false, overrideAccess: true })).docs,
    ])
    for (const secret of [begun.secret ?? '-', ...(confirmed.body.recoveryCodes ?? []), begun.attempt ?? '-'])
      expect(rows).not.toContain(secret)
  })

  it('is asked after a right password, and only then; each code serves once, and each question once', async () => {
    const { account, secret } = await withTotp()
    expect(codeOf(await ask('/users/login', { body: { email: account.email, password: 'faux' } }))).toBe(
      'bad-credentials',
    )
    const asked = await login(account)
    expect([asked.status, codeOf(asked), asked.body.kinds, asked.body.token, asked.headers.getSetCookie()]).toEqual([
      401,
      'second-factor-needed',
      expect.arrayContaining(['totp', 'recovery-code']),
      undefined,
      [],
    ])
    expect(codeOf(await answer(asked.body.challenge, { code: '000000' }))).toBe('bad-second-factor')
    const code = codeFor(secret)
    const passed = await answer(asked.body.challenge, { code })
    expect([passed.status, await isSignedIn(passed.body.token)]).toEqual([200, true])
    expect(
      codeOf(await answer(asked.body.challenge, { code: codeFor(secret, clock + 30_000) })),
      'a question answered',
    ).toBe('attempt-over')
    const again = await login(account)
    expect(codeOf(await answer(again.body.challenge, { code })), 'a code used').toBe('bad-second-factor')
  })

  it('lets one of two in who answer the same question with the same code at once', async () => {
    const { account, secret } = await withTotp()
    const { challenge } = (await login(account)).body
    const code = codeFor(secret)
    const answers = await Promise.all([answer(challenge, { code }), answer(challenge, { code })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  it('takes five tries a question, and questions end after five minutes; none is made up', async () => {
    const { account, secret } = await withTotp()
    const { challenge } = (await login(account)).body
    for (let each = 0; each < 5; each += 1)
      expect(codeOf(await answer(challenge, { code: '000000' }))).toBe('bad-second-factor')
    expect(codeOf(await answer(challenge, { code: codeFor(secret) }))).toBe('attempt-over')
    const late = (await login(account)).body.challenge
    setClock(() => new Date(clock + 5 * MINUTE + 1000))
    expect(codeOf(await answer(late, { code: codeFor(secret, clock + 5 * MINUTE + 1000) }))).toBe('attempt-over')
    standStill()
    for (const made of [undefined, '', 'x', `${(challenge ?? '').split('.')[0]}.x`])
      expect(codeOf(await answer(made, { code: codeFor(secret) }))).toBe('attempt-over')
  })

  it('is asked for no longer where the password that was shown is another one by now', async () => {
    const { account, secret, token } = await withTotp()
    const question = (await login(account)).body.challenge
    const changed = { password: 'quatre mots sans aucun lien', currentPassword: PASSWORD }
    expect((await ask(`/users/${account.id}`, { method: 'PATCH', token, body: changed })).status).toBe(200)
    expect(codeOf(await answer(question, { code: codeFor(secret) }))).toBe('attempt-over')
    const again = await ask('/users/login', { body: { email: account.email, password: changed.password } })
    expect((await answer(again.body.challenge, { code: codeFor(secret) })).status).toBe(200)
  })

  it('is replaced by ten recovery codes, each once', async () => {
    const { account, recoveryCodes } = await withTotp()
    const [first = '', second = ''] = recoveryCodes
    expect(
      (await answer((await login(account)).body.challenge, { recoveryCode: first.toUpperCase().replaceAll('-', ' ') }))
        .status,
    ).toBe(200)
    expect(codeOf(await answer((await login(account)).body.challenge, { recoveryCode: first }))).toBe(
      'bad-second-factor',
    )
    const { token } = (await answer((await login(account)).body.challenge, { recoveryCode: second })).body
    expect((await ask('/users/second-factor', { method: 'GET', token })).body.recoveryCodesLeft).toBe(8)
    const other = await withTotp()
    expect(codeOf(await answer((await login(account)).body.challenge, { recoveryCode: other.recoveryCodes[0] }))).toBe(
      'bad-second-factor',
    )
  })

  it('is passed by no other way in: a link to a password, the token of the question, a refresh', async () => {
    const { account } = await withTotp()
    await unitOfWork(app.payload, (unit) => inviteAccount(unit, account, 'Alix'))
    const chosen = await ask('/users/reset-password', {
      body: { token: await passwordTokenOf(app.payload, account.id), password: 'quatre mots sans aucun lien' },
    })
    expect([chosen.status, chosen.body.token, chosen.headers.getSetCookie()]).toEqual([200, undefined, []])
    const { challenge } = (
      await ask('/users/login', { body: { email: account.email, password: 'quatre mots sans aucun lien' } })
    ).body
    expect([await isSignedIn(challenge), (await ask('/users/refresh-token', { token: challenge })).status]).toEqual([
      false,
      401,
    ])
    for (const path of ['first-register', 'verify/x', 'unlock'])
      expect(
        (await ask(`/users/${path}`, { body: { email: account.email, password: 'quatre mots sans aucun lien' } }))
          .status,
      ).toBeGreaterThanOrEqual(400)
  })

  it('proves a change of password as the present password does', async () => {
    const { account, secret, token } = await withTotp()
    const change = (code: string) =>
      ask(`/users/${account.id}`, { method: 'PATCH', token, body: { password: 'quatre mots sans aucun lien', code } })
    expect(codeOf(await change('000000'))).toBe('wrong-present-password')
    expect((await change(codeFor(secret))).status).toBe(200)
  })
})

describe('a passkey', () => {
  it('signs in by itself when its holder is verified, and is a second step as well', async () => {
    const account = await makeUser(app.payload, ['editor'])
    const device = new Authenticator(ORIGIN)
    const { token } = (await login(account)).body
    const begun = (await ask('/users/second-factor/passkey', { body: { currentPassword: PASSWORD }, token })).body
    if (!begun.options) throw new Error('No passkey was asked for')
    const kept = await ask('/users/second-factor/passkey/confirm', {
      body: { attempt: begun.attempt, response: device.create(begun.options) },
      token,
    })
    expect([kept.status, kept.body.recoveryCodes?.length]).toEqual([200, 10])

    const alone = async (verified = true) => {
      const { attempt, options } = (await ask('/users/login/passkey/options')).body
      return ask('/users/login/passkey', {
        body: { attempt, assertion: device.get({ ...options, challenge: options?.challenge ?? '' }, { verified }) },
      })
    }
    const signedIn = await alone()
    expect([signedIn.status, signedIn.body.user?.email]).toEqual([200, account.email])
    expect(codeOf(await alone(false)), 'without its holder').toBe('bad-second-factor')

    const { challenge, passkey } = (await login(account)).body
    if (!passkey) throw new Error('No passkey was asked for')
    const assertion = device.get(passkey)
    expect(
      codeOf(await answer(challenge, { assertion: new Authenticator(ORIGIN).get(passkey) })),
      'another device',
    ).toBe('bad-second-factor')
    expect(
      codeOf(await answer((await login(account)).body.challenge, { assertion })),
      'the answer to another question',
    ).toBe('bad-second-factor')
    expect((await answer(challenge, { assertion })).status).toBe(200)
  })

  it('made on another site is none', async () => {
    const account = await makeUser(app.payload, ['editor'])
    const { token } = (await login(account)).body
    const begun = (await ask('/users/second-factor/passkey', { body: { currentPassword: PASSWORD }, token })).body
    if (!begun.options) throw new Error('No passkey was asked for')
    const response = new Authenticator('https://evil.example').create(begun.options)
    expect(
      codeOf(await ask('/users/second-factor/passkey/confirm', { body: { attempt: begun.attempt, response }, token })),
    ).toBe('bad-second-factor')
    const { attempt: begunHere } = (await ask('/users/login/passkey/options')).body
    expect((await ask('/users/login/passkey', { body: { attempt: begunHere, assertion: 'x' } })).status).toBe(400)
    for (const malformed of [null, {}, { id: 'x' }]) {
      const { attempt } = (await ask('/users/login/passkey/options')).body
      expect((await ask('/users/login/passkey', { body: { attempt, assertion: malformed } })).status).toBe(401)
    }
  })
})

describe('administration and secretariat', () => {
  it.each([['admin'], ['secretariat']] as const)(
    'can do nothing before a second factor is enrolled: %s',
    async (role) => {
      const account = await makeUser(app.payload, [role])
      const first = await login(account)
      expect([first.status, first.body.code, first.body.user, typeof first.body.token]).toEqual([
        200,
        'second-factor-to-enrol',
        null,
        'string',
      ])
      const { token } = first.body
      for (const path of [
        '/users/me',
        '/users',
        '/adhesions',
        '/pages',
        '/globals/header',
        '/access',
        '/users/sessions',
      ]) {
        const refused = await ask(path, { method: 'GET', token })
        expect([path, refused.status, codeOf(refused)]).toEqual([path, 403, 'second-factor-to-enrol'])
      }
      expect(codeOf(await ask('/users/refresh-token', { token }))).toBe('second-factor-to-enrol')
      expect(codeOf(await ask(`/users/${account.id}`, { method: 'PATCH', token, body: { name: 'x' } }))).toBe(
        'second-factor-to-enrol',
      )
      const { user } = await app.payload.auth({ headers: new Headers({ Authorization: `JWT ${token}` }) })
      expect(user, 'nor in the panel').toBeNull()

      const begun = (await ask('/users/second-factor/totp', { body: {}, token })).body
      const done = await ask('/users/second-factor/totp/confirm', {
        body: { attempt: begun.attempt, code: codeFor(begun.secret) },
        token,
      })
      expect([done.status, done.body.recoveryCodes?.length, done.body.user?.email]).toEqual([200, 10, account.email])
      expect([
        await isSignedIn(done.body.token),
        (await ask('/users/second-factor', { method: 'GET', token })).status,
      ]).toEqual([true, 401])
      const { factors = [] } = (await ask('/users/second-factor', { method: 'GET', token: done.body.token })).body
      expect(
        codeOf(
          await ask(`/users/second-factor/${factors[0]?.id}/remove`, {
            body: { currentPassword: PASSWORD },
            token: done.body.token,
          }),
        ),
      ).toBe('last-second-factor')
    },
  )

  it('enrol once: another session that the password opened is nobody’s from then on', async () => {
    const account = await makeUser(app.payload, ['secretariat'])
    const thiefs = (await login(account)).body.token
    const begun = (await ask('/users/second-factor/totp', { body: {}, token: thiefs })).body
    const own = (await login(account)).body.token
    const mine = (await ask('/users/second-factor/totp', { body: {}, token: own })).body
    const enrolled = await ask('/users/second-factor/totp/confirm', {
      body: { attempt: mine.attempt, code: codeFor(mine.secret, clock - 30_000) },
      token: own,
    })
    expect(enrolled.status).toBe(200)
    // As it would be where the session was opened while the second factor was on its way.
    const late = await unitOfWork(app.payload, (unit) =>
      openSession(unit, account.id, { ip: null, network: '', userAgent: null, device: null }, { enrolling: true }),
    )
    for (const token of [thiefs, late.token]) {
      for (const [path, body] of [
        ['totp', {}],
        ['totp/confirm', { attempt: begun.attempt, code: codeFor(begun.secret) }],
        ['passkey', {}],
        ['recovery-codes', {}],
      ] as const) {
        expect([path, (await ask(`/users/second-factor/${path}`, { body, token })).status]).toEqual([path, 401])
      }
      expect((await ask('/users/second-factor', { method: 'GET', token })).status).toBe(401)
    }
    expect(
      (await answer((await login(account)).body.challenge, { code: codeFor(mine.secret) })).status,
      'the holder’s own still opens',
    ).toBe(200)
  })

  it('enrol once, also where two sessions do at the same moment', async () => {
    const account = await makeUser(app.payload, ['admin'])
    const tokens = [(await login(account)).body.token, (await login(account)).body.token]
    const begun = await Promise.all(tokens.map((token) => ask('/users/second-factor/totp', { body: {}, token })))
    const answers = await Promise.all(
      begun.map(({ body }, each) =>
        ask('/users/second-factor/totp/confirm', {
          body: { attempt: body.attempt, code: codeFor(body.secret) },
          token: tokens[each],
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  it('are the only ones: others may, and take it away again', async () => {
    const { token, account } = await withTotp()
    const { factors = [], required } = (await ask('/users/second-factor', { method: 'GET', token })).body
    expect([required, factors.map(({ kind }) => kind)]).toEqual([false, ['totp']])
    const other = await withTotp()
    expect(
      (
        await ask(`/users/second-factor/${factors[0]?.id}/remove`, {
          body: { currentPassword: PASSWORD },
          token: other.token,
        })
      ).status,
    ).toBe(404)
    expect(
      (await ask(`/users/second-factor/${factors[0]?.id}/remove`, { body: { currentPassword: PASSWORD }, token }))
        .status,
    ).toBe(200)
    expect((await login(account)).status).toBe(200)
  })
})

describe('second factors that are lost', () => {
  it('are taken away by a command on the server: sessions and questions end, others hear of it, and one is enrolled anew', async () => {
    const [{ account, secret, recoveryCodes }, colleague, chair] = [
      await withTotp(['secretariat']),
      await makeUser(app.payload, ['secretariat']),
      await makeUser(app.payload),
    ]
    const body = await makeBody(app.payload, { competences: ['adhesion-validation'] })
    await makeMandate(app.payload, (await makePerson(app.payload, { account: chair.id })).id, body.id, {
      role: 'chair',
    })
    const { token } = (await answer((await login(account)).body.challenge, { code: codeFor(secret) })).body
    const { challenge } = (await login(account)).body
    expect((await resetSecondFactor(app.payload, { email: account.email.toUpperCase() })).removed).toBe(11)
    expect(await isSignedIn(token)).toBe(false)
    expect(codeOf(await answer(challenge, { recoveryCode: recoveryCodes[0] }))).toBe('attempt-over')
    const { docs: told } = await app.payload.find({
      collection: 'messages',
      where: { subject: { equals: `account:${account.id}` }, template: { equals: 'account-changed' } },
      pagination: false,
      overrideAccess: true,
    })
    const news = told.filter(({ data }) => JSON.stringify(data).includes('"second-factor-reset"'))
    expect(news.map(({ recipient }) => recipient)).toEqual(
      expect.arrayContaining([account.email, colleague.email, chair.email]),
    )
    const { docs: noted } = await app.payload.find({
      collection: 'security-events',
      where: { account: { equals: account.id }, type: { equals: 'second-factor-reset' } },
      overrideAccess: true,
    })
    expect(noted).toHaveLength(1)
    const anew = await login(account)
    expect([anew.status, anew.body.code, await isSignedIn(anew.body.token)]).toEqual([
      200,
      'second-factor-to-enrol',
      false,
    ])
    const begun = (await ask('/users/second-factor/totp', { body: {}, token: anew.body.token })).body
    expect(
      (
        await ask('/users/second-factor/totp/confirm', {
          body: { attempt: begun.attempt, code: codeFor(begun.secret) },
          token: anew.body.token,
        })
      ).status,
    ).toBe(200)
  })

  it('are those of an account that has some', async () => {
    const account = await makeUser(app.payload, ['editor'])
    await expect(resetSecondFactor(app.payload, account)).rejects.toMatchObject({ code: 'no-second-factor' })
    await expect(resetSecondFactor(app.payload, { email: 'personne@team.example' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('a mailed code', () => {
  const askCode = (email: string, cookie?: string) => ask('/users/login/code', { body: { email }, cookie })
  const confirm = (attempt: string | undefined, code: string, cookie: string) =>
    ask('/users/login/code/confirm', { body: { attempt, code }, cookie })

  async function elector(roles: Account['roles'] = []): Promise<Account> {
    const account = await makeUser(app.payload, roles)
    const [person, body] = [await makePerson(app.payload, { account: account.id }), await makeBody(app.payload)]
    await makeMandate(app.payload, person.id, body.id)
    return account
  }

  /** The codes that left to an address, the latest last, as their e-mails say them; null for one that ends nothing any more. */
  async function codesTo(email: string): Promise<(string | null)[]> {
    await settleAfterwards(app.payload)
    const { docs } = await app.payload.find({
      collection: 'messages',
      where: { recipientKey: { equals: email }, template: { equals: 'sign-in-code' } },
      sort: 'createdAt',
      pagination: false,
      overrideAccess: true,
    })
    return Promise.all(
      docs.map(
        async ({ links }) =>
          (await addressesOf(app.payload, links as { code: { codeOf: string } }).catch(() => null))?.['code'] ?? null,
      ),
    )
  }

  it('signs an elector in on the device that asked, once', async () => {
    const account = await elector()
    const asked = await askCode(account.email)
    const device = deviceOf(asked)
    const [code = ''] = await codesTo(account.email)
    expect(code).toMatch(/^\d{8}$/)
    expect(
      JSON.stringify(
        (await app.payload.find({ collection: 'messages', pagination: false, overrideAccess: true })).docs,
      ),
    ).not.toContain(code)
    const elsewhere = deviceOf(await askCode('personne@team.example'))
    expect(codeOf(await confirm(asked.body.attempt, code ?? '', elsewhere)), 'on another device').toBe('attempt-over')
    const passed = await confirm(asked.body.attempt, code ?? '', device)
    expect([passed.status, passed.body.user?.email]).toEqual([200, account.email])
    expect(codeOf(await confirm(asked.body.attempt, code ?? '', device))).toBe('attempt-over')
  })

  it('is void once the sessions of the account were ended', async () => {
    const account = await elector()
    const asked = await askCode(account.email)
    const [code = ''] = await codesTo(account.email)
    await unitOfWork(app.payload, (unit) => inviteAccount(unit, account, 'Alix'))
    expect(
      (
        await ask('/users/reset-password', {
          body: { token: await passwordTokenOf(app.payload, account.id), password: 'quatre mots sans aucun lien' },
        })
      ).status,
    ).toBe(200)
    expect(codeOf(await confirm(asked.body.attempt, code ?? '', deviceOf(asked)))).toBe('attempt-over')
  })

  it('is promised to everybody alike, and goes to electors alone', async () => {
    const [account, editor, secretary] = [
      await elector(),
      await makeUser(app.payload, ['editor']),
      await elector(['secretariat']),
    ]
    const answers = []
    for (const email of [account.email, editor.email, secretary.email, 'personne@team.example'])
      answers.push(await askCode(email))
    expect(
      new Set(answers.map(({ status, body }) => `${status} ${body.message} ${Object.keys(body).join()}`)).size,
    ).toBe(1)
    expect([
      (await codesTo(account.email)).length,
      await codesTo(editor.email),
      await codesTo(secretary.email),
    ]).toEqual([1, [], []])
    const last = answers.at(-1)
    expect(codeOf(await confirm(last?.body.attempt, '00000000', last ? deviceOf(last) : ''))).toBe('bad-code')
  })

  it('has five tries, ends after ten minutes, and is voided by a second one on the same device alone', async () => {
    const account = await elector()
    const first = await askCode(account.email)
    const device = deviceOf(first)
    const elsewhere = await askCode(account.email)
    const second = await askCode(account.email, device)
    const [voided, other, code] = await codesTo(account.email)
    expect([voided, typeof other, typeof code]).toEqual([null, 'string', 'string'])
    expect(codeOf(await confirm(first.body.attempt, code ?? '', device))).toBe('attempt-over')
    for (let each = 0; each < 5; each += 1)
      expect(codeOf(await confirm(second.body.attempt, '00000000', device))).toBe('bad-code')
    expect(codeOf(await confirm(second.body.attempt, code ?? '', device)), 'no tries left').toBe('attempt-over')
    setClock(() => new Date(clock + 10 * MINUTE + 1000))
    expect(codeOf(await confirm(elsewhere.body.attempt, other ?? '', deviceOf(elsewhere))), 'too late').toBe(
      'attempt-over',
    )
    standStill()
    expect(
      (await confirm(elsewhere.body.attempt, other ?? '', deviceOf(elsewhere))).status,
      'what ran out ended that attempt alone',
    ).toBe(200)
  })

  it('has five tries also when many come at once', async () => {
    const asked = await askCode((await elector()).email)
    const device = deviceOf(asked)
    const heard = await Promise.all(
      Array.from({ length: 20 }, async () => codeOf(await confirm(asked.body.attempt, '00000000', device))),
    )
    expect([
      heard.filter((code) => code === 'bad-code').length,
      heard.filter((code) => code === 'attempt-over').length,
    ]).toEqual([5, 15])
  })

  it('leaves five times an hour for strangers, and five for a device that signed in before', async () => {
    const account = await elector()
    const device = deviceOf(await login(account))
    for (let each = 0; each < 7; each += 1) expect((await askCode(account.email)).status).toBe(200)
    expect(await codesTo(account.email)).toHaveLength(5)
    const own = await askCode(account.email, device)
    const codes = await codesTo(account.email)
    expect(codes).toHaveLength(6)
    expect((await confirm(own.body.attempt, codes.at(-1) ?? '', device)).status).toBe(200)
  })

  it('does not stand for a second factor', async () => {
    const account = await elector()
    const { token } = (await login(account)).body
    const begun = (await ask('/users/second-factor/totp', { body: { currentPassword: PASSWORD }, token })).body
    await ask('/users/second-factor/totp/confirm', {
      body: { attempt: begun.attempt, code: codeFor(begun.secret, clock - 30_000) },
      token,
    })
    const asked = await askCode(account.email)
    const [code] = await codesTo(account.email)
    const next = await confirm(asked.body.attempt, code ?? '', deviceOf(asked))
    expect([next.status, codeOf(next)]).toEqual([401, 'second-factor-needed'])
    expect((await answer(next.body.challenge, { code: codeFor(begun.secret) })).status).toBe(200)
  })
})
