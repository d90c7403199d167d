import { randomUUID } from 'node:crypto'
import type { CollectionSlug, DataFromCollectionSlug, Payload, Where } from 'payload'
import { unsignedSlot } from '../../src/adhesion/lifecycle/slot.ts'
import { isEnded } from '../../src/adhesion/lifecycle/states.ts'
import { unitOfWork, type UnitOfWork } from '../../src/db/unit-of-work.ts'
import { canonicalJson } from '../../src/lib/canonical.ts'
import { settingsOf } from '../../src/lib/settings.ts'
import type { Adhesion } from '../../src/payload-types.ts'
import { grantCapability, tokenOf, type Purpose } from '../../src/record/capabilities.ts'
import { fileOf } from './bureau.ts'
import { written } from './copies.ts'
import { validSiret } from './factories.ts'

/** A file, and the tokens of its links, those of dead ones too. */
export type Standing = { id: string; tokens: Record<Exclude<Purpose, 'confirm-email'>, string> }

/** The file with its tokens; a purpose of which nobody holds a link has one granted, so that everybody can try. */
export async function withTokens(payload: Payload, id: string): Promise<Standing> {
  const subject = `adhesion:${id}`
  const secret = settingsOf(payload).TOKEN_SECRET
  return unitOfWork(payload, async (unit) => {
    const { docs } = await payload.find({
      collection: 'capabilities',
      where: { subject: { equals: subject } },
      sort: 'createdAt',
      pagination: false,
      depth: 0,
      req: unit.req,
    })
    const tokenFor = async (purpose: Purpose) => {
      const held = docs.findLast((each) => each.purpose === purpose)
      // A link that was killed has another version since: its holder still has the token of before.
      return tokenOf(
        secret,
        held
          ? { uid: held.uid, version: held.version - (held.revokedAt ? 1 : 0) }
          : await grantCapability(unit, { purpose, subject, expiresAt: null }),
      )
    }
    return {
      id,
      tokens: {
        sign: await tokenFor('sign'),
        'follow-up': await tokenFor('follow-up'),
        'representative-follow-up': await tokenFor('representative-follow-up'),
      },
    }
  })
}

/**
 * A file of another organisation that stands where this one does, with its rounds, votes and questions: cheaper than
 * telling its story again. It shares the signature, has links of its own, and its journal begins here.
 */
export async function doubleOf(payload: Payload, id: string): Promise<Standing> {
  const file = await fileOf(payload, id)
  const double = await unitOfWork(payload, async (unit) => {
    const { id: adhesion } = await create(unit, 'adhesions', { ...written(file), ...another(file), currentRound: null })
    const rounds = new Map<string, string>()
    for (const round of await of(unit, 'rounds', { subject: { equals: `adhesion:${id}` } })) {
      rounds.set(round.id, (await create(unit, 'rounds', { ...written(round), subject: `adhesion:${adhesion}` })).id)
    }
    for (const vote of await of(unit, 'votes', { subject: { equals: `adhesion:${id}` } }))
      await create(unit, 'votes', {
        ...written(vote),
        subject: `adhesion:${adhesion}`,
        round: rounds.get(idIn(vote.round)) ?? '',
      })
    for (const request of await of(unit, 'information-requests', { adhesion: { equals: id } }))
      await create(unit, 'information-requests', { ...written(request), adhesion })
    const currentRound = file.currentRound ? rounds.get(idIn(file.currentRound)) : undefined
    if (currentRound)
      await payload.db.updateOne({
        collection: 'adhesions',
        where: { id: { equals: adhesion } },
        data: { currentRound },
        options: { atomic: true },
        req: unit.req,
      })
    return adhesion
  })
  return withTokens(payload, double)
}

const idIn = (value: string | { id: string }): string => (typeof value === 'string' ? value : value.id)

/** What tells the double's organisation from the other's, and the place that it takes. */
function another({ status, organisation, slot, representative }: Adhesion) {
  const siret = validSiret()
  const siren = siret.slice(0, 9)
  const identifierKey = `siren:${siren}`
  const reference = `CPOF-2026-${randomUUID()}`
  const place = slot.startsWith('unsigned:') ? unsignedSlot(identifierKey, representative?.email ?? '') : identifierKey
  return {
    reference,
    identifierKey,
    slot: isEnded(status) ? `released:${reference}` : place,
    organisation: { ...organisation, siret, siren },
  }
}

async function of<Slug extends 'rounds' | 'votes' | 'information-requests'>(
  { payload, req }: UnitOfWork,
  collection: Slug,
  where: Where,
): Promise<DataFromCollectionSlug<Slug>[]> {
  const { docs } = await payload.find({
    collection,
    where,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
    req,
  })
  return docs
}

async function create(
  unit: UnitOfWork,
  collection: CollectionSlug,
  data: Record<string, unknown>,
): Promise<{ id: string }> {
  const { id } = await unit.payload.db.create({ collection, data, req: unit.req })
  return { id: String(id) }
}

/** The row of a file and all that hangs on it, as one text: equal texts are files on which nothing happened. */
export async function standOf({ db }: Payload, id: string): Promise<string> {
  const rows = (collection: CollectionSlug, where: Where) =>
    db.find({ collection, where, limit: 0, pagination: false, sort: 'id' })
  const found = [
    await rows('adhesions', { id: { equals: id } }),
    await rows('journal', { subject: { equals: `adhesion:${id}` } }),
  ]
  return canonicalJson(JSON.parse(JSON.stringify(found.map(({ docs }) => docs))))
}
