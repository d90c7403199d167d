import type { Where } from 'payload'
import { findAll, getById } from '../../db/find.ts'
import { idOf } from '../../lib/ids.ts'
import type { SubjectFacts, SubjectKind } from '../../deliberation/subjects.ts'
import type { Adhesion } from '../../payload-types.ts'
import { closeRound } from '../actions/close-round.ts'
import { carryOut } from '../decision/carry-out.ts'
import { isProven } from '../links/proof.ts'
import { oweNotices } from '../notices.ts'
import { SYSTEM } from './actor.ts'

/** An application as a subject of rounds: whose interest it is, and what a decision does to it. */
export const adhesionSubject: SubjectKind = {
  facts: async (payload, req, ids) => {
    const id = ids.length === 1 ? { equals: ids[0] } : { in: [...ids] }
    const adhesions = await findAll({ payload, req }, 'adhesions', { where: { id }, showHiddenFields: true })
    const members = await findAll({ payload, req }, 'members', {
      where: { slot: { in: adhesions.map(({ identifierKey }) => identifierKey) } },
      showHiddenFields: true,
    })
    const memberOf = new Map(members.map((member) => [member.slot, member]))
    return new Map(
      adhesions.map((adhesion): [string, SubjectFacts] => {
        const member = memberOf.get(adhesion.identifierKey)
        return [adhesion.id, { interests: interestsIn(adhesion, member), round: idOf(adhesion.currentRound) }]
      }),
    )
  },

  near: async (payload, req, { emails, identifierKeys, sirens }) => {
    // An address takes a right away once a link that was sent to it was used: anybody may type anybody's.
    const proven: Where[] = ['representativeProvenKey', 'contactProvenKey'].map((key) => ({ [key]: { in: emails } }))
    const ties: Where[] = [
      ...(emails.length > 0 ? proven : []),
      ...(identifierKeys.length > 0 ? [{ identifierKey: { in: identifierKeys } }] : []),
      ...(sirens.length > 0 ? [{ 'organisation.siren': { in: sirens } }] : []),
    ]
    if (ties.length === 0) return []
    return (await findAll({ payload, req }, 'adhesions', { where: { or: ties } })).map(({ id }) => id)
  },

  count: async (payload, id) => (await closeRound(payload, id)).status !== 'before-bureau',
  decided: carryOut,

  remind: async (unit, id, which, { at, ...recalled }) => {
    const adhesion = await getById(unit, 'adhesions', id)
    const occasion = which === 'half' ? 'round-half-time' : 'round-last-day'
    await oweNotices({ unit, adhesion, at, subject: `adhesion:${id}`, actor: SYSTEM }, occasion, recalled)
  },
}

const interestsIn = (
  adhesion: Adhesion,
  member: { id: string; network?: string | { id: string } | null } | undefined,
): SubjectFacts['interests'] => {
  const { representative, contact, representativeEmailKey, contactEmailKey } = adhesion
  return {
    representative: {
      ...representative,
      email: representativeEmailKey ?? null,
      proven: isProven(adhesion, representativeEmailKey),
    },
    contact: contactEmailKey
      ? { ...contact, email: contactEmailKey, proven: isProven(adhesion, contactEmailKey) }
      : null,
    siren: adhesion.organisation?.siren ?? null,
    identifierKey: adhesion.identifierKey,
    memberId: member?.id ?? null,
    network: idOf(member?.network),
  }
}
