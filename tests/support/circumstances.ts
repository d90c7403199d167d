import type { Payload } from 'payload'
import { castVote } from '../../src/adhesion/actions/cast-vote.ts'
import { close } from '../../src/adhesion/actions/close.ts'
import { note } from '../../src/adhesion/actions/note.ts'
import { recusedIn, type RecusedElector } from '../../src/deliberation/stored-round.ts'
import type { Adhesion, Round } from '../../src/payload-types.ts'
import { applied, signed } from './applications.ts'
import { fileOf, lastRound } from './bureau.ts'
import { memberOf, type Company, type Place } from './cast.ts'
import { adoptCharter } from './factories.ts'
import { makeMember } from './governance.ts'
import type { STORIES } from './stories.ts'
import { reinstate, release } from './actions.ts'

/** A fresh file that stands where a story ends, of an organisation of its own. */
export type Another = (story: keyof typeof STORIES) => Promise<string>

type Told = (another: Another, company: Company) => Promise<string>

/** A file at the end of a story, and what happened to it since. */
const since =
  (story: keyof typeof STORIES, happens: (id: string, company: Company) => Promise<unknown>): Told =>
  async (another, company) => {
    const id = await another(story)
    await happens(id, company)
    return id
  }

const inTurn =
  (...happenings: ((id: string, company: Company) => Promise<unknown>)[]) =>
  async (id: string, company: Company) => {
    for (const happens of happenings) await happens(id, company)
  }

const written = (payload: Payload, id: string, data: Partial<Adhesion>) =>
  payload.db.updateOne({
    collection: 'adhesions',
    where: { id: { equals: id } },
    data: { ...data },
    options: { atomic: true },
  })

const writes =
  (data: Partial<Adhesion>) =>
  (id: string, { house }: Company) =>
    written(house.payload, id, data)

/** Writes on the present round of a file. */
const onRound =
  (change: (round: Round, company: Company) => Partial<Round>) => async (id: string, company: Company) => {
    const { payload } = company.house
    const round = await lastRound(payload, id)
    await payload.db.updateOne({ collection: 'rounds', id: round.id, data: change(round, company) })
  }

const hasEnded = onRound(() => ({ closesAt: new Date(Date.now() - 60_000).toISOString() }))

/** The recusals of a round are no longer by declaration: nobody's, or confirmed by who answered a question. */
const recusals = (change: (recused: RecusedElector[]) => RecusedElector[]) =>
  onRound((round) => ({ recused: change(recusedIn(round)).map((each) => ({ ...each })) }))

const nobodyDeclared = inTurn(
  recusals((recused) => recused.filter(({ reason }) => reason !== 'declared')),
  async (id, { house }) =>
    house.payload.db.updateMany({
      collection: 'votes',
      where: { and: [{ subject: { equals: `adhesion:${id}` } }, { choice: { equals: 'recused' } }] },
      data: { live: false },
    }),
)

const declares = (place: Place) => (id: string, company: Company) =>
  castVote(company.house.payload, { id, actor: memberOf(company, place), choice: 'recused' })

/** An elector asks that somebody's recusal be lifted, which takes another member. */
const asksFor = (place: Place) => (id: string, company: Company) =>
  reinstate(company.house.payload, {
    id,
    actor: memberOf(company, 'elector'),
    person: company.seated(place).person.id,
    reason: 'Plus de lien',
  })

const nothingIsAsked = onRound(() => ({ questions: [] }))

const another = async (id: string, { house }: Company) => {
  const { organisation } = await fileOf(house.payload, id)
  await signed(house.app, { organisation: { siret: organisation.siret } })
}

/** The same organisation and representative apply again, and have not signed. */
const appliesAgain = async (id: string, { house }: Company) => {
  const { organisation, representative } = await fileOf(house.payload, id)
  await applied(house.app, {
    organisation: { siret: organisation.siret },
    representative: { email: representative?.email },
  })
}

const joins =
  (kind: 'member' | 'partner') =>
  async (id: string, { house }: Company) =>
    makeMember(house.payload, { kind, identifierKey: (await fileOf(house.payload, id)).identifierKey })

const closed = (id: string, { house }: Company) =>
  close(house.payload, { id, actor: house.secretary, reason: 'duplicate' })

/** An application that is not signed although another one of its organisation is. */
const besideASigned: Told = async (_another, { house }) => {
  const { id } = await signed(house.app)
  const { organisation } = await fileOf(house.payload, id)
  return (await applied(house.app, { organisation: { siret: organisation.siret } })).id
}

/**
 * What else stands in the way of an act, or no longer does, beside the state of a file: for each guard at least one file
 * on which it holds.
 */
export const CIRCUMSTANCES = {
  'A, no link sent of late': (of) => of('A'),
  'A, another is signed': besideASigned,
  'A, a member since': since('A', joins('member')),
  'A, a partner since': since('A', joins('partner')),
  'S, to be signed again': since('S', writes({ kind: 'partner' })),
  'S, unsigned': since('S', writes({ signature: null })),
  'U, held by nobody': since('U', (id, { house }) => release(house.payload, { id, actor: house.secretary })),
  'U, to be signed again': since('U', writes({ kind: 'partner' })),
  'B, voted': since('B', (id, company) =>
    castVote(company.house.payload, { id, actor: memberOf(company, 'elector'), choice: 'abstain' }),
  ),
  'B, ended': since('B', hasEnded),
  'B, nobody declared': since('B', nobodyDeclared),
  'B, confirmed alone': since(
    'B',
    inTurn(
      nobodyDeclared,
      recusals((recused) => recused.map((each) => ({ ...each, reason: 'confirmed' }))),
    ),
  ),
  'B, nobody presides': since('B-chair', declares('vice')),
  'B, nobody presides, asked': since('B-chair', inTurn(declares('vice'), asksFor('chair'))),
  'B, no question': since('B', nothingIsAsked),
  'F, no question': since('F', nothingIsAsked),
  'R, agreed': since('R', (id, company) =>
    note(company.house.payload, { id, actor: memberOf(company, 'chair'), text: 'D’accord.', agreesToReopen: true }),
  ),
  'R, a member since': since('R', joins('member')),
  'C, another is signed': since('C', another),
  'C, another is not signed': since('C', appliesAgain),
  'C, a member since': since('C', joins('member')),
  'C, a partner since': since('C', joins('partner')),
  'C, anonymised': since('C', writes({ anonymisedAt: new Date().toISOString() })),
  'C, to be signed again, another is signed': since('C', inTurn(writes({ kind: 'partner' }), another)),
  'C, unsigned': since('A', closed),
  'C, unsigned, another is signed': since('A', inTurn(closed, another)),
  'C, unsigned, applied again': since('A', inTurn(closed, appliesAgain)),
  'C, unsigned, a member since': since('A', inTurn(closed, joins('member'))),
  'W, another is signed': since('W', another),
  'X, applied again': since('X', appliesAgain),
  'X, another is signed': since('X', another),
} as const satisfies Record<string, Told>

/** Partners have to sign a newer charter: what they signed before holds no longer. */
export const adoptForPartners = (payload: Payload) =>
  adoptCharter(payload, { number: 3, binds: 'partner', resignRequired: true })
