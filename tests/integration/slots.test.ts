import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/adhesion/lifecycle/actor.ts'
import { correct } from '../../src/adhesion/actions/correct.ts'
import { unsignedSlot } from '../../src/adhesion/lifecycle/slot.ts'
import { openFollowUp } from '../../src/adhesion/links/open-link.ts'
import { withdraw } from '../../src/adhesion/actions/withdraw.ts'
import { verifyChain } from '../../src/record/chain.ts'
import { codeOf } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { applied, signed, signWith } from '../support/applications.ts'
import { chainOf } from '../support/chain.ts'
import { adoptCharter, staffUser, validSiren, validSiret } from '../support/factories.ts'
import { lastToken } from '../support/outbox.ts'
import { reopen } from '../support/actions.ts'

let app: TestApp
let secretary: Actor

const CLIENT = { ip: null, userAgent: null, requestId: null }

beforeAll(async () => {
  app = await startApp()
  await adoptCharter(app.payload)
  secretary = { kind: 'staff', user: await staffUser(app.payload), client: CLIENT }
})

afterAll(() => app.stop())

const file = (id: string) => app.payload.findByID({ collection: 'adhesions', id, depth: 0, showHiddenFields: true })
const signToken = (adhesion: string) => lastToken(app.payload, { adhesion, template: 'signature-link' })
const contactOf = async (adhesion: string) =>
  openFollowUp(app.payload, await lastToken(app.payload, { adhesion, template: 'receipt' }, 'followUp'), CLIENT)

const chainHolds = async (id: string) => verifyChain(await chainOf(app.payload, id)).ok

describe('the slot of an organisation', () => {
  it('is one of organisation and representative until the signature, then the organisation’s, then nobody’s', async () => {
    const siren = validSiren()
    const changes = { organisation: { siret: validSiret(siren) }, representative: { email: 'slot@organisme.example' } }
    const { id } = await applied(app, changes)
    expect((await file(id)).slot).toBe(unsignedSlot(`siren:${siren}`, 'slot@organisme.example'))
    await signWith(app, await signToken(id))
    expect((await file(id)).slot).toBe(`siren:${siren}`)
    await expect(applied(app, changes)).rejects.toThrow('adhesion-in-progress')
    const { actor } = await openFollowUp(
      app.payload,
      await lastToken(
        app.payload,
        { adhesion: id, template: 'signed-copy', recipient: 'slot@organisme.example' },
        'followUp',
      ),
      CLIENT,
    )
    await withdraw(app.payload, { id, actor })
    expect((await file(id)).slot).toBe(`released:${id}`)
    await expect(applied(app, changes)).resolves.toMatchObject({ status: 'awaiting-signature' })
  })

  it('must be free for a file to be reopened', async () => {
    const siret = validSiret()
    const first = await signed(app, { organisation: { siret } })
    const { actor } = await openFollowUp(
      app.payload,
      await lastToken(
        app.payload,
        { adhesion: first.id, template: 'signed-copy', recipient: (await file(first.id)).representative?.email ?? '' },
        'followUp',
      ),
      CLIENT,
    )
    await withdraw(app.payload, { id: first.id, actor })
    const second = await signed(app, { organisation: { siret } })
    await expect(
      reopen(app.payload, { id: first.id, actor: secretary, reason: 'Retrait par erreur' }),
    ).rejects.toMatchObject({ code: 'already-open', status: 409 })
    expect((await file(second.id)).status).toBe('submitted')
  })

  it('goes to one of five files signed at the same moment', async () => {
    const siret = validSiret()
    const files: { id: string }[] = []
    for (let count = 0; count < 5; count += 1) files.push(await applied(app, { organisation: { siret } }))
    const tokens = await Promise.all(files.map(({ id }) => signToken(id)))
    const answers = await Promise.all(tokens.map((token) => signWith(app, token)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const after = await Promise.all(files.map(({ id }) => file(id)))
    expect(after.filter(({ status }) => status === 'submitted')).toHaveLength(1)
    expect(after.filter(({ status }) => status === 'closed')).toHaveLength(4)
    expect(await Promise.all(files.map(({ id }) => chainHolds(id)))).toEqual([true, true, true, true, true])
  })
})

describe('two acts on one file at the same moment', () => {
  it('a signature and a withdrawal: one is done, the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await applied(app)
      const { actor } = await contactOf(id)
      const token = await signToken(id)
      const [signature, withdrawal] = await Promise.all([
        signWith(app, token),
        withdraw(app.payload, { id, actor }).then(
          () => 'done',
          (error: { code: string }) => error.code,
        ),
      ])
      const { status } = await file(id)
      if (signature.status === 200) expect([status, withdrawal]).toEqual(['submitted', 'representative-only'])
      else
        expect([status, withdrawal, ['link-revoked', 'wrong-state'].includes(codeOf(signature) ?? '')]).toEqual([
          'withdrawn',
          'done',
          true,
        ])
      expect(await chainHolds(id)).toBe(true)
    }
  })

  it('a signature and a correction of who signs: the old link never signs for the new representative', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await applied(app)
      const { actor } = await contactOf(id)
      const token = await signToken(id)
      const [signature] = await Promise.all([
        signWith(app, token),
        correct(app.payload, {
          id,
          actor,
          body: { representative: { firstName: 'Nadia', lastName: 'Petit', email: `nadia${round}@organisme.example` } },
        }),
      ])
      expect(await file(id)).toMatchObject({ status: 'awaiting-signature', representative: { lastName: 'Petit' } })
      if (signature.status !== 200) expect(codeOf(signature)).toBe('link-revoked')
      expect(codeOf(await signWith(app, token))).toBe('link-revoked')
      expect((await signWith(app, await signToken(id))).status).toBe(200)
    }
  })
})
