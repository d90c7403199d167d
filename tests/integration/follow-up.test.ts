import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/adhesion/lifecycle/actor.ts'
import { answer } from '../../src/adhesion/actions/answer.ts'
import { claim } from '../../src/adhesion/actions/claim.ts'
import { changeRepresentative, correct, CORRECT_ON_BEHALF } from '../../src/adhesion/actions/correct.ts'
import { expire, noticeExpiry } from '../../src/adhesion/actions/expire.ts'
import { recoverLinks } from '../../src/adhesion/links/lost-link.ts'
import { openFollowUp } from '../../src/adhesion/links/open-link.ts'
import { idOf } from '../../src/lib/ids.ts'
import { notifyRefusal } from '../../src/adhesion/actions/notify-refusal.ts'
import { requestInformation } from '../../src/adhesion/actions/request-information.ts'
import { resendLink } from '../../src/adhesion/actions/resend-link.ts'
import { viewOfFollowUp } from '../../src/adhesion/views/view-of-follow-up.ts'
import { withdraw } from '../../src/adhesion/actions/withdraw.ts'
import { close } from '../../src/adhesion/actions/close.ts'
import { anonymise } from '../../src/adhesion/actions/anonymise.ts'
import { announceErasures } from '../../src/adhesion/retention/announce.ts'
import { anonymiseDue } from '../../src/adhesion/retention/anonymise-due.ts'
import { fallingDue } from '../../src/adhesion/retention/falling-due.ts'
import { membersFallingDue } from '../../src/adhesion/retention/members.ts'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { recordFact } from '../../src/record/journal.ts'
import { makeMember } from '../support/governance.ts'
import { now } from '../../src/lib/clock.ts'
import { ERASE } from '../../src/adhesion/actions/erase.ts'
import { note } from '../../src/adhesion/actions/note.ts'
import { verifyChain } from '../../src/record/chain.ts'
import { chainOf } from '../support/chain.ts'
import { WRITE } from '../../src/adhesion/actions/write.ts'
import { readAttachment } from '../../src/record/attachments.ts'
import { setClock } from '../../src/lib/clock.ts'
import { isDomainError } from '../../src/lib/errors.ts'
import { codeOf } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { applied, signed, signWith } from '../support/applications.ts'
import { beforeBureau, houseWith, votes, type House } from '../support/bureau.ts'
import { staffUser, validSiret } from '../support/factories.ts'
import { makeKey, makeWebhook } from '../support/federations.ts'
import { lastToken, owed, tokenIn } from '../support/outbox.ts'
import { answerForApplicant, attach, correctOnBehalf, reopen } from '../support/actions.ts'

let app: TestApp
let secretary: Actor
let house: House

const CLIENT = { ip: null, userAgent: null, requestId: null }
const DAY = 24 * 60 * 60_000
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')

beforeAll(async () => {
  app = await startApp()
  house = await houseWith(app, 3)
  secretary = {
    kind: 'staff',
    user: await staffUser(app.payload, { email: 'secretariat@equipe.example' }),
    client: CLIENT,
  }
})

afterEach(() => setClock(null))
afterAll(() => app.stop())

const file = (id: string) => app.payload.findByID({ collection: 'adhesions', id, depth: 0, showHiddenFields: true })
const signToken = (adhesion: string) => lastToken(app.payload, { adhesion, template: 'signature-link' })
const contactToken = (adhesion: string) => lastToken(app.payload, { adhesion, template: 'receipt' }, 'followUp')
const contactOf = async (adhesion: string) => openFollowUp(app.payload, await contactToken(adhesion), CLIENT)

async function representativeOf(adhesion: string) {
  const email = (await file(adhesion)).representative?.email ?? ''
  const [copy] = await owed(app.payload, { adhesion, template: 'signed-copy', recipient: email })
  if (!copy) throw new Error('The representative was sent no copy')
  return openFollowUp(app.payload, await tokenIn(app.payload, copy, 'followUp'), CLIENT)
}

const journalOf = async (id: string) => {
  const { docs } = await app.payload.find({
    collection: 'journal',
    where: { subject: { equals: `adhesion:${id}` } },
    sort: 'rank',
    pagination: false,
  })
  return docs.map(({ type }) => type)
}

const later = (days: number) => setClock(() => new Date(Date.now() + days * DAY))

describe('sending the link again', () => {
  it('renews it for 30 days, once an hour a file', async () => {
    const { id } = await applied(app)
    const token = await signToken(id)
    later(20)
    const { actor } = await contactOf(id)
    await resendLink(app.payload, { id, actor })
    expect((await owed(app.payload, { adhesion: id, template: 'signature-link' })).at(-1)?.data).toMatchObject({
      occasion: 'renewed',
    })
    await expect(resendLink(app.payload, { id, actor: secretary })).rejects.toMatchObject({
      code: 'resend-cap-reached',
      status: 429,
      extra: { retryAfter: expect.any(Number) },
    })
    later(45)
    expect((await signWith(app, token)).status).toBe(200)
  })
})

