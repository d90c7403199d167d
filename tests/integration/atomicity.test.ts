import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/adhesion/lifecycle/actor.ts'
import { answer } from '../../src/adhesion/actions/answer.ts'
import { castVote } from '../../src/adhesion/actions/cast-vote.ts'
import { claim } from '../../src/adhesion/actions/claim.ts'
import { closeRound } from '../../src/adhesion/actions/close-round.ts'
import { close } from '../../src/adhesion/actions/close.ts'
import { decline } from '../../src/adhesion/actions/decline.ts'
import { correct } from '../../src/adhesion/actions/correct.ts'
import { parseDeclaration } from '../../src/adhesion/declaration/parse-declaration.ts'
import { expire } from '../../src/adhesion/actions/expire.ts'
import { note } from '../../src/adhesion/actions/note.ts'
import { notifyRefusal } from '../../src/adhesion/actions/notify-refusal.ts'
import { openFollowUp, readLink } from '../../src/adhesion/links/open-link.ts'
import { putToBureau } from '../../src/adhesion/actions/put-to-bureau.ts'
import { rebind } from '../../src/adhesion/actions/rebind.ts'
import { requestInformation } from '../../src/adhesion/actions/request-information.ts'
import { resendLink } from '../../src/adhesion/actions/resend-link.ts'
import type { SessionRecord } from '../../src/deliberation/stored-round.ts'
import { sign } from '../../src/adhesion/actions/sign.ts'
import { readSigningBody } from '../../src/adhesion/signature/signing-body.ts'
import { submit } from '../../src/adhesion/actions/submit.ts'
import { TRANSITIONS, type TransitionName } from '../../src/adhesion/lifecycle/transitions.ts'
import { withdraw } from '../../src/adhesion/actions/withdraw.ts'
import { anonymise } from '../../src/adhesion/actions/anonymise.ts'
import { announceErasures } from '../../src/adhesion/retention/announce.ts'
import { ERASE } from '../../src/adhesion/actions/erase.ts'
import { WRITE } from '../../src/adhesion/actions/write.ts'
import { setClock } from '../../src/lib/clock.ts'
import { addDays, addParisDays, parisDay } from '../../src/lib/dates.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { applied, signed } from '../support/applications.ts'
import {
  beforeBureau,
  chainHolds,
  fileOf,
  houseWith,
  lastRound,
  seat,
  SOURCE,
  votes,
  type House,
} from '../support/bureau.ts'
import { adoptCharter, application, validSiret } from '../support/factories.ts'
import { lastToken } from '../support/outbox.ts'
import { differenceOf, dumpOf, withFailure } from '../support/writes.ts'
import { sessionSent } from '../support/session-sent.ts'
import {
  answerQuestion,
  askNewSignature,
  attach,
  cancelRequest,
  cancelSessionRecord,
  disputeSessionRecord,
  confirmSessionDecision,
  correctOnBehalf,
  recordSessionDecision,
  reinstate,
  release,
  reopen,
  sendBack,
} from '../support/actions.ts'

let app: TestApp
let house: House

beforeAll(async () => {
  app = await startApp()
  house = await houseWith(app)
})

afterEach(() => setClock(null))

afterAll(() => app.stop())

const CLIENT = { ip: null, userAgent: null, requestId: null }
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')

/** An act on a file that stands ready for it; it may be tried again after a failure. */
type Ready = { id?: string; act: () => Promise<unknown> }

const contact = async (id: string): Promise<Actor> =>
  (
    await openFollowUp(
      app.payload,
      await lastToken(app.payload, { adhesion: id, template: 'receipt' }, 'followUp'),
      CLIENT,
    )
  ).actor

async function representative(id: string): Promise<Actor> {
  const recipient = (await fileOf(app.payload, id)).representative?.email ?? ''
  return (
    await openFollowUp(
      app.payload,
      await lastToken(app.payload, { adhesion: id, template: 'signed-copy', recipient }, 'followUp'),
      CLIENT,
    )
  ).actor
}

const minutes = (choice: 'for' | 'against'): SessionRecord => ({
  sessionDay: parisDay(new Date()),
  minutesReference: 'PV 2026-11',
  present: house.seats.map(({ person }) => person.id),
  represented: [],
  recused: [],
  votes: { byName: house.seats.map(({ person }) => ({ elector: person.id, choice })) },
})

/** A file with a session's decision that nobody confirmed, beside an online round. */
async function recorded(): Promise<string> {
  const id = await beforeBureau(house)
  await recordSessionDecision(app.payload, { id, actor: house.secretary, ...sessionSent(minutes('for')) })
  return id
}

