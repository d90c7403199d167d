import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { handleEndpoints } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../src/lib/ids.ts'
import { ASK_NEW_SIGNATURE } from '../../src/adhesion/actions/ask-new-signature.ts'
import { REQUEST_INFORMATION } from '../../src/adhesion/actions/request-information.ts'
import { sign } from '../../src/adhesion/actions/sign.ts'
import { readSigningBody } from '../../src/adhesion/signature/signing-body.ts'
import { shownAtField } from '../../src/adhesion/signature/shown-at.ts'
import { viewOfSigning } from '../../src/adhesion/views/view-of-signing.ts'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import type { MailTemplate } from '../../src/mail/catalogue.ts'
import { setClock } from '../../src/lib/clock.ts'
import { evidenceHash, verifyChain } from '../../src/record/chain.ts'
import { callApi, codeOf, issuesOf } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { applied, signed, signWith } from '../support/applications.ts'
import { chainOf } from '../support/chain.ts'
import { adoptCharter, staffUser, validSiren, validSiret } from '../support/factories.ts'
import { makeColleague } from '../support/governance.ts'
import { lastToken, owed } from '../support/outbox.ts'

let app: TestApp

const CLIENT = { ip: '192.0.2.7', userAgent: 'test', requestId: 'r-1' }
const DAY = 24 * 60 * 60_000

beforeAll(async () => {
  app = await startApp()
  await adoptCharter(app.payload)
  await staffUser(app.payload, { email: 'secretariat@equipe.example' })
})

afterEach(() => setClock(null))
afterAll(() => app.stop())

const file = (id: string) => app.payload.findByID({ collection: 'adhesions', id, depth: 0, showHiddenFields: true })
const signToken = (adhesion: string) => lastToken(app.payload, { adhesion, template: 'signature-link' })

async function evidenceOf(id: string): Promise<Record<string, unknown>> {
  const { signature } = await file(id)
  const row = await app.payload.findByID({
    collection: 'charter-signatures',
    id: idOf(signature) ?? '',
    depth: 0,
    showHiddenFields: true,
  })
  expect(row.evidenceHash).toBe(evidenceHash(row.salt ?? '', row.evidence))
  return { ...(row.evidence as Record<string, unknown>) }
}