describe('a correction on behalf of the applicant', () => {
  it('changes what is given, names its source, and tells the applicant of before and after, at both addresses', async () => {
    const { id } = await signed(app)
    const { contact, representative, organisation } = await file(id)
    const act = { id, actor: secretary, source: 'letter' } as const
    const result = await correctOnBehalf(app.payload, {
      ...act,
      organisation: { acronym: 'AD2R', website: null },
      contact: { email: 'nouvelle@organisme.example' },
    })
    expect(result).toMatchObject({ status: 'submitted', signatureUndone: false, followUpReplaced: true })
    const after = await file(id)
    expect(after).toMatchObject({
      organisation: { acronym: 'AD2R', legalName: organisation.legalName },
      contact: { email: 'nouvelle@organisme.example', lastName: contact?.lastName },
    })
    const mails = await owed(app.payload, { adhesion: id, template: 'corrected-on-behalf' })
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(
      [representative?.email, contact?.email, 'nouvelle@organisme.example'].sort(),
    )
    expect(mails[0]?.data).toMatchObject({
      source: 'letter',
      changes: expect.stringContaining(`contact (${contact?.email} → nouvelle@organisme.example)`),
    })
    const same = { ...act, organisation: { acronym: 'AD2R' } }
    expect(await correctOnBehalf(app.payload, same)).toMatchObject({ rev: after.rev })
    expect((await journalOf(id)).at(-1)).toBe('corrected')
  })

  it('undoes the signature as the applicant’s own does, and writes to no address that fails', async () => {
    const { id } = await signed(app)
    const { contact } = await file(id)
    const result = await correctOnBehalf(app.payload, {
      id,
      actor: secretary,
      source: 'bounced-address',
      representative: { lastName: 'Durand' },
      contact: { email: 'autre@organisme.example' },
    })
    expect(result).toMatchObject({ status: 'awaiting-signature', signatureUndone: true })
    const told = (await owed(app.payload, { adhesion: id, template: 'corrected-on-behalf' })).map(
      (each) => each.recipient,
    )
    expect(told).not.toContain(contact?.email)
  })

  it('is refused without its source, and with every fault of what is declared', async () => {
    const { id } = await signed(app)
    const refusal = (sent: unknown) => {
      try {
        return CORRECT_ON_BEHALF.read(sent)
      } catch (error) {
        return isDomainError(error) ? error.issues.map(({ path, code }) => `${path} ${code}`) : error
      }
    }
    expect(refusal({ representative: { email: 'non' }, organisation: { colour: 'rouge' }, status: 'closed' })).toEqual([
      'organisation.colour unknown-field',
      'representative.email email-format',
      'status not-settable',
      'source required',
    ])
    await expect(
      correctOnBehalf(app.payload, { id, actor: secretary, source: 'phone', organisation: { siret: '123' } }),
    ).rejects.toMatchObject({ status: 400 })
  })
})

describe('messages outside a formal request', () => {
  it('pass between secretariat and applicant, with files, and the other side is told', async () => {
    const { id } = await signed(app)
    const { contact } = await file(id)
    const files = [{ name: 'ordre du jour.pdf', data: PDF }]
    const writing = WRITE.read({ text: 'Bonjour,\nvoici l’ordre du jour.' }, files)
    const written = await writing(app.payload, { id, actor: secretary })
    expect(written).toMatchObject({ status: 'submitted' })
    expect(await writing(app.payload, { id, actor: secretary })).toEqual(written)
    const mails = await owed(app.payload, { adhesion: id, template: 'message-from-secretariat' })
    expect(mails.map(({ recipient, data }) => [recipient, data])).toEqual([
      [contact?.email, expect.objectContaining({ text: 'Bonjour,\nvoici l’ordre du jour.', attachments: 1 })],
    ])
    const { actor } = await contactOf(id)
    await WRITE.read({ text: 'Merci.' })(app.payload, { id, actor })
    expect((await owed(app.payload, { adhesion: id, template: 'message-from-applicant' })).length).toBeGreaterThan(0)
    const view = await viewOfFollowUp(app.payload, await contactToken(id))
    if (view.state !== 'open') throw new Error(view.state)
    expect(view.messages.map(({ by, text }) => [by, text])).toEqual([
      ['applicant', 'Merci.'],
      ['secretariat', 'Bonjour,\nvoici l’ordre du jour.'],
    ])
    const [sent] = view.messages[1]?.files ?? []
    const row = await app.payload.findByID({ collection: 'attachments', id: sent?.id ?? '' })
    expect(await readAttachment(app.payload, row)).toEqual(PDF)
  })

  it('of an applicant are twenty a day at most', async () => {
    const { id } = await applied(app)
    const { actor } = await contactOf(id)
    const write = (text: string) => WRITE.read({ text })(app.payload, { id, actor })
    for (let number = 1; number <= 20; number += 1) await write(`Message ${number}`)
    await expect(write('Encore un')).rejects.toMatchObject({ status: 429, code: 'too-many-messages' })
    await WRITE.read({ text: 'Réponse' })(app.payload, { id, actor: secretary })
    later(1.1)
    expect(await write('Le lendemain')).toMatchObject({ status: 'awaiting-signature' })
  })
})

