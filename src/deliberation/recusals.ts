import type { PayloadRequest, Where } from 'payload'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import { foldEmail } from '../lib/fold.ts'
import type { Person } from '../payload-types.ts'
import { idOf } from '../governance/ids.ts'
import { inForceOn, personOfAccount } from '../governance/mandates.ts'

const CACHE = 'cpofRecusedAdhesions'

type Cached = Map<string, Promise<string[]>>

const isCache = (value: unknown): value is Cached => value instanceof Map

/**
 * The adhesions on which the person behind an account is recused: by a declaration that was not undone, in
 * the present round of the file, or because of who applies (own e-mail where it is proven, own organisation). Asked once a request.
 */
export async function recusedAdhesionIds(req: PayloadRequest, userId: string): Promise<string[]> {
  const [person] = await onceARequest(req, `account:${userId}`, async () => {
    const found = await personOfAccount(req.payload, userId, req)
    return found ? [found.id] : []
  })
  return person === undefined ? [] : recusedAdhesionIdsOf(req, person)
}

/** The same of a person, with an account or without. */
export function recusedAdhesionIdsOf(req: PayloadRequest, personId: string): Promise<string[]> {
  return onceARequest(req, `person:${personId}`, async () => {
    const person = await req.payload.findByID({
      collection: 'people',
      id: personId,
      depth: 0,
      overrideAccess: true,
      disableErrors: true,
      req,
    })
    if (!person) return []
    return [...new Set([...(await declared(req, person.id)), ...(await byTheirFacts(req, person))])]
  })
}

function onceARequest({ context }: PayloadRequest, key: string, ask: () => Promise<string[]>): Promise<string[]> {
  const present = context[CACHE]
  const cache: Cached = isCache(present) ? present : new Map<string, Promise<string[]>>()
  context[CACHE] = cache
  const known = cache.get(key)
  if (known) return known
  const asked = ask()
  cache.set(key, asked)
  return asked
}

async function declared(req: PayloadRequest, person: string): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: 'votes',
    where: { and: [{ person: { equals: person } }, { choice: { equals: 'recused' } }, { live: { equals: true } }] },
    select: { adhesion: true },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs.map(({ adhesion }) => (typeof adhesion === 'string' ? adhesion : adhesion.id))
}

/** One query for what ties the person to an applicant, and for the present rounds that set them aside. */
async function byTheirFacts(req: PayloadRequest, person: Person): Promise<string[]> {
  const emails = await emailsOf(req, person)
  const { keys, sirens } = await organisationsOf(req, person.id)
  const rounds = await roundsThatSetAside(req, person.id)
  // An address takes a right away once a link that was sent to it was used: anybody may type anybody's.
  const named: Where = { or: [{ representativeEmailKey: { in: emails } }, { contactEmailKey: { in: emails } }] }
  const proven: Where = { or: [{ representativeProvenKey: { in: emails } }, { contactProvenKey: { in: emails } }] }
  const ties: Where[] = [{ and: [named, proven] }]
  if (keys.length > 0) ties.push({ identifierKey: { in: keys } })
  if (sirens.length > 0) ties.push({ 'organisation.siren': { in: sirens } })
  if (rounds.length > 0) ties.push({ ballot: { in: rounds } })
  const { docs } = await req.payload.find({
    collection: 'adhesions',
    where: { or: ties },
    select: { reference: true },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs.map(({ id }) => id)
}

async function emailsOf(req: PayloadRequest, person: Person): Promise<string[]> {
  const id = idOf(person.account)
  const account =
    id === null
      ? null
      : await req.payload.findByID({
          collection: 'users',
          id,
          depth: 0,
          overrideAccess: true,
          disableErrors: true,
          req,
        })
  return [...new Set([person.email, account?.email].filter((email) => typeof email === 'string').map(foldEmail))]
}

async function organisationsOf(req: PayloadRequest, person: string): Promise<{ keys: string[]; sirens: string[] }> {
  const { docs } = await req.payload.find({
    collection: 'mandates',
    where: { and: [{ person: { equals: person } }, inForceOn(parisDay(now()))] },
    pagination: false,
    limit: 0,
    depth: 1,
    overrideAccess: true,
    req,
  })
  const members = docs
    .map(({ onBehalfOf }) => onBehalfOf)
    .filter((member) => typeof member === 'object' && member !== null)
  return {
    keys: members.map(({ identifierKey }) => identifierKey),
    sirens: members.map(({ organisation }) => organisation?.siren).filter((siren) => typeof siren === 'string'),
  }
}

/**
 * The rounds whose list of recused persons holds the person. MongoDB looks into a list stored as JSON by its
 * path, SQLite only into the whole text; ids are unique, and what was found is read again here.
 */
async function roundsThatSetAside(req: PayloadRequest, person: string): Promise<string[]> {
  const listed: Where = { or: [{ 'recused.person': { equals: person } }, { recused: { contains: person } }] }
  const { docs } = await req.payload.find({
    collection: 'ballots',
    where: { and: [listed, { status: { not_equals: 'void' } }] },
    select: { recused: true },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs.filter(({ recused }) => JSON.stringify(recused).includes(`"${person}"`)).map(({ id }) => id)
}