/** A file of a refused organisation. */
async function refused(): Promise<string> {
  const id = await beforeBureau(house)
  await votes(house, id, ['against', 'against', 'against'])
  return id
}

async function asked(): Promise<string> {
  const { id } = await signed(app)
  await requestInformation(app.payload, {
    id,
    actor: house.secretary,
    question: 'Combien de salariés ?',
    deadline: addDays(parisDay(new Date()), 10),
  })
  return id
}

/** What each transition does, in the ways that write differently. */
const ACTS: Record<TransitionName, Record<string, () => Promise<Ready>>> = {
  submit: {
    'a new organisation': async () => {
      const parsed = parseDeclaration(application())
      if (!parsed.ok) throw new Error('The application is not valid')
      return { act: () => submit(app.payload, { declaration: parsed.declaration, client: CLIENT }) }
    },
  },
  resendLink: {
    'to the representative': async () => {
      const { id } = await applied(app)
      return { id, act: () => resendLink(app.payload, { id, actor: house.secretary }) }
    },
  },
  correct: {
    'another representative, after the signature': async () => {
      const id = await asked()
      const actor = await contact(id)
      return {
        id,
        act: () =>
          correct(app.payload, {
            id,
            actor,
            body: {
              representative: { firstName: 'Nadia', lastName: 'Petit', email: 'nadia.petit@organisme.example' },
              contact: { email: 'bureau@organisme.example' },
            },
          }),
      }
    },
  },
  sign: {
    'with another file of the organisation open': async () => {
      const siret = validSiret()
      const { id } = await applied(app, { organisation: { siret } })
      await applied(app, { organisation: { siret } })
      const token = await lastToken(app.payload, { adhesion: id, template: 'signature-link' })
      return {
        id,
        act: async () =>
          sign(app.payload, {
            ...(await readSigningBody(app.payload, { token, fullName: 'Jeanne Martin', accept: true })),
            channel: 'api',
            client: CLIENT,
          }),
      }
    },
  },
  rebind: {
    'to a newer version': async () => {
      const { id } = await applied(app)
      await adoptCharter(app.payload, { number: 2 })
      return { id, act: () => rebind(app.payload, id) }
    },
  },
  expire: {
    'after 60 days': async () => {
      const { id } = await applied(app)
      const late = addParisDays(new Date(), 61)
      setClock(() => late)
      return { id, act: () => expire(app.payload, id) }
    },
  },
  claim: {
    'from a colleague': async () => {
      const { id } = await signed(app)
      await claim(app.payload, { id, actor: house.colleague })
      return { id, act: () => claim(app.payload, { id, actor: house.secretary }) }
    },
  },
  release: {
    'a file held': async () => {
      const { id } = await signed(app)
      await claim(app.payload, { id, actor: house.secretary })
      return { id, act: () => release(app.payload, { id, actor: house.secretary }) }
    },
  },
  requestInformation: {
    'with a deadline': async () => {
      const { id } = await signed(app)
      return {
        id,
        act: () =>
          requestInformation(app.payload, {
            id,
            actor: house.secretary,
            question: 'Combien de salariés ?',
            deadline: addDays(parisDay(new Date()), 10),
          }),
      }
    },
  },
  answer: {
    'by the link, with a file': async () => {
      const id = await asked()
      const actor = await contact(id)
      return {
        id,
        act: () => answer(app.payload, { id, actor, answer: 'Douze.', files: [{ name: 'effectif.pdf', data: PDF }] }),
      }
    },
  },
  cancelRequest: {
    'an open one': async () => {
      const id = await asked()
      return {
        id,
        act: () => cancelRequest(app.payload, { id, actor: house.secretary, reason: 'Trouvé dans le dossier' }),
      }
    },
  },
  putToBureau: {
    'a round of five': async () => {
      const { id } = await signed(app)
      return {
        id,
        act: () => putToBureau(app.payload, { id, actor: house.secretary, powerToBind: { source: SOURCE } }),
      }
    },
  },
  castVote: {
    'that decides nothing yet': async () => {
      const id = await beforeBureau(house)
      return { id, act: () => castVote(app.payload, { id, actor: house.chair.actor, choice: 'for' }) }
    },
    'that takes a vote out': async () => {
      const id = await beforeBureau(house)
      await votes(house, id, ['for'])
      return { id, act: () => castVote(app.payload, { id, actor: house.chair.actor, choice: 'recused' }) }
    },
    'that makes a member': async () => {
      const id = await beforeBureau(house)
      await votes(house, id, ['for', 'for'])
      return { id, act: () => castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'for' }) }
    },
    'that makes a member of a partner': async () => {
      const organisation = { siret: validSiret() }
      await votes(house, await beforeBureau(house, { kind: 'partner', organisation }), ['for', 'for', 'for'])
      const id = await beforeBureau(house, { kind: 'member', organisation })
      await votes(house, id, ['for', 'for'])
      return { id, act: () => castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'for' }) }
    },
    'that refuses': async () => {
      const id = await beforeBureau(house)
      await votes(house, id, ['against', 'against'])
      return { id, act: () => castVote(app.payload, { id, actor: seat(house, 2).actor, choice: 'against' }) }
    },
  },
  closeRound: {
    'without a quorum, at its end': async () => {
      const id = await beforeBureau(house)
      const end = new Date((await lastRound(app.payload, id)).closesAt ?? 0)
      setClock(() => end)
      return { id, act: () => closeRound(app.payload, id) }
    },
  },
  sendBack: {
    'with votes given': async () => {
      const id = await beforeBureau(house)
      await votes(house, id, ['for'])
      return { id, act: () => sendBack(app.payload, { id, actor: house.chair.actor, reason: 'Pièce manquante' }) }
    },
  },
  reinstate: {
    'who declared a conflict': async () => {
      const id = await beforeBureau(house)
      await votes(house, id, [null, 'recused'])
      return { id, act: () => reinstate(app.payload, { id, actor: house.chair.actor, reason: 'Plus de lien' }) }
    },
  },
  answerQuestion: {
    'of an elector who may judge': async () => {
      const id = await beforeBureau(house, { contact: { email: seat(house, 1).user.email } })
      const answer = {
        person: seat(house, 1).person.id,
        answer: 'no-conflict',
        reason: 'Vérifié par téléphone',
      } as const
      return { id, act: () => answerQuestion(app.payload, { id, actor: house.secretary, ...answer }) }
    },
  },
  recordSessionDecision: {
    'in place of another, beside an online round': async () => {
      const id = await beforeBureau(house)
      await recordSessionDecision(app.payload, { id, actor: house.secretary, ...sessionSent(minutes('for')) })
      return {
        id,
        act: () =>
          recordSessionDecision(app.payload, { id, actor: house.secretary, ...sessionSent(minutes('against')) }),
      }
    },
  },
  cancelSessionRecord: {
    'beside an online round': async () => {
      const id = await recorded()
      return { id, act: () => cancelSessionRecord(app.payload, { id, actor: house.colleague, reason: 'Autre séance' }) }
    },
  },
  disputeSessionRecord: {
    'by the chair': async () => {
      const id = await recorded()
      return {
        id,
        act: () => disputeSessionRecord(app.payload, { id, actor: house.chair.actor, reason: 'Deux voix contre' }),
      }
    },
  },
  confirmSessionDecision: {
    'that makes a member': async () => {
      const id = await beforeBureau(house)
      await recordSessionDecision(app.payload, { id, actor: house.secretary, ...sessionSent(minutes('for')) })
      return { id, act: () => confirmSessionDecision(app.payload, { id, actor: house.chair.actor }) }
    },
  },
  notifyRefusal: {
    'in the chair’s words': async () => {
      const id = await refused()
      return {
        id,
        act: () =>
          notifyRefusal(app.payload, { id, actor: house.chair.actor, text: 'Votre demande n’a pas été retenue.' }),
      }
    },
  },
  askNewSignature: {
    'while an answer is awaited': async () => {
      const id = await asked()
      const { docs } = await app.payload.find({ collection: 'charter-versions', sort: '-number', limit: 1 })
      await adoptCharter(app.payload, { number: (docs[0]?.number ?? 0) + 1, resignRequired: true })
      return { id, act: () => askNewSignature(app.payload, { id, actor: house.secretary }) }
    },
  },
  correctOnBehalf: {
    'another address of the representative': async () => {
      const id = await asked()
      return {
        id,
        act: () =>
          correctOnBehalf(app.payload, {
            id,
            actor: house.secretary,
            source: 'bounced-address',
            representative: { email: 'nouvelle@organisme.example' },
          }),
      }
    },
  },
  decline: {
    'by the link to the signature': async () => {
      const { id } = await applied(app)
      const token = await lastToken(app.payload, { adhesion: id, template: 'signature-link' })
      const link = await readLink(app.payload, token, 'sign')
      if (!link) throw new Error('The link leads nowhere')
      return { id, act: () => decline(app.payload, { link, reason: 'Pas cette année.', client: CLIENT }) }
    },
  },
  withdraw: {
    'before the Bureau': async () => {
      const id = await beforeBureau(house)
      const actor = await representative(id)
      return { id, act: () => withdraw(app.payload, { id, actor }) }
    },
  },
  close: {
    'while an answer is awaited': async () => {
      const id = await asked()
      return { id, act: () => close(app.payload, { id, actor: house.secretary, reason: 'no-answer' }) }
    },
  },
  reopen: {
    'a refused file': async () => {
      const id = await refused()
      return {
        id,
        act: () =>
          reopen(app.payload, { id, actor: house.secretary, reason: 'Recours', minutesReference: 'PV 2026-12' }),
      }
    },
    'a file never signed': async () => {
      const { id } = await applied(app)
      await close(app.payload, { id, actor: house.secretary, reason: 'applicant-wish' })
      return { id, act: () => reopen(app.payload, { id, actor: house.secretary, reason: 'Ils ont changé d’avis' }) }
    },
  },
  note: {
    'with the chair’s agreement': async () => {
      const id = await refused()
      return {
        id,
        act: () => note(app.payload, { id, actor: house.chair.actor, text: 'D’accord', agreesToReopen: true }),
      }
    },
  },
  erase: {
    'what one asked for already': async () => {
      const { id } = await signed(app)
      await note(app.payload, { id, actor: house.secretary, text: 'Dans le mauvais dossier' })
      const rows = await app.payload.find({ collection: 'journal', where: { adhesion: { equals: id } } })
      const entry = rows.docs.find(({ type }) => type === 'noted')?.id ?? ''
      const erasing = { id, entry, reason: 'Mauvais dossier' }
      const later = addParisDays(new Date(), 1)
      setClock(() => later)
      await ERASE.run(app.payload, { ...erasing, actor: house.secretary })
      return { id, act: () => ERASE.run(app.payload, { ...erasing, actor: house.colleague }) }
    },
  },
  anonymise: {
    'at the end of the term, after the notice': async () => {
      const { id } = await signed(app)
      await close(app.payload, { id, actor: house.secretary, reason: 'no-answer' })
      setClock(() => addParisDays(new Date(), 340))
      await announceErasures(app.payload)
      await app.payload.db.updateMany({
        collection: 'messages',
        where: { template: { equals: 'erasures-announced' } },
        data: { status: 'sent', sentAt: addParisDays(new Date(), 340).toISOString() },
      })
      const late = addParisDays(new Date(), 400)
      setClock(() => late)
      return { id, act: () => anonymise(app.payload, id) }
    },
  },
  write: {
    'to the applicant, with a file': async () => {
      const { id } = await signed(app)
      const act = WRITE.read({ text: 'Bonjour' }, [{ name: 'ordre-du-jour.pdf', data: PDF }])
      return { id, act: () => act(app.payload, { id, actor: house.secretary }) }
    },
  },
  attach: {
    'two files': async () => {
      const { id } = await signed(app)
      return {
        id,
        act: () =>
          attach(app.payload, {
            id,
            actor: house.secretary,
            files: ['statuts.pdf', 'bilan.pdf'].map((name) => ({ name, data: PDF })),
          }),
      }
    },
  },
}