describe('a signature', () => {
  it('hands the file in, takes the organisation’s slot and keeps a chained journal', async () => {
    const siren = validSiren()
    const { id, reference } = await applied(app, { organisation: { siret: validSiret(siren) } })
    const { status, body } = await signWith(app, await signToken(id))
    expect(status).toBe(200)
    expect(body).toEqual({
      reference,
      status: 'submitted',
      signedAt: expect.any(String),
      charterVersion: { number: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    expect(await file(id)).toMatchObject({
      status: 'submitted',
      slot: `siren:${siren}`,
      everSubmitted: true,
      signedAt: body.signedAt,
    })
    const chain = await chainOf(app.payload, id)
    expect(chain.map(({ type }) => type)).toEqual(['submitted', 'signed'])
    expect(verifyChain(chain)).toEqual({ ok: true })
  })

  it('keeps what the law asks of the evidence; by the API it says that nothing tells what was shown', async () => {
    const { id } = await applied(app, { representative: { firstName: 'Élodie', lastName: 'Œuvrard' } })
    await signWith(app, await signToken(id), { fullName: 'ELODIE OEUVRARD' })
    expect(await evidenceOf(id)).toMatchObject({
      charter: { number: 1, sha256: expect.any(String), text: expect.stringContaining('# Charte') },
      signatory: { firstName: 'Élodie', lastName: 'Œuvrard', function: 'Présidente', capacity: 'legal-representative' },
      typedName: 'ELODIE OEUVRARD',
      nameDiffers: true,
      nameDiffersBeyondCase: false,
      channel: 'api',
      consent: null,
      times: { shown: null, signed: expect.stringMatching(/Z$/) },
      link: { tokenSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
  })

  it('keeps when the e-mail with the link left, and how its server took charge of it', async () => {
    const { id } = await applied(app)
    const [message] = await owed(app.payload, { adhesion: id, template: 'signature-link' })
    const sentAt = new Date().toISOString()
    await app.payload.db.updateOne({
      collection: 'messages',
      id: message?.id ?? '',
      data: { status: 'sent', sentAt, messageId: '<m1@cpof.example>', response: '250 2.0.0 Ok: queued as A1' },
    })
    await signWith(app, await signToken(id))
    expect(await evidenceOf(id)).toMatchObject({
      times: { linkSent: sentAt },
      link: { messageId: '<m1@cpof.example>', acceptance: '250 2.0.0 Ok: queued as A1' },
    })
  })

  it('on the page keeps the sentence that was ticked and the time at which the text was shown', async () => {
    const { id } = await applied(app)
    const token = await signToken(id)
    const shown = new Date()
    const view = await viewOfSigning(app.payload, token)
    if (view.state !== 'to-sign') throw new Error(view.state)
    const body = await readSigningBody(app.payload, { token, fullName: 'Jeanne Martin', accept: true })
    await sign(app.payload, { ...body, channel: 'page', shownAt: view.shownAt, client: CLIENT })
    const evidence = await evidenceOf(id)
    expect(evidence).toMatchObject({
      channel: 'page',
      consent: view.consentSentence,
      nameDiffers: false,
      client: CLIENT,
    })
    const times = evidence['times'] as { shown: string }
    expect(Math.abs(new Date(times.shown).getTime() - shown.getTime())).toBeLessThan(60_000)
    expect(await viewOfSigning(app.payload, token)).toMatchObject({
      state: 'signed',
      signature: { fullName: 'Jeanne Martin', versionNumber: 1 },
    })
  })

  it('is given out with everything that proves it, and with commands by which anybody verifies it', async () => {
    const { payload, config } = app
    const { id } = await signed(app)
    const [secretary, editor] = [
      await makeColleague(payload, ['secretariat']),
      await makeColleague(payload, ['editor']),
    ]
    const bundle = (token: string) =>
      handleEndpoints({
        config,
        request: new Request(`http://localhost:3000/api/adhesions/${id}/evidence`, {
          headers: { Authorization: `JWT ${token}` },
        }),
      })
    expect((await bundle(editor.token)).status).toBe(403)
    const response = await bundle(secretary.token)
    expect(response.headers.get('content-type')).toBe('application/zip')
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const folder = mkdtempSync(path.join(tmpdir(), 'cpof-evidence-'))
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), bytes)
    }
    const commands = [...strFromU8(files['VERIFY.md'] ?? new Uint8Array()).matchAll(/^```sh\n(.*?)^```$/gms)]
    expect(commands).toHaveLength(2)
    const verified = () =>
      commands.map(([, command = '']) => spawnSync('bash', ['-e'], { cwd: folder, input: command, encoding: 'utf8' }))
    expect(verified().map(({ status, stderr }) => [status, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ])
    expect(verified()[1]?.stdout).toMatch(/^\d+ rows and 1 signatures verified/)
    const charter = path.join(folder, 'signatures', '1', 'charter.md')
    const text = readFileSync(charter, 'utf8')
    writeFileSync(charter, `${text} `)
    expect(verified().map(({ status }) => status)).toEqual([1, 1])
    writeFileSync(charter, text)
    const journal = path.join(folder, 'journal.json')
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('"type": "signed"', '"type": "noted"'))
    expect(verified()[1]?.stderr).toMatch(/was changed/)
  })

  it('on the page is refused when the time of showing is not ours or of another link', async () => {
    const [mine, other] = [await applied(app), await applied(app)]
    const [token, otherToken] = [await signToken(mine.id), await signToken(other.id)]
    const view = await viewOfSigning(app.payload, otherToken)
    if (view.state !== 'to-sign') throw new Error(view.state)
    const body = await readSigningBody(app.payload, { token, fullName: 'Jeanne Martin', accept: true })
    for (const shownAt of [
      '',
      'x',
      view.shownAt,
      shownAtField('not the secret', { capability: body.link.capability.uid, sha256: 'a'.repeat(64), at: new Date() }),
    ]) {
      await expect(sign(app.payload, { ...body, channel: 'page', shownAt, client: CLIENT })).rejects.toMatchObject({
        code: 'invalid',
        status: 400,
      })
    }
    expect((await file(mine.id)).status).toBe('awaiting-signature')
  })

  it('proves the address that the link was sent to, and so does a refusal', async () => {
    const keys = async (id: string) => {
      const { representativeEmailKey, representativeProvenKey } = await app.payload.findByID({
        collection: 'adhesions',
        id,
        depth: 0,
        showHiddenFields: true,
      })
      return [representativeEmailKey, representativeProvenKey ?? null]
    }
    const { id } = await applied(app)
    const token = await signToken(id)
    const [email, none] = await keys(id)
    expect(none).toBeNull()
    const body = await readSigningBody(app.payload, { token, fullName: 'Jeanne Martin', accept: true })
    expect(await keys(id)).toEqual([email, null])
    await sign(app.payload, { ...body, channel: 'api', client: CLIENT })
    expect(await keys(id)).toEqual([email, email])
    const faulty = await applied(app)
    await expect(
      readSigningBody(app.payload, { token: await signToken(faulty.id), fullName: '', accept: true }),
    ).rejects.toMatchObject({ status: 400 })
    const unseen = await applied(app)
    const read = await readSigningBody(app.payload, {
      token: await signToken(unseen.id),
      fullName: 'Jeanne Martin',
      accept: true,
    })
    await expect(sign(app.payload, { ...read, channel: 'page', shownAt: 'x', client: CLIENT })).rejects.toMatchObject({
      status: 400,
    })
    for (const refused of [faulty, unseen]) {
      const [typed, proven] = await keys(refused.id)
      expect(proven).toBe(typed)
    }
  })

  it('owes the signed copy to representative and contact, and tells the secretariat', async () => {
    const { id } = await signed(app, {
      representative: { email: 'rep@copie.example' },
      contact: { email: 'contact@copie.example' },
    })
    const copies = await owed(app.payload, { adhesion: id, template: 'signed-copy' })
    expect(copies.map(({ recipient }) => recipient).sort()).toEqual(['contact@copie.example', 'rep@copie.example'])
    expect(copies[0]?.attachments).toEqual([
      { kind: 'charter', version: expect.any(String) },
      { kind: 'evidence', signature: expect.any(String) },
    ])
    const secretaries = await app.payload.find({ collection: 'users', where: { roles: { contains: 'secretariat' } } })
    const told = (await owed(app.payload, { adhesion: id, template: 'file-to-instruct' })).map((mail) => mail.recipient)
    expect(told).toContain('secretariat@equipe.example')
    expect(told.sort()).toEqual(secretaries.docs.map(({ email }) => email).sort())
    const { docs } = await app.payload.find({
      collection: 'capabilities',
      where: { subject: { equals: `adhesion:${id}` } },
      depth: 0,
    })
    expect(docs.map(({ purpose }) => purpose).sort()).toEqual(['follow-up', 'representative-follow-up', 'sign'])
  })

  it('given again by the same link is answered with the present state, and nothing is done twice', async () => {
    const { id, signToken: token } = await signed(app)
    const again = await signWith(app, token, { fullName: 'Somebody Else' })
    expect(again.status).toBe(200)
    expect(again.body.status).toBe('submitted')
    expect(await owed(app.payload, { adhesion: id, template: 'signed-copy' })).toHaveLength(2)
  })

  it('given many times at once is given once', async () => {
    const { id } = await applied(app)
    const token = await signToken(id)
    const answers = await Promise.all(Array.from({ length: 8 }, () => signWith(app, token)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
    const { totalDocs } = await app.payload.count({
      collection: 'charter-signatures',
      where: { adhesion: { equals: id } },
    })
    expect(totalDocs).toBe(1)
  })
})

describe('a link to the signature', () => {
  it('that nobody was given is unknown, before anything is said of the rest', async () => {
    const answer = await signWith(app, 'x'.repeat(43), { accept: false })
    expect([answer.status, codeOf(answer)]).toEqual([404, 'link-unknown'])
  })

  it('to the follow-up signs nothing', async () => {
    const { id } = await applied(app)
    const answer = await signWith(app, await lastToken(app.payload, { adhesion: id, template: 'receipt' }, 'followUp'))
    expect([answer.status, codeOf(answer)]).toEqual([404, 'link-unknown'])
  })

  it('needs a name and consent, and nothing else', async () => {
    const { id } = await applied(app)
    const token = await signToken(id)
    const answer = await callApi(app, '/adhesions/sign', {
      body: { token, fullName: ' ', accept: 'yes', status: 'validated' },
    })
    expect(answer.status).toBe(400)
    expect(issuesOf(answer)).toEqual(['fullName: required', 'accept: not-accepted', 'status: unknown-field'])
    expect(issuesOf(await callApi(app, '/adhesions/sign', { body: {} }))).toContain('token: required')
  })

  it('expires after 30 days', async () => {
    const { id } = await applied(app)
    const token = await signToken(id)
    setClock(() => new Date(Date.now() + 31 * DAY))
    const answer = await signWith(app, token)
    expect([answer.status, codeOf(answer)]).toEqual([410, 'link-expired'])
    expect(await viewOfSigning(app.payload, token)).toEqual({ state: 'dead', problem: 'expired' })
  })
})

describe('two files of one organisation', () => {
  it('signed at once: one is signed, and the other is told or closed as a duplicate', async () => {
    const siret = validSiret()
    const files = [await applied(app, { organisation: { siret } }), await applied(app, { organisation: { siret } })]
    const tokens = await Promise.all(files.map(({ id }) => signToken(id)))
    const answers = await Promise.all(tokens.map((token) => signWith(app, token)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(
      answers.filter((answer) => ['already-open', 'link-revoked', 'wrong-state'].includes(codeOf(answer) ?? '')),
    ).toHaveLength(1)
    const states = await Promise.all(files.map(async ({ id }) => (await file(id)).status))
    expect([...states].sort()).toEqual(['closed', 'submitted'])
  })

  it('the unsigned ones are closed when one is signed: links die, contacts are told, each journal says so', async () => {
    const siret = validSiret()
    const others = [await applied(app, { organisation: { siret } }), await applied(app, { organisation: { siret } })]
    const otherTokens = await Promise.all(others.map(({ id }) => signToken(id)))
    await signed(app, { organisation: { siret } })
    for (const [index, { id }] of others.entries()) {
      expect(await file(id)).toMatchObject({ status: 'closed', closeReason: 'duplicate', slot: `released:${id}` })
      expect((await chainOf(app.payload, id)).map(({ type }) => type)).toEqual(['submitted', 'closed'])
      expect(await owed(app.payload, { adhesion: id, template: 'closed' })).toHaveLength(1)
      const answer = await signWith(app, otherTokens[index] ?? '')
      expect([answer.status, codeOf(answer)]).toEqual([410, 'link-revoked'])
    }
  })

  it('one that arrives while a signed one is open is taken, and signing it is refused', async () => {
    const siret = validSiret()
    await signed(app, { organisation: { siret } })
    const second = await applied(app, { organisation: { siret } })
    const answer = await signWith(app, await signToken(second.id))
    expect([answer.status, codeOf(answer)]).toEqual([409, 'already-open'])
    expect(answer.body).toMatchObject({ status: 'awaiting-signature', rev: 0 })
  })
})

describe('an organisation that has joined', () => {
  const joined = (identifierKey: string, kind: 'member' | 'partner') =>
    unitOfWork(app.payload, ({ req }) =>
      app.payload.create({
        collection: 'members',
        data: {
          legalName: 'Déjà là',
          kind,
          origin: 'paper',
          status: 'active',
          slot: identifierKey,
          identifierKey,
          organisation: { legalName: 'Déjà là', address: {} },
          effectiveOn: '2024-01-01',
          deliberation: 'CA 1',
          confirmed: true,
        },
        depth: 0,
        overrideAccess: true,
        req,
      }),
    )

  it('cannot apply as what it is, nor sign what it opened before; a partner may become a member', async () => {
    const [member, partner] = [validSiren(), validSiren()]
    const early = await applied(app, { organisation: { siret: validSiret(member) } })
    const token = await signToken(early.id)
    await joined(`siren:${member}`, 'member')
    await joined(`siren:${partner}`, 'partner')
    const answer = await signWith(app, token)
    expect([answer.status, codeOf(answer)]).toEqual([409, 'already-member'])
    for (const kind of ['member', 'partner']) {
      await expect(applied(app, { kind, organisation: { siret: validSiret(member) } })).rejects.toThrow(
        'already-member',
      )
    }
    await expect(applied(app, { kind: 'partner', organisation: { siret: validSiret(partner) } })).rejects.toThrow(
      'already-member',
    )
    await expect(applied(app, { organisation: { siret: validSiret(partner) } })).resolves.toMatchObject({
      status: 'awaiting-signature',
    })
  })
})

describe('a charter that was replaced before the signature', () => {
  it('binds the file to the new text and asks to read it; the link then signs that', async () => {
    const { id } = await applied(app)
    const token = await signToken(id)
    const before = await viewOfSigning(app.payload, token)
    if (before.state !== 'to-sign') throw new Error(before.state)
    const second = await adoptCharter(app.payload, { number: 2, text: '# Charte\n\nUn texte nouveau.\n' })
    const answer = await signWith(app, token)
    expect([answer.status, codeOf(answer)]).toEqual([409, 'charter-superseded'])
    expect(answer.body).toMatchObject({
      status: 'awaiting-signature',
      charterVersion: { number: 2, sha256: second.sha256, text: '# Charte\n\nUn texte nouveau.\n' },
    })
    const body = await readSigningBody(app.payload, { token, fullName: 'Jeanne Martin', accept: true })
    await expect(
      sign(app.payload, { ...body, channel: 'page', shownAt: before.shownAt, client: CLIENT }),
    ).rejects.toMatchObject({ code: 'charter-superseded' })
    const after = await signWith(app, token)
    expect(after.body).toMatchObject({ status: 'submitted', charterVersion: { number: 2 } })
    expect((await chainOf(app.payload, id)).map(({ type }) => type)).toEqual(['submitted', 'rebound', 'signed'])
  })
})

describe('a charter that has to be signed again', () => {
  it('is signed anew by the representative whom the secretariat asks; the first signature stays as evidence', async () => {
    const siren = validSiren()
    const { id } = await signed(app, { organisation: { siret: validSiret(siren) } })
    const secretary = await staffUser(app.payload, { roles: ['secretariat'] })
    const actor = { kind: 'staff', user: secretary, client: CLIENT } as const
    const asking = () => ASK_NEW_SIGNATURE.run(app.payload, { id, actor })
    await REQUEST_INFORMATION.run(app.payload, { id, actor, question: 'Combien ?', deadline: '2099-01-01' })
    await expect(asking()).rejects.toMatchObject({ status: 409, code: 'signature-holds' })
    const former = await signToken(id)
    const { signature } = await file(id)
    const { number } = await adoptCharter(app.payload, { number: 8, resignRequired: true })
    expect(await asking()).toMatchObject({ status: 'awaiting-signature' })
    const { representative, contact } = await file(id)
    const told = async (template: MailTemplate) =>
      (await owed(app.payload, { adhesion: id, template })).map(({ recipient }) => recipient)
    expect(await told('new-signature')).toEqual([contact?.email])
    expect(await told('request-cancelled')).toEqual([contact?.email])
    expect(await told('signature-link')).toEqual([representative?.email, representative?.email])
    expect(codeOf(await signWith(app, former))).toBe('link-revoked')
    expect((await signWith(app, await signToken(id))).body).toMatchObject({ charterVersion: { number } })
    expect(await file(id)).toMatchObject({ status: 'submitted', slot: `siren:${siren}` })
    const { totalDocs } = await app.payload.count({
      collection: 'charter-signatures',
      where: { adhesion: { equals: id } },
    })
    expect(totalDocs).toBe(2)
    expect((await file(id)).signature).not.toBe(signature)
    expect(verifyChain(await chainOf(app.payload, id))).toEqual({ ok: true })
  })
})

describe('the page of a signature', () => {
  it('says what dead links are', async () => {
    expect(await viewOfSigning(app.payload, 'x'.repeat(43))).toEqual({ state: 'dead', problem: 'wrong' })
  })
})
