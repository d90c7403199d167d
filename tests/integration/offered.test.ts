import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { State } from '../../src/adhesion/lifecycle/states.ts'
import { mayFrom } from '../../src/adhesion/lifecycle/transition.ts'
import { transition } from '../support/actions.ts'
import { viewOfFollowUp } from '../../src/adhesion/views/view-of-follow-up.ts'
import { viewOfSigning } from '../../src/adhesion/views/view-of-signing.ts'
import { bodyOf } from '../../src/admin/actions/body-of.ts'
import type { ActionModel, FieldModel } from '../../src/admin/actions/model.ts'
import { actionsOf } from '../../src/admin/adhesion/actions-of.ts'
import { situationOf } from '../../src/admin/adhesion/situation.ts'
import { asReader, readerFor } from '../../src/admin/reader.ts'
import type { User } from '../../src/payload-types.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { fileOf } from '../support/bureau.ts'
import { CAST, gather, type Company, type Who } from '../support/cast.ts'
import { adoptForPartners, CIRCUMSTANCES, type Another } from '../support/circumstances.ts'
import type { TestDoor } from '../support/door.ts'
import { adoptCharter } from '../support/factories.ts'
import { fieldsOn, openSiteDoor, visitor } from '../support/site.ts'
import { doubleOf, standOf, withTokens, type Standing } from '../support/standing-files.ts'
import { STORIES } from '../support/stories.ts'
import { DOORS, isDoor, transitionOf, tried, type DoorName } from '../support/transition-doors.ts'

/** The page on which the applicant names another representative: a correction of its own. */
const REPRESENTATIVE = 'changeRepresentative'
/** What the team may ask for, and what may be asked for by a link; who signs has a link of their own. */
const BY_STAFF = Object.keys(DOORS).filter((name): name is DoorName => isDoor(name) && 'endpoint' in DOORS[name])
const BY_LINK = ['correct', REPRESENTATIVE, 'resendLink', 'answer', 'withdraw', 'write', 'sign', 'decline'] as const
type Asked = DoorName | typeof REPRESENTATIVE

/**
 * What is offered and refused, rightly: until who presides has written to the applicant, a refused application reads
 * « devant le Bureau » to them, and what its representative might do before the Bureau is offered alike.
 */
const isSecret = (place: string, who: Who, name: string): boolean =>
  place.startsWith('R') && place !== 'R+told' && who === 'representative' && name === 'withdraw'

type Story = keyof typeof STORIES
type Circumstance = keyof typeof CIRCUMSTANCES
type Place = Story | Circumstance
const isStory = (place: string): place is Story => Object.hasOwn(STORIES, place)
const isCircumstance = (place: string): place is Circumstance => Object.hasOwn(CIRCUMSTANCES, place)
const PLACES: Place[] = [...Object.keys(STORIES).filter(isStory), ...Object.keys(CIRCUMSTANCES).filter(isCircumstance)]

let app: TestApp
let door: TestDoor
let company: Company
const bases = new Map<Story, Standing>()
const users = new Map<Who, User>()

/** Twenty stories are told first, which on a busy machine takes its time. */
const TELLING_MS = 300_000

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  company = await gather(app)
  await adoptCharter(app.payload, { number: 2 })
  door = await openSiteDoor(app, { LIMIT_SUBMISSIONS: '100000', LIMIT_SIGNATURES: '100000' })
  for (const story of Object.keys(STORIES).filter(isStory))
    bases.set(story, await withTokens(app.payload, await STORIES[story](company)))
  await company.changeBureau()
  await adoptForPartners(app.payload)
  for (const [who, token] of company.sessions) users.set(who, await accountOf(token))
}, TELLING_MS)

afterAll(async () => {
  await door.close()
  await app.stop()
})

async function accountOf(session: string): Promise<User> {
  const response = await fetch(`${door.url}/api/users/me`, { headers: { Authorization: `JWT ${session}` } })
  const { user }: { user: { id: string } } = JSON.parse(await response.text())
  return app.payload.findByID({ collection: 'users', id: user.id, depth: 0, overrideAccess: true })
}

function told(story: Story): Standing {
  const base = bases.get(story)
  if (!base) throw new Error(`No application stands at ${story}`)
  return base
}

const another: Another = async (story) => (await doubleOf(app.payload, told(story).id)).id

