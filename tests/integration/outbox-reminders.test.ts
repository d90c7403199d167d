import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { castVote } from '../../src/adhesion/actions/cast-vote.ts'
import { notifyRefusal } from '../../src/adhesion/actions/notify-refusal.ts'
import { remindElectors } from '../../src/deliberation/remind-electors.ts'
import { requestInformation } from '../../src/adhesion/actions/request-information.ts'
import { runDue } from '../../src/jobs/timers.ts'
import { setClock } from '../../src/lib/clock.ts'
import { addDays, addParisDays, parisDay } from '../../src/lib/dates.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { signed } from '../support/applications.ts'
import {
  beforeBureau,
  chainHolds,
  factsOf,
  fileOf,
  houseWith,
  lastRound,
  seat,
  votes,
  type House,
} from '../support/bureau.ts'
import { owed } from '../support/outbox.ts'

let app: TestApp
let payload: Payload
let house: House

beforeAll(async () => {
  app = await startApp()
  payload = app.payload
  house = await houseWith(app, 5)
})
afterEach(() => setClock(null))
afterAll(() => app.stop())

const inDays = (count: number) => setClock(() => addParisDays(new Date(), count))
const recipientsOf = async (adhesion: string, template: string) =>
  (await owed(payload, { adhesion, template })).map(({ recipient }) => recipient).toSorted()
const addressesOf = (places: readonly number[]) => places.map((place) => seat(house, place).user.email).toSorted()

describe('an open round', () => {
  it('is recalled at half and on its last day to those who have not voted, then counted, each once', async () => {
    const id = await beforeBureau(house)
    await castVote(payload, { id, actor: seat(house, 1).actor, choice: 'for' })
    const { rev } = await fileOf(payload, id)
    expect(await runDue(payload)).toMatchObject({
      'remind-electors-at-half': 0,
      'remind-electors-on-last-day': 0,
      'count-ballots': 0,
    })
    inDays(5)
    expect(await runDue(payload)).toMatchObject({ 'remind-electors-at-half': 1, 'remind-electors-on-last-day': 0 })
    expect(await runDue(payload)).toMatchObject({ 'remind-electors-at-half': 0 })
    expect(await recipientsOf(id, 'ballot-half-time')).toEqual(addressesOf([0, 2, 3, 4]))
    await castVote(payload, {
      id,
      actor: seat(house, 2).actor,
      choice: 'abstain',
      rev: (await fileOf(payload, id)).rev,
    })
    inDays(9)
    expect(await runDue(payload)).toMatchObject({ 'remind-electors-at-half': 0, 'remind-electors-on-last-day': 1 })
    expect(await recipientsOf(id, 'ballot-last-day')).toEqual(addressesOf([0, 3, 4]))
    inDays(11)
    expect(await runDue(payload)).toMatchObject({ 'count-ballots': 1, 'remind-electors-on-last-day': 0 })
    expect(await runDue(payload)).toMatchObject({ 'count-ballots': 0 })
    expect(await fileOf(payload, id)).toMatchObject({ status: 'referred' })
    expect((await fileOf(payload, id)).rev).toBeGreaterThan(rev)
    expect(await lastRound(payload, id)).toMatchObject({ status: 'closed' })
    expect(await chainHolds(payload, id)).toBe(true)
  })
})

describe('a reminder of a round', () => {
  it('is sent once and leaves the page fresh from which somebody is about to vote', async () => {
    const id = await beforeBureau(house)
    const { rev } = await fileOf(payload, id)
    const { id: ballot } = await lastRound(payload, id)
    inDays(9)
    const reminded = await Promise.all([
      remindElectors(payload, ballot, 'last-day'),
      remindElectors(payload, ballot, 'last-day'),
    ])
    expect(reminded.toSorted()).toEqual([false, true])
    expect(await castVote(payload, { id, actor: seat(house, 1).actor, choice: 'for', rev })).toMatchObject({
      status: 'before-bureau',
    })
    await votes(house, id, ['for', null, 'for'])
  })
})

describe('an unanswered request', () => {
  it('is recalled three days before its deadline, once', async () => {
    const { id } = await signed(app)
    const deadline = addDays(parisDay(new Date()), 10)
    await requestInformation(payload, {
      id,
      actor: house.secretary,
      question: 'Quel est votre numéro\u202f?',
      deadline,
    })
    inDays(6)
    expect(await runDue(payload)).toMatchObject({ 'remind-requests': 0 })
    inDays(7)
    expect(await runDue(payload)).toMatchObject({ 'remind-requests': 1 })
    expect(await runDue(payload)).toMatchObject({ 'remind-requests': 0 })
    expect(await owed(payload, { adhesion: id, template: 'information-reminder' })).toHaveLength(1)
    expect(await factsOf(payload, id)).toContain('information-reminded')
  })
})

describe('a refusal that nobody wrote to the applicant about', () => {
  it('is an alert to the secretariat and to who presides after seven days, once', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['against', 'against', 'against'])
    expect(await fileOf(payload, id)).toMatchObject({ status: 'rejected' })
    inDays(6)
    expect(await runDue(payload)).toMatchObject({ 'alert-refusals': 0 })
    inDays(8)
    expect(await runDue(payload)).toMatchObject({ 'alert-refusals': 1 })
    expect(await runDue(payload)).toMatchObject({ 'alert-refusals': 0 })
    const team = [house.secretary.user.email, house.colleague.user.email, house.chair.user.email]
    expect(await recipientsOf(id, 'refusal-overdue')).toEqual(team.toSorted())
  })

  it('is none once they were written to', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['against', 'against', 'against'])
    await notifyRefusal(payload, {
      id,
      actor: house.chair.actor,
      text: 'Votre activité n’entre pas dans l’objet de la conférence.',
    })
    inDays(8)
    expect(await runDue(payload)).toMatchObject({ 'alert-refusals': 0 })
  })
})