describe('what stands in the wrong file', () => {
  const noteOn = async (id: string, actor: Actor) => {
    await note(app.payload, { id, actor, text: 'Vu au téléphone' })
    const { docs } = await app.payload.find({
      collection: 'journal',
      where: { and: [{ subject: { equals: `adhesion:${id}` } }, { type: { equals: 'noted' } }] },
    })
    return docs[0]?.id ?? ''
  }
  const erase = (id: string, actor: Actor, entry: string, reason = 'Mauvais dossier') =>
    ERASE.run(app.payload, { id, actor, entry, reason })
  const colleague = async (): Promise<Actor> => ({
    kind: 'staff',
    user: await staffUser(app.payload, { roles: ['secretariat'] }),
    client: CLIENT,
  })

  it('is taken back by its author alone as long as nobody else can have read it', async () => {
    const { id } = await signed(app)
    const author = await colleague()
    const entry = await noteOn(id, author)
    expect(await erase(id, author, entry)).toMatchObject({ erased: true })
    expect(await journalOf(id)).toEqual(['submitted', 'signed', 'noted', 'erased'])
    const rows = await chainOf(app.payload, id)
    expect(rows[2]).toMatchObject({ type: 'noted', evidence: null, salt: null })
    expect(verifyChain(rows)).toEqual({ ok: true })
    await expect(erase(id, author, entry, 'Encore')).rejects.toMatchObject({ code: 'no-such-entry' })
  })

  it('is erased by two where others may have read it; the rest of the secretariat is asked', async () => {
    const { id } = await signed(app)
    const [one, two] = [await colleague(), await colleague()]
    const entry = await noteOn(id, one)
    later(1)
    expect(await erase(id, one, entry)).toMatchObject({ erased: false })
    await expect(erase(id, one, entry, 'Vraiment')).rejects.toMatchObject({ code: 'second-secretary-needed' })
    const asked = (await owed(app.payload, { adhesion: id, template: 'erasure-asked' })).map((each) => each.recipient)
    expect(asked).toContain(two.kind === 'staff' ? two.user.email : '')
    expect(asked).not.toContain(one.kind === 'staff' ? one.user.email : '')
    expect(await erase(id, two, entry)).toMatchObject({ erased: true })
    expect(verifyChain(await chainOf(app.payload, id))).toEqual({ ok: true })
  })

  it('is a message or a paper too: words, e-mail and bytes are gone', async () => {
    const { id } = await signed(app)
    const [one, two] = [await colleague(), await colleague()]
    await WRITE.read({ text: 'Pour un autre organisme' })(app.payload, { id, actor: one })
    const { attachments } = await attach(app.payload, { id, actor: one, files: [{ name: 'a.pdf', data: PDF }] })
    const paper = (attachments as { id: string }[])[0]?.id ?? ''
    const { docs } = await app.payload.find({
      collection: 'journal',
      where: { and: [{ subject: { equals: `adhesion:${id}` } }, { type: { equals: 'written' } }] },
    })
    for (const entry of [docs[0]?.id ?? '', paper]) {
      later(1)
      expect(await erase(id, one, entry)).toMatchObject({ erased: false })
      expect(await erase(id, two, entry)).toMatchObject({ erased: true })
    }
    const [mail] = await owed(app.payload, { adhesion: id, template: 'message-from-secretariat' })
    expect(JSON.stringify(mail?.data)).not.toContain('autre organisme')
    expect((await app.payload.count({ collection: 'attachments', where: { id: { equals: paper } } })).totalDocs).toBe(0)
    expect(verifyChain(await chainOf(app.payload, id))).toEqual({ ok: true })
  })
})

