import type { PayloadRequest, Where } from 'payload'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import { foldEmail } from '../lib/fold.ts'
import type { Person } from '../payload-types.ts'
import { inForceOn, personOfAccount } from './mandates.ts'

const CACHE = 'cpofRecusedAdhesions'

type Cached = Map<string, Promise<string[]>>

const isCache = (value: unknown): value is Cached => value instanceof Map

/**
 * The adhesions on which the person behind an account is recused: by a declaration that was not undone, in
 * the present round of the file, or because of who applies (own e-mail, own organisation). Asked once a request.
 */
export function recusedAdhesionIds(req: PayloadRequest, userId: string): Promise<string[]> {
  const { context } = req
  const present = context[CACHE]
  const cache: Cached = isCache(present) ? present : new Map<string, Promise<string[]>>()
  context[CACHE] = cache
  const known = cache.get(userId)
  if (known) return known
  const asked = readRecusals(req, userId)
  cache.set(userId, asked)
  return asked
}

async function readRecusals(req: PayloadRequest, userId: string): Promise<string[]> {
  const person = await personOfAccount(req.payload, userId, req)
  if (!person) return []
  const ids = [...(await declared(req, person.id)), ...(await byTheirFacts(req, person, userId))]
  return [...new Set(ids)]
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
async function byTheirFacts(req: PayloadRequest, person: Person, userId: string): Promise<string[]> {
  const emails = await emailsOf(req, person, userId)
  const { keys, sirens } = await organisationsOf(req, person.id)
  const rounds = await roundsThatSetAside(req, person.id)
  const ties: Where[] = [{ representativeEmailKey: { in: emails } }, { contactEmailKey: { in: emails } }]
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

async function emailsOf(req: PayloadRequest, person: Person, userId: string): Promise<string[]> {
  const account = await req.payload.findByID({ collection: 'users', id: userId, depth: 0, overrideAccess: true, disableErrors: true, req })
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
  const members = docs.map(({ onBehalfOf }) => onBehalfOf).filter((member) => typeof member === 'object' && member !== null)
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