/** An application of its own at a place. */
const fresh = async (place: Place): Promise<Standing> =>
  isStory(place)
    ? doubleOf(app.payload, told(place).id)
    : withTokens(app.payload, await CIRCUMSTANCES[place](another, company))

/** The actions that the panel offers somebody of the team on an application, by name. */
async function panelOffers(user: User, id: string): Promise<Map<string, ActionModel>> {
  const reader = await readerFor(app.payload, { ...user, collection: 'users' })
  const adhesion = await reader?.payload.findByID({
    collection: 'adhesions',
    id,
    ...asReader(reader),
    disableErrors: true,
  })
  if (!reader || !adhesion) return new Map()
  const situation = await situationOf(reader, adhesion)
  const { main, others, record } = actionsOf({ ...situation, holderName: null, session: null })
  return new Map([...(main ? [main] : []), ...others, ...record].map((model) => [model.name, model]))
}

function userOf(who: Who): User {
  const user = users.get(who)
  if (!user) throw new Error(`${who} has no account`)
  return user
}

type Linked = 'contact' | 'representative'
const isLinked = (who: Who): who is Linked => who === 'contact' || who === 'representative'
const tokenOf = (who: Linked, { tokens }: Standing): string =>
  tokens[who === 'contact' ? 'follow-up' : 'representative-follow-up']

/** What the pages behind somebody's links offer on an application. */
async function pagesOffer(who: Linked, file: Standing): Promise<Set<Asked>> {
  const offered = new Set<Asked>()
  const view = await viewOfFollowUp(app.payload, tokenOf(who, file))
  if (view.state === 'open') {
    for (const name of view.offered) if (name !== 'answer' || view.request) offered.add(name)
  }
  if (who === 'contact') return offered
  const signing = await viewOfSigning(app.payload, file.tokens.sign)
  if (signing.state !== 'to-sign') return offered
  offered.add('decline')
  return signing.refused === undefined ? offered.add('sign') : offered
}

/** The field that a correction changes. */
const CORRECTED = 'motivation'

/** What a person fills in: the first choice of each list, a text of their own where none stands. */
function filled(fields: readonly FieldModel[]): FormData {
  const form = new FormData()
  for (const { kind, name, value, options, required } of fields) {
    if (kind === 'radio') form.set(name, value ?? options?.[0]?.value ?? '')
    else if (name === CORRECTED) form.set(name, `Texte ${randomUUID()}`)
    else if (value || (required === true && (kind === 'textarea' || kind === 'text')))
      form.set(name, value ? value : `Texte ${randomUUID()}`)
    else if (kind === 'day') form.set(name, value ?? '')
  }
  return form
}

