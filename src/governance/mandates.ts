import type { Payload, PayloadRequest, Where } from 'payload'
import { findAll, findFirst } from '../db/find.ts'
import { now } from '../lib/clock.ts'
import { parisDay, type Day } from '../lib/dates.ts'
import type { GovernanceBody, Mandate, Person } from '../payload-types.ts'
import type { Competence } from './competences.ts'

/** A string: Payload takes a context without string keys for an empty one, and drops it at the first nested call. */
const CACHE = 'cpofMandatesInForce'

type Cached = Map<string, Promise<Mandate[]>>

/** Confirmed mandates whose days hold `day`, first and last included. */
export function inForceOn(day: Day): Where {
  return {
    and: [
      { confirmed: { equals: true } },
      { firstDay: { less_than_equal: day } },
      { or: [{ lastDay: { exists: false } }, { lastDay: { greater_than_equal: day } }] },
    ],
  }
}

/**
 * The mandates that give an account a competence today: those of the person linked to it, in force, in a body
 * that has the competence. Asked once a request and Paris day; empty when no person is linked.
 */
export function mandatesInForceOf(req: PayloadRequest, userId: string, competence: Competence): Promise<Mandate[]> {
  const today = parisDay(now())
  const cache = cacheOf(req)
  const key = `${userId}|${competence}|${today}`
  const known = cache.get(key)
  if (known) return known
  const asked = readMandates(req, userId, competence, today)
  cache.set(key, asked)
  return asked
}

const isCache = (value: unknown): value is Cached => value instanceof Map

function cacheOf(req: PayloadRequest): Cached {
  const { context } = req
  const present = context[CACHE]
  if (isCache(present)) return present
  const cache: Cached = new Map()
  context[CACHE] = cache
  return cache
}

async function readMandates(req: PayloadRequest, userId: string, competence: Competence, day: Day): Promise<Mandate[]> {
  const person = await personOfAccount(req.payload, userId, req)
  if (!person) return []
  const bodies = await bodiesWithCompetence(req.payload, competence, req)
  if (bodies.length === 0) return []
  return findAll({ payload: req.payload, req }, 'mandates', {
    where: { and: [{ person: { equals: person.id } }, { body: { in: bodies.map(({ id }) => id) } }, inForceOn(day)] },
    sort: ['firstDay', 'createdAt'],
  })
}

/** The person for whom a staff account acts, or null. */
export async function personOfAccount(payload: Payload, userId: string, req?: PayloadRequest): Promise<Person | null> {
  return findFirst({ payload, req }, 'people', { where: { account: { equals: userId } } })
}

/** The bodies that hold a competence, the oldest first: one at most for `adhesion-validation`. */
export async function bodiesWithCompetence(
  payload: Payload,
  competence: Competence,
  req?: PayloadRequest,
): Promise<GovernanceBody[]> {
  return findAll({ payload, req }, 'governance-bodies', {
    where: { competences: { contains: competence } },
    sort: 'createdAt',
  })
}

/** The body that holds a competence, or null while none does. */
export async function bodyWithCompetence(
  payload: Payload,
  competence: Competence,
  req?: PayloadRequest,
): Promise<GovernanceBody | null> {
  return (await bodiesWithCompetence(payload, competence, req))[0] ?? null
}

/** The mandates in force in a body on a Paris day, the longest in office first. */
export async function mandatesOfBody(
  payload: Payload,
  bodyId: string,
  day: Day,
  req?: PayloadRequest,
): Promise<Mandate[]> {
  return findAll({ payload, req }, 'mandates', {
    where: { and: [{ body: { equals: bodyId } }, inForceOn(day)] },
    sort: ['firstDay', 'createdAt'],
  })
}

/** The confirmed mandates of a person that are in force on a Paris day or will be. */
export async function mandatesOfPerson(
  payload: Payload,
  personId: string,
  day: Day,
  req?: PayloadRequest,
): Promise<Mandate[]> {
  return findAll({ payload, req }, 'mandates', {
    where: {
      and: [
        { person: { equals: personId } },
        { confirmed: { equals: true } },
        { or: [{ lastDay: { exists: false } }, { lastDay: { greater_than_equal: day } }] },
      ],
    },
  })
}