describe('personal data at the end of their term', () => {
  it('are erased once the secretariat was told a month before; reference, outcome and chain stay', async () => {
    const { id, reference } = await signed(app)
    await attach(app.payload, { id, actor: secretary, files: [{ name: 'a.pdf', data: PDF }] })
    const { id: other } = await signed(app)
    for (const each of [id, other]) await close(app.payload, { id: each, actor: secretary, reason: 'no-answer' })
    const standing = async () =>
      (await fallingDue(app.payload, now())).filter(({ adhesion }) => adhesion.id === id).map(({ notice }) => notice)
    later(300)
    expect(await standing()).toEqual([])
    later(400)
    expect(await anonymiseDue(app.payload)).toBe(0)
    expect(await standing()).toEqual(['none'])
    expect(await announceErasures(app.payload)).toBeGreaterThan(0)
    expect(await announceErasures(app.payload)).toBe(0)
    expect(await standing()).toEqual(['waits'])
    later(440)
    expect(await anonymiseDue(app.payload)).toBe(0)
    await app.payload.db.updateMany({
      collection: 'messages',
      where: { template: { equals: 'erasures-announced' } },
      data: { status: 'sent', sentAt: new Date(Date.now() + 405 * DAY).toISOString() },
    })
    expect(await standing()).toEqual(['over'])
    expect(await anonymise(app.payload, id), 'cut off before its files are removed').toBe(true)
    expect(await anonymiseDue(app.payload)).toBeGreaterThan(0)
    expect((await file(other)).anonymisedAt).toBeTruthy()
    expect(await anonymiseDue(app.payload)).toBe(0)
    const kept = await file(id)
    expect(kept).toMatchObject({ reference, status: 'closed', closeReason: 'no-answer', title: reference })
    expect(kept.anonymisedAt).toBeTruthy()
    expect(JSON.stringify(kept)).not.toMatch(/@|Martin|Lyon/)
    const rows = await chainOf(app.payload, id)
    expect(verifyChain(rows)).toEqual({ ok: true })
    expect(rows.slice(0, -1).every(({ evidence, salt }) => evidence === null && salt === null)).toBe(true)
    const ofFile = { where: { adhesion: { equals: id } } }
    const signatures = await app.payload.find({ collection: 'charter-signatures', ...ofFile, showHiddenFields: true })
    expect(signatures.docs.map(({ evidence, signatory }) => [evidence ?? null, signatory ?? null])).toEqual([
      [null, null],
    ])
    expect((await app.payload.count({ collection: 'attachments', ...ofFile })).totalDocs).toBe(0)
    expect(await owed(app.payload, { adhesion: id })).toEqual([])
    await expect(reopen(app.payload, { id, actor: secretary, reason: 'Retour' })).rejects.toMatchObject({
      code: 'anonymised',
    })
  })

  it('are erased of a member’s record five years after the membership; its name, status and days stay', async () => {
    const { payload } = app
    const data = {
      legalName: 'Parti depuis',
      status: 'resigned',
      effectiveOn: '2018-01-01',
      endedOn: '2021-01-31',
    } as const
    const { id } = await makeMember(payload, {
      ...data,
      representative: { firstName: 'Ada', lastName: 'Martin', email: 'ada.parti@exemple.fr' },
      organisation: { legalName: 'Parti depuis', address: { line1: '1 rue Haute', postalCode: '69001', city: 'Lyon' } },
    })
    const { record: key } = await makeKey(payload, id)
    await makeWebhook(payload, id, key.id)
    await unitOfWork(payload, (unit) =>
      recordFact(unit, { subject: `member:${id}`, type: 'member-corrected', actor: { kind: 'system' }, evidence: {} }),
    )
    const on = (day: string) => setClock(() => new Date(`${day}T12:00:00Z`))
    const notices = async () =>
      (await membersFallingDue(payload, now())).filter(({ member }) => member.id === id).map(({ notice }) => notice)
    on('2025-12-20')
    expect(await notices()).toEqual([])
    on('2026-01-15')
    expect(await notices()).toEqual(['none'])
    expect(await announceErasures(payload)).toBeGreaterThan(0)
    expect(await notices()).toEqual(['waits'])
    await payload.db.updateMany({
      collection: 'messages',
      where: { template: { equals: 'erasures-announced' } },
      data: { status: 'sent', sentAt: '2026-01-15T12:00:00.000Z' },
    })
    on('2026-02-20')
    expect(await notices()).toEqual(['over'])
    await anonymiseDue(payload)
    const kept = await payload.findByID({ collection: 'members', id, depth: 0, showHiddenFields: true })
    expect(kept).toMatchObject(data)
    expect(JSON.stringify(kept)).not.toMatch(/@|Martin|Lyon|rue Haute/)
    expect(await notices()).toEqual([])
    for (const collection of ['api-keys', 'webhooks', 'webhook-deliveries'] as const)
      expect([collection, (await payload.count({ collection })).totalDocs]).toEqual([collection, 0])
    const { docs } = await payload.find({
      collection: 'journal',
      where: { subject: { equals: `member:${id}` } },
      sort: 'rank',
      showHiddenFields: true,
    })
    expect(docs.map(({ type }) => type)).toEqual(['member-corrected', 'erasure-announced', 'anonymised'])
    expect(docs.slice(0, 2).every(({ evidence, salt }) => !evidence && !salt)).toBe(true)
  })

  it('are not erased where the application was reopened since the notice', async () => {
    const { id } = await signed(app)
    const ends = () => close(app.payload, { id, actor: secretary, reason: 'no-answer' })
    await ends()
    later(350)
    await announceErasures(app.payload)
    await app.payload.db.updateMany({
      collection: 'messages',
      where: { template: { equals: 'erasures-announced' } },
      data: { status: 'sent', sentAt: new Date(Date.now() + 350 * DAY).toISOString() },
    })
    await reopen(app.payload, { id, actor: secretary, reason: 'Retour' })
    await ends()
    later(400)
    await anonymiseDue(app.payload)
    expect((await file(id)).anonymisedAt ?? null).toBeNull()
  })
})

