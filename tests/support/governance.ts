import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { addDays, parisDay } from '../../src/lib/dates.ts'
import { sha256 } from '../../src/lib/hash.ts'
import type {
  Adhesion,
  CharterVersion,
  GovernanceBody,
  Mandate,
  Member,
  Person,
  User,
} from '../../src/payload-types.ts'

/** Records of the association for tests, made past every rule, each with names of its own. */

const PASSWORD = 'un-mot-de-passe-de-test'

const own = (word: string) => `${word}-${randomUUID().slice(0, 8)}`

/** A rich text of one paragraph. */
export const richText = (text: string) => ({
  root: {
    type: 'root',
    version: 1,
    direction: 'ltr' as const,
    format: '' as const,
    indent: 0,
    children: [
      {
        type: 'paragraph',
        version: 1,
        children: [{ type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' }],
      },
    ],
  },
})

/** A staff account; its hash is made by Payload, so make few of them. */
export async function makeUser(
  payload: Payload,
  roles: User['roles'] = [],
  data: Partial<User> = {},
): Promise<User & { collection: 'users' }> {
  const name = data.name ?? own('Compte')
  const user = await payload.create({
    collection: 'users',
    data: {
      name,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@team.example`,
      password: PASSWORD,
      ...data,
      roles,
    },
    overrideAccess: true,
    depth: 0,
  })
  return { ...user, collection: 'users' }
}

export async function makePerson(payload: Payload, data: Partial<Person> = {}): Promise<Person> {
  return payload.create({
    collection: 'people',
    data: { firstName: 'Ada', lastName: own('Martin'), ...data },
    overrideAccess: true,
    depth: 0,
  })
}

export async function makeBody(payload: Payload, data: Partial<GovernanceBody> = {}): Promise<GovernanceBody> {
  return payload.create({
    collection: 'governance-bodies',
    data: {
      name: own('Instance'),
      slug: own('instance'),
      kind: 'working-group',
      rule: {
        quorumNumerator: 1,
        quorumDenominator: 2,
        minimumFor: 2,
        tie: 'refer',
        proxiesPerPerson: 1,
        proxiesCountForQuorum: true,
        ballotDays: 10,
      },
      ...data,
    },
    overrideAccess: true,
    depth: 0,
  })
}

/** A confirmed mandate in force since last year, without an end. */
export async function makeMandate(
  payload: Payload,
  person: string,
  body: string,
  data: Partial<Mandate> = {},
): Promise<Mandate> {
  return payload.create({
    collection: 'mandates',
    data: {
      person,
      body,
      role: 'member',
      firstDay: addDays(parisDay(new Date()), -300),
      deliberation: 'AG 1',
      confirmed: true,
      ...data,
    },
    overrideAccess: true,
    depth: 0,
  })
}

let numbers = 100

/** A charter version adopted long ago. */
export async function makeCharter(payload: Payload, data: Partial<CharterVersion> = {}): Promise<CharterVersion> {
  const canonicalText = 'Nous nous engageons.\n'
  return payload.create({
    collection: 'charter-versions',
    data: {
      number: (numbers += 1),
      title: own('Charte'),
      binds: 'both',
      content: richText('Nous nous engageons.'),
      canonicalText,
      sha256: sha256(canonicalText),
      status: 'adopted',
      effectiveOn: '2020-01-01',
      deliberation: 'AG 1',
      ...data,
    },
    overrideAccess: true,
    depth: 0,
  })
}

export async function makeMember(payload: Payload, data: Partial<Member> = {}): Promise<Member> {
  const legalName = data.legalName ?? own('Organisme')
  const identifierKey = data.identifierKey ?? own('siren:')
  return payload.create({
    collection: 'members',
    data: {
      legalName,
      kind: 'member',
      origin: 'paper',
      status: 'active',
      slot: identifierKey,
      identifierKey,
      effectiveOn: '2021-01-01',
      deliberation: 'AG 1',
      organisation: { legalName },
      directory: { listed: true, city: 'Lyon', region: 'Auvergne-Rhône-Alpes' },
      confirmed: true,
      ...data,
    },
    overrideAccess: true,
    depth: 0,
  })
}

/** A file that the Bureau may see, stored past its use-cases. */
export async function makeAdhesion(
  payload: Payload,
  charterVersion: string,
  data: Partial<Adhesion> = {},
): Promise<Adhesion> {
  const identifierKey = data.identifierKey ?? own('siren:')
  const at = new Date().toISOString()
  return payload.db.create({
    collection: 'adhesions',
    data: {
      reference: own('CPOF'),
      kind: 'member',
      status: 'before-bureau',
      rev: 0,
      slot: identifierKey,
      identifierKey,
      everSubmitted: true,
      organisation: { legalName: own('Organisme'), address: { city: 'Rennes', region: 'Bretagne' } },
      representative: { firstName: 'Zoé', lastName: 'Candidate', email: 'zoe@candidate.example' },
      representativeEmailKey: 'zoe@candidate.example',
      charterVersion,
      signedAt: at,
      enteredStateAt: at,
      ...data,
    },
  })
}

/** A staff account and the token of its session. */
export type Colleague = { user: User & { collection: 'users' }; token: string }

/** Somebody of the team, signed in. */
export async function makeColleague(
  payload: Payload,
  roles: User['roles'] = [],
  data: Partial<User> = {},
): Promise<Colleague> {
  const user = await makeUser(payload, roles, data)
  const { token } = await payload.login({ collection: 'users', data: { email: user.email, password: PASSWORD } })
  if (!token) throw new Error('No session was opened')
  return { user, token }
}
