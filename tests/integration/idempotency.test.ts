import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CommitHolder, withCommits } from '../../src/db/before-commit.ts'
import { setClock } from '../../src/lib/clock.ts'
import { DomainError } from '../../src/lib/errors.ts'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { claim, MOST_OF_A_CALLER } from '../../src/record/repeats/claim.ts'
import { forgetRequestKeys } from '../../src/record/repeats/forget.ts'
import { once } from '../../src/record/repeats/once.ts'
import { runDue } from '../../src/jobs/timers.ts'
import { callApi, codeOf, issuesOf } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { anotherInstance } from '../support/another-instance.ts'
import { applied, signed } from '../support/applications.ts'
import { adoptCharter, application, staffUser } from '../support/factories.ts'
import { makeColleague, type Colleague } from '../support/governance.ts'
import { owed, lastToken } from '../support/outbox.ts'

let app: TestApp
let secretary: Colleague
let colleague: Colleague

const HOUR = 60 * 60_000
let counter = 0
const newKey = () => `key-${(counter += 1)}`

beforeAll(async () => {
  app = await startApp()
  await adoptCharter(app.payload)
  secretary = await makeColleague(app.payload, ['secretariat'])
  colleague = await makeColleague(app.payload, ['secretariat'])
})

afterAll(() => app.stop())

afterEach(() => {
  setClock(null)
  vi.restoreAllMocks()
})

type Sent = { key?: string; headers?: Record<string, string>; token?: string }

const post = (path: string, body: unknown, { key, headers = {}, token }: Sent = {}) =>
  callApi<{ doc: { id: string; reference: string }; rev: number; status: string }>(app, path, {
    body,
    headers: { ...(key === undefined ? {} : { 'Idempotency-Key': key }), ...headers },
    ...(token === undefined ? {} : { token }),
  })

const apply = (body: unknown, sent: Sent = {}) => post('/adhesions', body, sent)

const rows = async () =>
  (await app.payload.find({ collection: 'request-keys', pagination: false, overrideAccess: true })).docs

const notesOn = async (id: string) =>
  (
    await app.payload.count({
      collection: 'journal',
      where: { subject: { equals: `adhesion:${id}` }, type: { equals: 'noted' } },
    })
  ).totalDocs

