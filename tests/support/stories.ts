import { randomUUID } from 'node:crypto'
import { NO_CLIENT } from '../../src/adhesion/lifecycle/actor.ts'
import { castVote, type VoteChoice } from '../../src/adhesion/actions/cast-vote.ts'
import { claim } from '../../src/adhesion/actions/claim.ts'
import { closeRound } from '../../src/adhesion/actions/close-round.ts'
import { close } from '../../src/adhesion/actions/close.ts'
import { expire } from '../../src/adhesion/actions/expire.ts'
import { notifyRefusal } from '../../src/adhesion/actions/notify-refusal.ts'
import { openFollowUp } from '../../src/adhesion/links/open-link.ts'
import { putToBureau } from '../../src/adhesion/actions/put-to-bureau.ts'
import { requestInformation } from '../../src/adhesion/actions/request-information.ts'
import { resendLink } from '../../src/adhesion/actions/resend-link.ts'
import type { SessionRecord } from '../../src/deliberation/stored-round.ts'
import { withdraw } from '../../src/adhesion/actions/withdraw.ts'
import { setClock } from '../../src/lib/clock.ts'
import { addDays, addParisDays, parisDay } from '../../src/lib/dates.ts'
import { applied, signed } from './applications.ts'
import { SOURCE } from './bureau.ts'
import { memberOf, type Company, type Place } from './cast.ts'
import { lastToken } from './outbox.ts'
import { sessionSent } from './session-sent.ts'
import { recordSessionDecision } from './actions.ts'

/** What the chair writes to a refused applicant. */
export const REFUSAL = 'Votre activité débute à peine.'

/** Minutes of today in which all who were there approve. */
export const minutes = (company: Company, present: Place[]): SessionRecord => ({
  sessionDay: parisDay(new Date()),
  minutesReference: `PV ${randomUUID()}`,
  present: present.map((place) => company.seated(place).person.id),
  represented: [],
  recused: [],
  votes: { counts: { for: present.length, against: 0, abstain: 0 } },
})

/** Runs an act on a later day. */
export async function after<Result>(days: number, act: () => Promise<Result>): Promise<Result> {
  const then = addParisDays(new Date(), days)
  setClock(() => then)
  try {
    return await act()
  } finally {
    setClock(null)
  }
}

type Told = (company: Company) => Promise<string>

/** A story, and what comes next in it. */
const then =
  (story: Told, next: (id: string, company: Company) => Promise<unknown>): Told =>
  async (company) => {
    const id = await story(company)
    await next(id, company)
    return id
  }

/** The contact's e-mail is somebody's of the Bureau, who used the link sent to it: they are recused on all these files, whatever their state. */
const contact = ({ seated }: Company) => ({ contact: { email: seated('tied').user.email } })

const proved = async (adhesion: string, { house }: Company) =>
  openFollowUp(house.payload, await lastToken(house.payload, { adhesion, template: 'receipt' }, 'followUp'), NO_CLIENT)

/** Votes alike, one after the other. */
const voting =
  (choice: VoteChoice, ...places: Place[]) =>
  async (id: string, company: Company) => {
    for (const place of places) await castVote(company.house.payload, { id, actor: memberOf(company, place), choice })
  }

const inSession =
  (...present: Place[]) =>
  (id: string, company: Company) =>
    recordSessionDecision(company.house.payload, {
      id,
      actor: company.house.secretary,
      ...sessionSent(minutes(company, present)),
    })

const writing = (send: boolean) => (id: string, company: Company) =>
  notifyRefusal(company.house.payload, { id, actor: memberOf(company, 'chair'), text: REFUSAL, send })

const unsigned = then(async (company) => (await applied(company.house.app, contact(company))).id, proved)
const fresh = then(async (company) => (await signed(company.house.app, contact(company))).id, proved)
const held = then(fresh, (id, { house }) => claim(house.payload, { id, actor: house.secretary }))
const asked = then(held, (id, { house }) =>
  requestInformation(house.payload, {
    id,
    actor: house.secretary,
    question: 'Combien de salariés ?',
    deadline: addDays(parisDay(new Date()), 10),
  }),
)
const put = then(held, (id, { house }) =>
  putToBureau(house.payload, { id, actor: house.secretary, powerToBind: { source: SOURCE } }),
)
const open = then(put, voting('recused', 'declared'))
const referred = then(open, (id, { house }) => after(11, () => closeRound(house.payload, id)))
const rejected = then(open, voting('against', 'chair', 'vice', 'elector'))
const chairAway = then(open, voting('recused', 'chair'))

/**
 * How use-cases bring a file to where it stands: to each state by its letter, and to what else may hold in one. In the
 * Bureau's states a member declared a conflict; nobody ever signed A and X, the others were signed. A's link was sent
 * again a moment ago.
 */
export const STORIES = {
  A: then(unsigned, (id, { house }) => resendLink(house.payload, { id, actor: house.secretary })),
  S: fresh,
  U: held,
  N: asked,
  B: open,
  F: referred,
  V: then(open, voting('for', 'chair', 'vice', 'elector')),
  R: rejected,
  C: then(held, (id, { house }) => close(house.payload, { id, actor: house.secretary, reason: 'no-answer' })),
  W: then(held, (id, { house }) =>
    withdraw(house.payload, {
      id,
      actor: { kind: 'representative', capability: null, client: { ip: null, userAgent: null, requestId: null } },
    }),
  ),
  X: then(unsigned, (id, { house }) => after(61, () => expire(house.payload, id))),
  'B+for': then(open, voting('for', 'former', 'extra')),
  'B+against': then(open, voting('against', 'former', 'extra')),
  'B+session': then(open, inSession('chair', 'vice', 'elector')),
  'F+session': then(referred, inSession('chair', 'vice', 'elector')),
  'R+text': then(rejected, writing(false)),
  'R+told': then(rejected, writing(true)),
  'B-chair': chairAway,
  'B-chair+session': then(chairAway, inSession('vice', 'elector', 'extra')),
  'R-chair': then(chairAway, voting('against', 'vice', 'elector', 'extra')),
} as const satisfies Record<string, Told>