describe('a transition that fails on its way leaves nothing of itself', () => {
  it('is tried for every transition that is performed', () => {
    expect(Object.keys(ACTS).sort()).toEqual(TRANSITIONS.map(({ name }) => name).sort())
  })

  const cases = Object.entries(ACTS).flatMap(([name, ways]) =>
    Object.entries(ways).map(([way, ready]) => [name, way, ready] as const),
  )

  it.each(cases)('%s: %s', async (_name, _way, ready) => {
    const { id, act } = await ready()
    const before = await dumpOf(app.payload)
    expect(await withFailure(app.payload, 'commit', act)).toEqual({ failed: true, commits: 0 })
    expect(differenceOf(before, await dumpOf(app.payload))).toEqual([])
    let writes = 0
    let tried = await withFailure(app.payload, { afterWrite: 1 }, act)
    while (tried.failed) {
      writes += 1
      expect([writes, tried.commits, differenceOf(before, await dumpOf(app.payload))]).toEqual([writes, 0, []])
      tried = await withFailure(app.payload, { afterWrite: writes + 1 }, act)
    }
    expect(tried.commits).toBe(1)
    expect(writes).toBeGreaterThan(1)
    expect(differenceOf(before, await dumpOf(app.payload)).length).toBeGreaterThan(1)
    if (id) expect(await chainHolds(app.payload, id)).toBe(true)
  })
})
