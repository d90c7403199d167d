import type { Payload, PayloadRequest, Where } from 'payload'
import { findById, findFirst } from '../db/find.ts'
import { parisDay } from '../lib/dates.ts'
import type { CharterVersion } from '../payload-types.ts'

export type Kind = 'member' | 'partner'

/** Adopted versions that bind a kind and whose effective day has come. */
function effective(kind: Kind, at: Date): Where {
  return {
    and: [
      { status: { equals: 'adopted' } },
      { binds: { in: [kind, 'both'] } },
      { effectiveOn: { less_than_equal: parisDay(at) } },
    ],
  }
}

async function highest(payload: Payload, where: Where, req?: PayloadRequest): Promise<CharterVersion | null> {
  return findFirst({ payload, req }, 'charter-versions', { where, sort: '-number' })
}

/** The charter that binds who joins as `kind` at a moment: the highest adopted number whose effective day has come. */
export function charterInForce(
  payload: Payload,
  kind: Kind,
  at: Date,
  req?: PayloadRequest,
): Promise<CharterVersion | null> {
  return highest(payload, effective(kind, at), req)
}

/** The charter to show to anybody: the one that binds members, else the one that binds partners. */
export async function charterOfToday(payload: Payload, at: Date): Promise<CharterVersion | null> {
  return (await charterInForce(payload, 'member', at)) ?? (await charterInForce(payload, 'partner', at))
}

/**
 * Whether a newer version is in force for all whom this one binds. A version that binds both kinds and is
 * replaced for one of them alone is superseded for that one: give the kind to ask about it.
 */
export async function isSuperseded(
  payload: Payload,
  version: Pick<CharterVersion, 'number' | 'binds'>,
  at: Date,
  req?: PayloadRequest,
  kind?: Kind,
): Promise<boolean> {
  const kinds: Kind[] = kind ? [kind] : version.binds === 'both' ? ['member', 'partner'] : [version.binds]
  for (const each of kinds) {
    const present = await charterInForce(payload, each, at, req)
    if (!present || present.number <= version.number) return false
  }
  return true
}

/**
 * Whether a signature of a version still binds at a moment: always while no newer version in force must be
 * signed again.
 */
export async function signatureStillHolds(
  payload: Payload,
  versionId: string,
  kind: Kind,
  at: Date,
  req?: PayloadRequest,
): Promise<boolean> {
  const signed = await findById({ payload, req }, 'charter-versions', versionId)
  if (!signed || signed.status !== 'adopted') return false
  const mustBeSigned = await highest(
    payload,
    { and: [effective(kind, at), { number: { greater_than: signed.number } }, { resignRequired: { equals: true } }] },
    req,
  )
  return mustBeSigned === null
}