describe('a correction', () => {
  it('of what nobody signs changes the file and leaves every link alone', async () => {
    const { id } = await applied(app)
    const { actor } = await contactOf(id)
    const token = await signToken(id)
    const result = await correct(app.payload, {
      id,
      actor,
      body: {
        motivation: 'Mieux dite.',
        organisation: { website: 'https://atelier.example', acronym: 'AT' },
        representative: { phone: '04 72 00 00 00' },
      },
    })
    expect(result).toEqual({ status: 'awaiting-signature', rev: 1, signatureUndone: false, followUpReplaced: false })
    expect(await file(id)).toMatchObject({
      motivation: 'Mieux dite.',
      organisation: { acronym: 'AT' },
      representative: { phone: '+33472000000' },
    })
    expect(await owed(app.payload, { adhesion: id, template: 'signature-link' })).toHaveLength(1)
    expect((await signWith(app, token)).status).toBe(200)
  })

  it('clears what is taken away', async () => {
    const { id } = await applied(app, { organisation: { acronym: 'OLD', address: { line2: 'Bâtiment B' } } })
    const { actor } = await contactOf(id)
    await correct(app.payload, {
      id,
      actor,
      body: { organisation: { acronym: null, address: { line2: '' } }, motivation: null },
    })
    const { organisation, motivation } = await file(id)
    expect([
      organisation.acronym ?? null,
      organisation.address?.line2 ?? null,
      motivation ?? null,
      organisation.address?.city,
    ]).toEqual([null, null, null, 'Lyon'])
  })

  it('that says the same again changes nothing', async () => {
    const { id } = await applied(app)
    const { actor } = await contactOf(id)
    expect(await correct(app.payload, { id, actor, body: { motivation: 'Participer aux travaux.' } })).toMatchObject({
      rev: 0,
    })
    expect(await journalOf(id)).toEqual(['submitted'])
  })

  it('is refused with its faults, and what a caller may not set by name', async () => {
    const { id } = await applied(app)
    const { actor } = await contactOf(id)
    await expect(
      correct(app.payload, { id, actor, body: { slot: 'mine', representative: { email: 'x' } } }),
    ).rejects.toMatchObject({
      code: 'invalid',
      issues: expect.arrayContaining([
        expect.objectContaining({ path: 'slot', code: 'not-settable' }),
        expect.objectContaining({ path: 'representative.email' }),
      ]),
    })
  })

  it('of the representative kills the first one’s link, tells them, and sends the next their own', async () => {
    const { id } = await applied(app)
    const { actor } = await contactOf(id)
    const old = await signToken(id)
    await changeRepresentative(app.payload, {
      id,
      actor,
      representative: {
        firstName: 'Nadia',
        lastName: 'Petit',
        function: 'Directrice',
        capacity: 'delegated',
        email: 'nadia@organisme.example',
      },
    })
    expect(codeOf(await signWith(app, old))).toBe('link-revoked')
    const links = await owed(app.payload, { adhesion: id, template: 'signature-link' })
    expect(links.at(-1)).toMatchObject({
      recipient: 'nadia@organisme.example',
      data: { occasion: 'submission', representative: 'Nadia Petit' },
    })
    expect(await owed(app.payload, { adhesion: id, template: 'representative-changed' })).toHaveLength(1)
    expect((await viewOfFollowUp(app.payload, await contactToken(id))).state).toBe('open')
    expect((await signWith(app, await signToken(id))).status).toBe(200)
    expect(await journalOf(id)).toEqual(['submitted', 'corrected', 'representative-changed', 'signed'])
  })

  it('of the contact’s address replaces the follow-up link and sends the new one there', async () => {
    const { id } = await applied(app)
    const old = await contactToken(id)
    const { actor } = await openFollowUp(app.payload, old, CLIENT)
    expect(
      await correct(app.payload, { id, actor, body: { contact: { email: 'nouvelle@organisme.example' } } }),
    ).toMatchObject({ followUpReplaced: true })
    expect(await viewOfFollowUp(app.payload, old)).toEqual({ state: 'dead', problem: 'replaced' })
    const [sent] = await owed(app.payload, { adhesion: id, template: 'follow-up-link' })
    expect(sent).toMatchObject({ recipient: 'nouvelle@organisme.example', data: { occasion: 'new-address' } })
    if (!sent) throw new Error('Nothing was sent')
    expect((await viewOfFollowUp(app.payload, await tokenIn(app.payload, sent, 'followUp'))).state).toBe('open')
  })

  it('after the signature undoes it where organisation or signatory change, and takes an open question back', async () => {
    const { id } = await signed(app)
    await requestInformation(app.payload, { id, actor: secretary, question: 'Vos statuts ?', deadline: '2030-01-01' })
    const before = await file(id)
    const { actor } = await contactOf(id)
    const result = await correct(app.payload, { id, actor, body: { organisation: { legalName: 'Un tout autre nom' } } })
    expect(result).toMatchObject({ status: 'awaiting-signature', signatureUndone: true })
    const after = await file(id)
    expect([after.signature ?? null, after.signedAt ?? null]).toEqual([null, null])
    expect(after.slot).toMatch(/^unsigned:/)
    expect(
      await app.payload.findByID({ collection: 'charter-signatures', id: idOf(before.signature) ?? '', depth: 0 }),
    ).toMatchObject({ adhesion: id })
    const { docs } = await app.payload.find({ collection: 'information-requests', where: { adhesion: { equals: id } } })
    expect(docs.map(({ status }) => status)).toEqual(['cancelled'])
    expect((await owed(app.payload, { adhesion: id, template: 'signature-link' })).at(-1)?.data).toMatchObject({
      occasion: 'corrected',
      organisation: 'Un tout autre nom',
    })
    expect((await signWith(app, await signToken(id))).body).toMatchObject({ status: 'submitted' })
  })

  it('after the signature of a detail leaves it standing', async () => {
    const { id } = await signed(app)
    const { actor } = await contactOf(id)
    expect(
      await correct(app.payload, {
        id,
        actor,
        body: { organisation: { description: 'Nous formons.' }, representative: { function: 'Président' } },
      }),
    ).toMatchObject({ status: 'submitted', signatureUndone: false })
    expect((await file(id)).signature).toBeTruthy()
  })

  it('towards a file that is under way already is refused', async () => {
    const siret = validSiret()
    await applied(app, { organisation: { siret }, representative: { email: 'meme@organisme.example' } })
    const { id } = await applied(app, { representative: { email: 'meme@organisme.example' } })
    const { actor } = await contactOf(id)
    await expect(correct(app.payload, { id, actor, body: { organisation: { siret } } })).rejects.toMatchObject({
      code: 'adhesion-in-progress',
      status: 409,
    })
  })
})