describe('a request under a key', () => {
  it('is carried out once, and answered as the first time', async () => {
    const sent = application()
    const key = newKey()
    const first = await apply(sent, { key })
    const second = await apply(sent, { key })
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'))
    expect(second.headers.get('cache-control')).toBe('no-store')
    expect([first, second].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true'])
    expect(await owed(app.payload, { adhesion: first.body.doc.id, template: 'signature-link' })).toHaveLength(1)
  })

  it('is recognised however its JSON is written', async () => {
    const sent = application()
    const key = newKey()
    const first = await apply(sent, { key })
    const reversed = JSON.stringify(Object.fromEntries(Object.entries(sent).reverse()), null, 2)
    const second = await post('/adhesions', reversed, { key })
    expect(second.body).toEqual(first.body)
  })

  it('sent many times at once has one effect and one answer', async () => {
    const { id } = await signed(app)
    const key = newKey()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        post(`/adhesions/${id}/note`, { text: 'Une note.' }, { key, token: secretary.token }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(await notesOn(id)).toBe(1)
  })

  it('is one across instances', async () => {
    const other = await anotherInstance(app)
    const here = await anotherInstance({ ...app, database: 'sqlite' })
    try {
      const { id } = await signed(app)
      const key = newKey()
      const answers = await Promise.all(
        [here, other, here, other].map(async ({ url }) => {
          const response = await fetch(`${url}/api/adhesions/${id}/note`, {
            method: 'POST',
            headers: {
              'Content-Type': 'application/json',
              Authorization: `JWT ${secretary.token}`,
              'Idempotency-Key': key,
            },
            body: JSON.stringify({ text: 'Une note de partout.' }),
          })
          return [response.status, await response.text()]
        }),
      )
      expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
      expect(answers[0]?.[0]).toBe(200)
      expect(await notesOn(id)).toBe(1)
    } finally {
      await other.end()
      await here.end()
    }
  })

  it('of another body is refused, and so is another query', async () => {
    const { id } = await signed(app)
    const key = newKey()
    const note = (text: string) => post(`/adhesions/${id}/note`, { text }, { key, token: secretary.token })
    expect((await note('Une note.')).status).toBe(200)
    const other = await note('Une autre.')
    expect([other.status, codeOf(other)]).toEqual([422, 'idempotency-key-reused'])
    expect(await notesOn(id)).toBe(1)
  })

  it('is known by its route and by who sends it', async () => {
    const [{ id }, { id: another }] = [await signed(app), await signed(app)]
    const key = newKey()
    const note = (file: string, who: Colleague) =>
      post(`/adhesions/${file}/note`, { text: 'Une note.' }, { key, token: who.token })
    for (const [file, who] of [
      [id, secretary],
      [id, colleague],
      [another, secretary],
    ] as const)
      expect((await note(file, who)).headers.get('idempotent-replayed')).toBeNull()
    expect(await notesOn(id)).toBe(2)
  })

  it('of a stranger is answered to no other network', async () => {
    const sent = application()
    const key = newKey()
    const from = (ip: string) => apply(sent, { key, headers: { 'x-cpof-ip': ip } })
    expect((await from('192.0.2.1')).status).toBe(201)
    expect((await from('198.51.100.1')).status).toBe(409)
    expect((await from('192.0.2.1')).status).toBe(201)
  })

  it('is a form by its fields and the content of its files', async () => {
    const { id } = await signed(app)
    const key = newKey()
    const form = (content: string, title = 'Statuts') => {
      const made = new FormData()
      made.set('title', title)
      made.append(
        'file',
        new File(
          [`%PDF-1.4\n1 0 obj\n<</A (${content})>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n`],
          'statuts.pdf',
          { type: 'application/pdf' },
        ),
      )
      return made
    }
    const attach = (body: FormData) => post(`/adhesions/${id}/attach`, body, { key, token: secretary.token })
    const first = await attach(form('un'))
    expect(first.status).toBe(200)
    expect((await attach(form('un'))).body).toEqual(first.body)
    expect((await attach(form('deux'))).status).toBe(422)
    expect((await attach(form('un', 'Autres'))).status).toBe(422)
    const { totalDocs } = await app.payload.count({
      collection: 'attachments',
      where: { adhesion: { equals: id } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(1)
  })

  it.each([
    ['', 'empty'],
    ['a b', 'with a space'],
    ['é', 'beyond ASCII'],
    ['a'.repeat(256), 'too long'],
  ])('is refused when the key is %j (%s)', async (key) => {
    const answer = await apply(application(), { key })
    expect(answer.status).toBe(400)
    expect(issuesOf(answer)).toEqual(['Idempotency-Key: not-a-request-key'])
  })

  it('may have a key of 255 characters', async () => {
    expect((await apply(application(), { key: `~${'a'.repeat(254)}` })).status).toBe(201)
  })
})

describe('what binds no key', () => {
  it('is a refusal of the body', async () => {
    const key = newKey()
    expect((await apply({ kind: 'friend' }, { key })).status).toBe(400)
    expect((await apply({ kind: 'friend' }, { key })).status).toBe(400)
    expect((await apply(application(), { key })).status).toBe(201)
  })

  it('is a failure', async () => {
    const key = newKey()
    const sent = application()
    const create = vi.spyOn(app.payload, 'create').mockRejectedValueOnce(new Error('Out of order'))
    expect((await apply(sent, { key })).status).toBe(500)
    create.mockRestore()
    expect((await apply(sent, { key })).status).toBe(201)
  })

  it('is a refusal for who asks, which is made again before an answer is given', async () => {
    const { id } = await signed(app)
    const key = newKey()
    const passing = await makeColleague(app.payload, ['secretariat'])
    const note = () => post(`/adhesions/${id}/note`, { text: 'Une note.' }, { key, token: passing.token })
    expect((await note()).status).toBe(200)
    await app.payload.db.updateOne({ collection: 'users', id: passing.user.id, data: { roles: ['editor'] } })
    expect((await note()).status).toBe(403)
    await app.payload.db.updateOne({ collection: 'users', id: passing.user.id, data: { roles: ['secretariat'] } })
    expect((await note()).status).toBe(200)
    expect(await notesOn(id)).toBe(1)
  })

  it('is what signs somebody in: its answer is kept nowhere', async () => {
    const user = await staffUser(app.payload)
    const before = (await rows()).length
    const signIn = () =>
      callApi<{ token: string }>(app, '/users/login', {
        body: { email: user.email, password: 'un mot de passe de test' },
        headers: { 'Idempotency-Key': 'login' },
      })
    const [first, second] = [await signIn(), await signIn()]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.body.token).not.toBe(first.body.token)
    expect((await rows()).length).toBe(before)
  })
})

describe('a body that has no canonical form', () => {
  it.each([
    ['a number beyond all numbers', '{"kind":1e999}'],
    ['depths without end', `${'{"kind":['.repeat(20_000)}${']}'.repeat(20_000)}`],
  ])('is refused like any other: %s', async (_what, body) => {
    for (const sent of [{}, { key: newKey() }]) expect((await post('/adhesions', body, sent)).status).toBe(400)
  })
})

describe('a refusal of the state', () => {
  it('stands for its key, and what was sent by it leaves once', async () => {
    const sent = application()
    const { body } = await apply(sent)
    const key = newKey()
    const again = { ...sent, motivation: 'Encore.' }
    const answers = [await apply(again, { key }), await apply(again, { key })]
    expect(answers.map(({ status }) => status)).toEqual([409, 409])
    expect(answers.map(codeOf)).toEqual(['adhesion-in-progress', 'adhesion-in-progress'])
    expect(answers[1]?.headers.get('idempotent-replayed')).toBe('true')
    expect(await owed(app.payload, { adhesion: body.doc.id, template: 'signature-link' })).toHaveLength(2)
  })
})

describe('an answer that was lost', () => {
  const asked = (key: string) => ({
    caller: 'users:1',
    route: 'POST /x',
    key,
    body: '{}',
    keptFor: 24 * HOUR,
    afterLostAnswer: 'refuse' as const,
  })

  it('of what finds by itself what is there already, lets it be carried out again', async () => {
    const key = newKey()
    const found = { ...asked(key), afterLostAnswer: 'repeat' as const }
    const held = await claim(app.payload, found)
    if (held.kind !== 'claimed') throw new Error('Nobody asked for it before')
    await withCommits({ beforeCommit: held.claim.beforeCommit }, () => unitOfWork(app.payload, async () => {}))
    expect((await rows()).find(({ caller }) => caller === 'users:1')).toMatchObject({ state: 'in-effect' })
    await held.claim.release('failed')
    expect((await claim(app.payload, found)).kind).toBe('claimed')
  })

  it('before any effect leaves the request to be carried out, once its holder is dead', async () => {
    const key = newKey()
    expect((await claim(app.payload, asked(key))).kind).toBe('claimed')
    await expect(claim(app.payload, asked(key))).rejects.toMatchObject({
      code: 'busy',
      status: 409,
      extra: { retryAfter: 1 },
    })
    setClock(() => new Date(Date.now() + HOUR))
    expect((await claim(app.payload, asked(key))).kind).toBe('claimed')
  })

  /** Carries a request out in a process that dies after the commit of the effect: nothing that follows is written. */
  async function dying<Answered>(work: () => Promise<Answered>): Promise<Answered> {
    const updateOne = app.payload.db.updateOne.bind(app.payload.db)
    const killed = vi.spyOn(app.payload.db, 'updateOne').mockImplementation(async (args) => {
      if (args.collection === 'request-keys' && args.data['state'] === 'answered') throw new Error('Killed')
      return updateOne(args)
    })
    app.payload.logger.level = 'fatal'
    const answer = await work()
    app.payload.logger.level = 'error'
    killed.mockRestore()
    setClock(() => new Date(Date.now() + HOUR))
    return answer
  }

  it('after the effect is made again from what was committed, by whatever instance, and the effect is one', async () => {
    const { id } = await signed(app)
    const key = newKey()
    const note = () => post(`/adhesions/${id}/note`, { text: 'Une note.' }, { key, token: secretary.token })
    const first = await dying(note)
    for (const again of [await note(), await note()])
      expect([again.status, again.body]).toEqual([first.status, first.body])
    expect(first.status).toBe(200)
    expect(await notesOn(id)).toBe(1)
  })

  it('of an application, with a key or without, of a correction and of several at once, too', async () => {
    const sent = application()
    const key = newKey()
    const opened = await dying(() => apply(sent, { key }))
    const reopened = await apply(sent, { key })
    expect([reopened.status, reopened.body]).toEqual([201, opened.body])
    expect(await owed(app.payload, { adhesion: opened.body.doc.id, template: 'signature-link' })).toHaveLength(1)
    const other = await apply({ ...sent, motivation: 'Autre chose.' }, { key })
    expect([other.status, codeOf(other)]).toEqual([422, 'idempotency-key-reused'])

    setClock(null)
    const nameless = application()
    const unnamed = await dying(() => apply(nameless))
    setClock(null)
    expect((await apply(nameless)).body).toEqual(unnamed.body)

    const [done, refused] = [await signed(app), await applied(app)]
    const bulk = { action: 'claim', ids: [refused.id, done.id] }
    const several = () => post('/adhesions/bulk', bulk, { key, token: secretary.token })
    const together = await dying(several)
    expect(JSON.stringify(together.body)).toContain('wrong-state')
    expect((await several()).body).toEqual(together.body)
    const { totalDocs } = await app.payload.count({
      collection: 'journal',
      where: { subject: { equals: `adhesion:${done.id}` }, type: { equals: 'claimed' } },
    })
    expect(totalDocs).toBe(1)
  })

  it('of which nothing is kept never lets it be had a second time', async () => {
    const { id } = await signed(app)
    const key = newKey()
    const note = () => post(`/adhesions/${id}/note`, { text: 'Une note.' }, { key, token: secretary.token })
    expect((await dying(note)).status).toBe(200)
    const row = (await rows()).find(({ state }) => state === 'in-effect')
    await app.payload.db.updateOne({ collection: 'request-keys', id: row?.id ?? '', data: { answer: null } })
    const again = await note()
    expect([again.status, codeOf(again)]).toEqual([409, 'answer-lost'])
    expect(await notesOn(id)).toBe(1)
  })

  it('is not given by a holder whom another replaced: its effect is taken back', async () => {
    const { id } = await signed(app)
    const key = newKey()
    const note = () => post(`/adhesions/${id}/note`, { text: 'Une note.' }, { key, token: secretary.token })
    const updateOne = app.payload.db.updateOne.bind(app.payload.db)
    let taken = false
    vi.spyOn(app.payload.db, 'updateOne').mockImplementation(async (args) => {
      if (!taken && args.collection === 'request-keys' && args.data['state'] === 'in-effect') {
        taken = true
        await updateOne({ ...args, data: { holder: 'somebody else' } })
      }
      return updateOne(args)
    })
    const late = await note()
    expect([late.status, codeOf(late)]).toEqual([409, 'busy'])
    expect(await notesOn(id)).toBe(0)
  })
})

describe('what is kept', () => {
  it('holds no answer that can be read, no plain hash and no key', async () => {
    const sent = application()
    const key = 'a-key-to-look-for'
    const { body } = await apply(sent, { key })
    const kept = JSON.stringify(await rows())
    for (const secret of [key, body.doc.id, body.doc.reference]) expect(kept).not.toContain(secret)
  })

  it('is forgotten after a day by the timers, and the key serves anew', async () => {
    const key = newKey()
    expect((await apply(application(), { key })).status).toBe(201)
    setClock(() => new Date(Date.now() + 25 * HOUR))
    expect((await apply(application(), { key })).status).toBe(201)
    setClock(() => new Date(Date.now() + 50 * HOUR))
    expect((await runDue(app.payload))['forget-request-keys']).toBeGreaterThan(0)
    expect(await rows()).toEqual([])
  })

  it('is bounded, for each caller and in all', async () => {
    const { user, token } = await makeColleague(app.payload, ['secretariat'])
    const heldUntil = new Date(Date.now() + HOUR).toISOString()
    await unitOfWork(app.payload, async ({ req }) => {
      for (let index = 0; index < MOST_OF_A_CALLER; index += 1)
        await app.payload.db.create({
          collection: 'request-keys',
          data: {
            nameHash: `n${index}`,
            bodyHash: 'b',
            caller: `users:${user.id}`,
            state: 'answered',
            holder: 'h',
            heldUntil,
            until: new Date(Date.now() + HOUR + index).toISOString(),
          },
          req,
        })
    })
    const { id } = await signed(app)
    const full = await post(`/adhesions/${id}/note`, { text: 'x' }, { key: newKey(), token })
    expect([full.status, codeOf(full)]).toEqual([429, 'too-many-idempotency-keys'])
    expect(full.headers.get('retry-after')).toBe('3600')
    await forgetRequestKeys(app.payload, 10)
    expect((await rows()).length).toBeLessThanOrEqual(10)
  })
})

describe('a request that is being carried out', () => {
  const asked = (key: string) => ({
    caller: 'test',
    route: 'POST /test',
    key,
    body: '{}',
    keptFor: HOUR,
    afterLostAnswer: 'refuse' as const,
  })
  const stored = async () => (await rows()).find(({ caller }) => caller === 'test')

  it('is held by a lease whose renewal is no effect, and may be carried out again when it failed', async () => {
    const holder: CommitHolder = { beforeCommit: null }
    await withCommits(holder, async () => {
      const claimed = await claim(app.payload, asked(newKey()))
      if (claimed.kind !== 'claimed') throw new Error('Nobody asked for it before')
      holder.beforeCommit = claimed.claim.beforeCommit
      const before = (await stored())?.heldUntil
      // A process that is alone on its database renews nothing.
      if (app.database === 'mongodb')
        await expect.poll(async () => (await stored())?.heldUntil, { timeout: 15_000 }).not.toBe(before)
      expect(await stored()).toMatchObject({ state: 'under-way' })
      await claimed.claim.release('failed')
    })
    expect(await stored()).toBeUndefined()
  })

  it('is forgotten when it is refused, whatever was written on the way', async () => {
    const key = newKey()
    const refuse = () =>
      once(app.payload, asked(key), async () => {
        await unitOfWork(app.payload, async ({ payload, req }) => {
          await payload.db.create({ collection: 'counters', data: { key: newKey(), last: 1 }, req })
        })
        throw new DomainError('Conflict', 'adhesion-in-progress', 409, { fr: 'non', en: 'no' })
      })
    for (let time = 1; time <= 2; time += 1)
      await expect(refuse()).rejects.toMatchObject({ code: 'adhesion-in-progress' })
    expect(await stored()).toBeUndefined()
  })

  it('is not forgotten by a refusal that passes, once it had its effect', async () => {
    const key = newKey()
    const effect = vi.fn()
    const work = async () => {
      await unitOfWork(app.payload, async ({ payload, req }) => {
        effect()
        await payload.db.create({ collection: 'counters', data: { key: newKey(), last: 1 }, req })
      })
      throw new DomainError('Conflict', 'busy', 409, { fr: 'attendez', en: 'wait' })
    }
    for (let time = 0; time < 2; time += 1)
      await expect(once(app.payload, asked(key), work)).rejects.toMatchObject({ code: 'busy' })
    expect(effect).toHaveBeenCalledOnce()
  })
})

describe('a submission without a key', () => {
  it('that repeats itself within a minute is the same one', async () => {
    const sent = application()
    const answers = await Promise.all([apply(sent), apply(sent), apply(sent)])
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    const [first] = answers
    expect(answers.map(({ body }) => body.doc)).toEqual(answers.map(() => first?.body.doc))
    expect(await owed(app.payload, { adhesion: first?.body.doc.id ?? '', template: 'signature-link' })).toHaveLength(1)
    setClock(() => new Date(Date.now() + 61_000))
    const later = await apply(sent)
    expect([later.status, codeOf(later)]).toEqual([409, 'adhesion-in-progress'])
  })

  it('of another network, or with another word, is another one', async () => {
    const sent = application()
    expect((await apply(sent)).status).toBe(201)
    expect((await apply(sent, { headers: { 'x-cpof-ip': '192.0.2.9' } })).status).toBe(409)
    expect((await apply({ ...sent, motivation: 'Un mot.' })).status).toBe(409)
  })

  it('is signed once under a key, by the link', async () => {
    const { body } = await apply(application())
    const token = await lastToken(app.payload, { adhesion: body.doc.id, template: 'signature-link' })
    const key = newKey()
    const sign = (ip: string) =>
      post('/adhesions/sign', { token, fullName: 'Jeanne Dupont', accept: true }, { key, headers: { 'x-cpof-ip': ip } })
    const [first, second] = [await sign('192.0.2.1'), await sign('192.0.2.200')]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.body).toEqual(first.body)
  })
})