/** Sends the form that the panel offers to the endpoint of another application of the same place. */
async function sent(who: Who, { url, fields, fixed }: ActionModel, from: string, to: string): Promise<number> {
  const response = await fetch(`${door.url}${url.replace(from, to)}`, {
    method: 'POST',
    headers: { Authorization: `JWT ${company.sessions.get(who) ?? ''}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...bodyOf(fields, filled(fields)), ...fixed }),
  })
  return response.status
}

/** Names another representative by the page for it. */
async function namesAnother(who: Linked, file: Standing): Promise<number> {
  const path = `/adhesion/suivi/${tokenOf(who, file)}/representant`
  const page = await visitor(door).get(path)
  const fields = page.status === 200 ? fieldsOn(page) : new URLSearchParams()
  const values = { firstName: 'Nora', lastName: 'Petit', function: 'Directrice', capacity: 'delegated' }
  for (const [name, value] of Object.entries(values)) fields.set(`representative.${name}`, value)
  fields.set('representative.email', `${randomUUID()}@organisme.example`)
  return (await visitor(door).post(path, fields)).status
}

/** Asks in the ways of the matrix. */
async function ask(name: Asked, who: Who, file: Standing, place: Place): Promise<number> {
  if (name !== REPRESENTATIVE) return (await tried(name, { who, file, where: place, company, door }))?.status ?? 404
  return isLinked(who) ? namesAnother(who, file) : 404
}

/** Whether an act is accepted: it is answered as done, and something changed by it. */
async function isAccepted(file: Standing, act: () => Promise<number>): Promise<boolean> {
  const before = await standOf(app.payload, file.id)
  const status = await act()
  return status < 400 && (await standOf(app.payload, file.id)) !== before
}

/** What the table allows in a state: what it does not is refused to everybody, which the matrix tries. */
const asksAt = (names: readonly Asked[], state: State): Asked[] =>
  names.filter((name) => mayFrom(transition(name === REPRESENTATIVE ? 'correct' : transitionOf(name)), state))

type Offers = { names: ReadonlySet<string>; models: ReadonlyMap<string, ActionModel> }

async function offersTo(who: Who, file: Standing): Promise<Offers> {
  if (isLinked(who)) return { names: await pagesOffer(who, file), models: new Map() }
  const models = company.sessions.has(who) ? await panelOffers(userOf(who), file.id) : new Map<string, ActionModel>()
  return { names: new Set(models.keys()), models }
}

/** The form that is offered is sent as it is, but for what a browser has to fill in: files, the
 * votes of a session, and which of its own entries is erased. */
const isForm = (model: ActionModel | undefined): model is ActionModel =>
  model !== undefined &&
  model.name !== 'recordSessionDecision' &&
  model.name !== 'erase' &&
  model.fields.every(({ kind }) => kind !== 'file')

/**
 * Where what somebody is offered and what is accepted of them differ. What they are not offered is tried on the
 * application itself, what they are offered on another one that stands alike.
 */
async function surprisesOf(place: Place, who: Who, file: Standing): Promise<string[]> {
  const { status } = await fileOf(app.payload, file.id)
  const names = asksAt(isLinked(who) ? BY_LINK : BY_STAFF, status)
  const { names: offered, models } = await offersTo(who, file)
  const found = [...offered].filter((name) => !names.some((each) => each === name) && !isSecret(place, who, name))
  const surprises = found.map((name) => `${place}, ${who}: ${name} is offered in another state than its own`)
  for (const name of names.filter((each) => !offered.has(each)))
    if (await isAccepted(file, () => ask(name, who, file, place)))
      surprises.push(`${place}, ${who}: ${name} is done and was not offered`)
  const broken = await Promise.all(
    names
      .filter((each) => offered.has(each))
      .map(async (name) => {
        const target = await fresh(place)
        // A correction holds all that was declared: on the other application, what was declared there.
        const model = (name === 'correctOnBehalf' ? await panelOffers(userOf(who), target.id) : models).get(name)
        const act = () => (isForm(model) ? sent(who, model, file.id, target.id) : ask(name, who, target, place))
        return (await isAccepted(target, act)) ? [] : [`${place}, ${who}: ${name} is offered and refused`]
      }),
  )
  return [...surprises, ...broken.flat()]
}

const everybody = CAST.filter((who) => who !== 'clock')

const standing = new Map<Place, Promise<Standing>>()

/** The one application at a place that everybody comes to. */
async function at(place: Place): Promise<Standing> {
  if (isStory(place)) return told(place)
  const file = standing.get(place) ?? fresh(place)
  standing.set(place, file)
  return file
}

describe.each(PLACES)('on an application at %s', (place) => {
  it.each(everybody)('%s is offered exactly what is accepted of them', async (who) => {
    expect(await surprisesOf(place, who, await at(place))).toEqual([])
  })
})

const offered = async (place: Place, who: Who): Promise<string[]> => [...(await offersTo(who, await at(place))).names]

describe('the secretariat', () => {
  it('is offered to take or to leave an application by who holds it', async () => {
    const held = async (place: Place, who: Who) =>
      (await offered(place, who)).filter((name) => name === 'claim' || name === 'release')
    expect(await held('U, held by nobody', 'holder')).toEqual(['claim'])
    expect(await held('U', 'holder')).toEqual(['release'])
    expect((await held('U', 'colleague')).sort()).toEqual(['claim', 'release'])
  })

  it('puts nothing to the Bureau without a signature that holds', async () => {
    expect(await offered('S', 'holder')).toContain('putToBureau')
    expect(await offered('S, unsigned', 'holder')).not.toContain('putToBureau')
    expect(await offered('S, to be signed again', 'holder')).not.toContain('putToBureau')
    expect(await offered('S, to be signed again', 'holder')).toContain('askNewSignature')
    expect(await offered('S', 'holder')).not.toContain('askNewSignature')
  })

  it('sends no link again within the hour, nor does the applicant', async () => {
    for (const who of ['holder', 'contact'] as const) {
      expect(await offered('A, no link sent of late', who)).toContain('resendLink')
      expect(await offered('A', who)).not.toContain('resendLink')
    }
  })

  it.each(['R', 'C', 'W', 'X', 'C, another is not signed', 'C, unsigned, another is signed'] as const)(
    'reopens an application at %s, whose slot is free',
    async (place) => {
      expect(await offered(place, 'holder')).toContain('reopen')
    },
  )

  it.each([
    'C, another is signed',
    'W, another is signed',
    'C, unsigned, applied again',
    'X, applied again',
    'C, a member since',
    'C, unsigned, a member since',
    'C, anonymised',
  ] as const)('reopens none at %s', async (place) => {
    expect(await offered(place, 'holder')).not.toContain('reopen')
  })

  it('tells of a refusal once, and only in words that who presides approved', async () => {
    expect(await offered('R', 'holder')).not.toContain('notifyRefusal')
    expect(await offered('R+text', 'holder')).toContain('notifyRefusal')
    expect(await offered('R', 'chair')).toContain('notifyRefusal')
    expect(await offered('R+told', 'chair')).not.toContain('notifyRefusal')
  })
})

describe('the Bureau', () => {
  it('is offered nothing by whoever is recused', async () => {
    expect(await offered('B', 'tied')).toEqual([])
    expect(await offered('B-chair+session', 'chair')).toEqual([])
  })

  it('leaves a recused person of the secretariat what is the secretariat’s', async () => {
    const both = { ...userOf('declared'), roles: ['secretariat' as const] }
    expect([...(await panelOffers(both, told('B').id)).keys()]).toEqual([
      'recordSessionDecision',
      'note',
      'attach',
      'write',
    ])
  })

  it('suspends voting while a session’s decision waits for confirmation', async () => {
    expect((await offered('B, nobody declared', 'chair')).sort()).toEqual([
      'answerQuestion',
      'attach',
      'castVote',
      'note',
      'sendBack',
    ])
    expect((await offered('B+session', 'chair')).sort()).toEqual([
      'attach',
      'confirmSessionDecision',
      'disputeSessionRecord',
      'note',
      'sendBack',
    ])
  })

  it('lets who presides alone reinstate, where somebody declared a conflict or one was confirmed', async () => {
    expect(await offered('B', 'chair')).toContain('reinstate')
    expect(await offered('B, confirmed alone', 'chair')).toContain('reinstate')
    expect(await offered('B, nobody declared', 'chair')).not.toContain('reinstate')
    expect(await offered('B', 'vice')).not.toContain('reinstate')
    expect(await offered('B-chair', 'vice')).toContain('reinstate')
  })
})

describe('the applicant', () => {
  it('withdraws by the follow-up link before the signature, by the representative’s own link after', async () => {
    expect(await offered('A', 'contact')).toContain('withdraw')
    expect(await offered('S', 'contact')).not.toContain('withdraw')
    expect(await offered('B', 'representative')).toEqual(['withdraw', 'write'])
  })

  it('reads on the page of the signature why nobody may sign, and finds no form', async () => {
    const open = await fresh('A, another is signed')
    const page = await visitor(door).get(`/adhesion/signature/${open.tokens.sign}`)
    expect(page.text).toContain('Cette demande ne peut pas être signée')
    expect(page.text).toContain('Une autre demande de cet organisme est en cours.')
    expect(page.html).not.toContain('name="fullName"')
    expect((await visitor(door).get(`/adhesion/signature/${(await fresh('A')).tokens.sign}`)).html).toContain(
      'name="fullName"',
    )
  })

  it.each(['V', 'R+told', 'C', 'W', 'X'] as const)(
    'is offered to write alone once the application ended at %s',
    async (place) => {
      expect(await offered(place, 'representative')).toEqual(['write'])
    },
  )
})

describe('where no body validates applications', () => {
  beforeAll(() =>
    app.payload.db.updateOne({ collection: 'governance-bodies', id: company.house.body.id, data: { competences: [] } }),
  )

  it.each(['S', 'U', 'B', 'F', 'R', 'R+text', 'B+session'] as const)(
    'the secretariat is offered at %s exactly what is accepted of it',
    async (place) => {
      expect(await surprisesOf(place, 'holder', told(place))).toEqual([])
    },
  )
})