describe('an answer', () => {
  const asked = async () => {
    const applicationFile = await signed(app)
    await claim(app.payload, { id: applicationFile.id, actor: secretary })
    await requestInformation(app.payload, {
      id: applicationFile.id,
      actor: secretary,
      question: 'Vos statuts, s’il vous plaît.',
      deadline: '2030-01-01',
    })
    return applicationFile
  }

  it('of the applicant comes with files, whose type is found in their content', async () => {
    const { id } = await asked()
    const { actor } = await contactOf(id)
    const given = { id, actor, answer: 'Les voici.', files: [{ name: '../../statuts\u202e.exe', data: PDF }] }
    expect(await answer(app.payload, given)).toMatchObject({ status: 'under-review' })
    expect(await answer(app.payload, given)).toMatchObject({ status: 'under-review' })
    const { docs } = await app.payload.find({
      collection: 'attachments',
      where: { adhesion: { equals: id } },
      depth: 0,
    })
    expect(docs).toHaveLength(1)
    expect(docs[0]).toMatchObject({
      title: 'statuts.exe',
      mimeType: 'application/pdf',
      source: 'applicant',
      filename: expect.stringMatching(/^[0-9a-f-]{36}\.pdf$/),
    })
    expect(
      (await owed(app.payload, { adhesion: id, template: 'information-answered' })).map(({ recipient }) => recipient),
    ).toEqual(['secretariat@equipe.example'])
  })

  it('is refused with every fault of text and files, and nothing is kept', async () => {
    const { id } = await asked()
    const { actor } = await contactOf(id)
    const files = [
      { name: 'a.pdf', data: Buffer.from('MZ not a pdf') },
      { name: 'b.pdf', data: Buffer.alloc(0) },
      { name: 'c.pdf', data: Buffer.alloc(10_000_001) },
      { name: 'd.pdf', data: PDF },
    ]
    await expect(answer(app.payload, { id, actor, answer: ' ', files })).rejects.toMatchObject({
      issues: [
        { path: 'answer', code: 'required' },
        { path: 'files.0', code: 'file-type' },
        { path: 'files.1', code: 'empty-file' },
        { path: 'files.2', code: 'file-too-large' },
      ].map((issue) => expect.objectContaining(issue)),
    })
    expect(
      (await app.payload.count({ collection: 'attachments', where: { adhesion: { equals: id } } })).totalDocs,
    ).toBe(0)
  })

  it('that came by letter is entered by the secretariat', async () => {
    const { id } = await asked()
    expect(
      await answerForApplicant(app.payload, { id, actor: secretary, answer: 'Reçus ce jour.', source: 'letter' }),
    ).toMatchObject({ status: 'under-review' })
    const { docs } = await app.payload.find({
      collection: 'information-requests',
      where: { adhesion: { equals: id } },
      depth: 0,
    })
    expect(docs[0]).toMatchObject({ status: 'answered', source: 'letter', answer: 'Reçus ce jour.' })
  })

  it('to nothing is refused with the present state', async () => {
    const { id } = await signed(app)
    const { actor } = await contactOf(id)
    await expect(answer(app.payload, { id, actor, answer: 'Voici.', files: [] })).rejects.toMatchObject({
      code: 'wrong-state',
      extra: { status: 'submitted' },
    })
  })

  it('is not the only way for a file to come: the staff join one in any state', async () => {
    const { id } = await signed(app)
    expect(
      await attach(app.payload, {
        id,
        actor: secretary,
        title: 'Extrait du registre',
        files: [{ name: 'x.pdf', data: PDF }],
      }),
    ).toMatchObject({ status: 'submitted', attachments: [{ title: 'Extrait du registre' }] })
    await expect(attach(app.payload, { id, actor: secretary, files: [] })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('a withdrawal', () => {
  it('before the signature is anybody’s who follows the file', async () => {
    const { id } = await applied(app)
    const { actor } = await contactOf(id)
    const token = await signToken(id)
    expect(await withdraw(app.payload, { id, actor })).toMatchObject({ status: 'withdrawn' })
    expect(await withdraw(app.payload, { id, actor })).toMatchObject({ status: 'withdrawn', rev: 1 })
    expect(await file(id)).toMatchObject({ slot: `released:${id}` })
    expect(codeOf(await signWith(app, token))).toBe('link-revoked')
  })

  it('after the signature is the representative’s alone, by a link of their own', async () => {
    const { id } = await signed(app)
    const contact = await contactOf(id)
    await expect(withdraw(app.payload, { id, actor: contact.actor })).rejects.toMatchObject({
      code: 'representative-only',
      status: 403,
    })
    const representative = await representativeOf(id)
    expect(representative.actor.kind).toBe('representative')
    expect(await withdraw(app.payload, { id, actor: representative.actor })).toMatchObject({ status: 'withdrawn' })
    expect(await owed(app.payload, { adhesion: id, template: 'withdrawn' })).toHaveLength(2)
  })
})

describe('a file that nobody signs', () => {
  it('is announced to expire 14 days before, once, to representative and contact, with a link that lives', async () => {
    const { id } = await applied(app)
    const token = await signToken(id)
    later(45)
    expect(await noticeExpiry(app.payload, id)).toBe(false)
    later(46.5)
    expect(await noticeExpiry(app.payload, id)).toBe(true)
    expect(await noticeExpiry(app.payload, id)).toBe(false)
    expect(await owed(app.payload, { adhesion: id, template: 'expiry-notice' })).toHaveLength(1)
    expect(await owed(app.payload, { adhesion: id, template: 'expiry-notice-contact' })).toHaveLength(1)
    expect((await signWith(app, token)).status).toBe(200)
  })

  it('expires after 60 days and not before; its slot is free again', async () => {
    const { id } = await applied(app)
    const token = await signToken(id)
    later(59)
    expect(await expire(app.payload, id)).toMatchObject({ status: 'awaiting-signature' })
    later(60.1)
    expect(await expire(app.payload, id)).toMatchObject({ status: 'expired' })
    expect(await file(id)).toMatchObject({ slot: `released:${id}`, endedAt: expect.any(String) })
    expect(codeOf(await signWith(app, token))).toBe('link-revoked')
  })
})

describe('a follow-up link', () => {
  it('lives until six months after the end', async () => {
    const { id } = await applied(app)
    const token = await contactToken(id)
    later(400)
    expect((await viewOfFollowUp(app.payload, token)).state).toBe('open')
    await expire(app.payload, id)
    later(400 + 170)
    expect((await viewOfFollowUp(app.payload, token)).state).toBe('open')
    later(400 + 190)
    expect(await viewOfFollowUp(app.payload, token)).toEqual({ state: 'dead', problem: 'expired' })
    await expect(openFollowUp(app.payload, token, CLIENT)).rejects.toMatchObject({ code: 'link-expired', status: 410 })
  })

  it('shows what is declared, what happened and what may be done, and nothing of the office', async () => {
    const { id } = await applied(app)
    const token = await contactToken(id)
    const before = await viewOfFollowUp(app.payload, token)
    expect(before).toMatchObject({
      state: 'open',
      isSigned: false,
      offered: new Set(['resendLink', 'correct', 'withdraw', 'write', 'changeRepresentative']),
      withdrawByRepresentative: false,
    })
    await signWith(app, await signToken(id))
    await claim(app.payload, { id, actor: secretary })
    await requestInformation(app.payload, { id, actor: secretary, question: 'Vos statuts ?', deadline: '2030-01-01' })
    const after = await viewOfFollowUp(app.payload, token)
    expect(after).toMatchObject({
      file: { state: 'needs-information' },
      request: { question: 'Vos statuts ?', deadline: '2030-01-01' },
      offered: new Set(['correct', 'answer', 'write']),
      withdrawByRepresentative: true,
    })
    if (after.state !== 'open') throw new Error(after.state)
    expect(after.history.map(({ sentence }) => sentence)).toEqual([
      'Le secrétariat a demandé un complément, attendu au plus tard le 1er janvier 2030.',
      'La charte a été signée par Jeanne Martin.',
      'La demande a été déposée.',
    ])
    expect(JSON.stringify(after)).not.toContain('Camille')
  })
})

describe('a refusal that nobody has written to the applicant about', () => {
  it('reads like a file before the Bureau, in the page, in its offers and in conflicts', async () => {
    const { id } = await signed(app)
    const token = await contactToken(id)
    await app.payload.db.updateOne({ collection: 'adhesions', id, data: { status: 'before-bureau' } })
    const before = await viewOfFollowUp(app.payload, token)
    await app.payload.db.updateOne({
      collection: 'adhesions',
      id,
      data: {
        status: 'rejected',
        decidedOn: '2026-11-20',
        refusal: { text: 'Dossier fragile.', approvedBy: null, notifiedAt: null, overdueNoticeAt: null },
      },
    })
    expect(await viewOfFollowUp(app.payload, token)).toEqual(before)
    const { actor } = await representativeOf(id)
    await expect(withdraw(app.payload, { id, actor })).rejects.toMatchObject({
      code: 'wrong-state',
      extra: { status: 'before-bureau' },
      messages: { fr: expect.not.stringContaining('Refusée') },
    })
  })
})

describe('the follow-up of a refused organisation', () => {
  it('stays open until they are told, and for six months from then, however late that is', async () => {
    const id = await beforeBureau(house, { contact: { email: 'refuse@organisme.example' } })
    await votes(house, id, ['against', 'against'])
    const token = await contactToken(id)
    later(300)
    expect(await viewOfFollowUp(app.payload, token)).toMatchObject({ state: 'open', file: { state: 'before-bureau' } })
    await notifyRefusal(app.payload, { id, actor: house.chair.actor, text: 'Votre activité débute à peine.' })
    const links = (await owed(app.payload, { adhesion: id, template: 'refusal' })).map((letter) =>
      tokenIn(app.payload, letter, 'followUp'),
    )
    expect(links).toHaveLength(2)
    later(300 + 170)
    for (const link of await Promise.all(links))
      expect(await viewOfFollowUp(app.payload, link)).toMatchObject({ state: 'open', file: { state: 'rejected' } })
    later(300 + 190)
    for (const link of await Promise.all(links))
      expect(await viewOfFollowUp(app.payload, link)).toEqual({ state: 'dead', problem: 'expired' })
  })
})

describe('a lost link', () => {
  const ask = (reference: string, email: string) => recoverLinks(app.payload, { reference, email, client: CLIENT })

  it('goes to the contact as it was, at most once an hour, however reference and address are written', async () => {
    const { id, reference } = await applied(app, { contact: { email: 'perdu@organisme.example' } })
    await ask(` ${reference.toLowerCase()}`, 'PERDU@organisme.example ')
    await ask(reference, 'perdu@organisme.example')
    const sent = await owed(app.payload, { adhesion: id, template: 'follow-up-link' })
    expect(sent.map(({ recipient }) => recipient)).toEqual(['perdu@organisme.example'])
    expect(sent[0] && (await tokenIn(app.payload, sent[0], 'followUp'))).toBe(await contactToken(id))
  })

  it('brings the representative the signature while it is awaited, and their own follow-up once it is given', async () => {
    const { id, reference } = await applied(app, { representative: { email: 'rep@perdu.example' } })
    await ask(reference, 'rep@perdu.example')
    expect(await owed(app.payload, { adhesion: id, template: 'signature-link' })).toHaveLength(2)
    expect(await owed(app.payload, { adhesion: id, template: 'follow-up-link' })).toHaveLength(0)
    await signWith(app, await signToken(id))
    await ask(reference, 'rep@perdu.example')
    const opened = await openFollowUp(
      app.payload,
      await lastToken(app.payload, { adhesion: id, template: 'follow-up-link' }, 'followUp'),
      CLIENT,
    )
    expect(opened.actor.kind).toBe('representative')
  })

  it('is not sent once it has run out, rather than promised and given up', async () => {
    const { id, reference } = await applied(app, { contact: { email: 'tard@organisme.example' } })
    await withdraw(app.payload, { id, actor: (await contactOf(id)).actor })
    later(170)
    await ask(reference, 'tard@organisme.example')
    expect(await owed(app.payload, { adhesion: id, template: 'follow-up-link' })).toHaveLength(1)
    later(190)
    await ask(reference, 'tard@organisme.example')
    expect(await owed(app.payload, { adhesion: id, template: 'follow-up-link' })).toHaveLength(1)
  })

  it('is sent to nobody else, and whoever asks is answered the same', async () => {
    const { id, reference } = await applied(app)
    expect(await ask(reference, 'stranger@elsewhere.example')).toBe(
      await ask('CPOF-2001-000001', 'perdu@organisme.example'),
    )
    expect(await owed(app.payload, { adhesion: id })).toHaveLength(2)
  })
})
