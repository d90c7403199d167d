import type { Payload } from 'payload'
import { isLiftable } from '../deliberation/recusal.ts'
import { electorsIn, recusedIn, type RecusedElector } from '../deliberation/stored-ballot.ts'
import type { Ballot } from '../payload-types.ts'
import type { Actor } from './actor.ts'
import { conflict } from './errors.ts'
import { onFile, type FileInHand } from './on-file.ts'
import { repeatsLastFact } from './repeats.ts'
import { roundToJudge } from './round-in-hand.ts'

type Input = { id: string; actor: Actor; rev?: number | undefined; reason: string; person?: string | undefined }

/**
 * Undoes a recusal that its author declared or that was confirmed, in this round or in an earlier one; they may vote
 * again, their earlier vote stays out. Who presides does it; the chair's own is undone by the vice-chair, who presides
 * meanwhile. Where nobody may preside, one member asks for it and another agrees by asking for the same.
 * `person` is needed only where several are recused so.
 * @throws DomainError 409 `nobody-declared`, `which-person` with the candidates, `second-member-needed` to the member who
 *   asked already.
 */
export function reinstate(payload: Payload, { id, actor, rev, reason, person }: Input) {
  const about = { reason, ...(person ? { personId: person } : {}) }
  return onFile(
    payload,
    { id, transition: 'reinstate', actor, rev },
    {
      already: async (file) =>
        (await repeatsLastFact(file, 'reinstated', about)) || repeatsLastFact(file, 'reinstatement-asked', about),
      act: async (file) => {
        const round = await roundToJudge(file)
        const recused = theOne(round, person)
        if (file.standing.roles.has('presiding')) await lift(file, round, recused, reason)
        else await liftByTwo(file, round, recused, reason)
        await file.move(file.adhesion.status)
        return {}
      },
    },
  )
}

function theOne(round: Ballot, person: string | undefined): RecusedElector {
  const liftable = recusedIn(round).filter(
    (each) => isLiftable(each.reason) && (person === undefined || each.person === person),
  )
  const [one, ...others] = liftable
  if (!one) {
    throw conflict('nobody-declared', {
      fr: 'Personne n’a déclaré de conflit d’intérêts dans ce scrutin.',
      en: 'Nobody declared a conflict of interest in this ballot.',
    })
  }
  if (others.length === 0) return one
  throw conflict(
    'which-person',
    {
      fr: 'Plusieurs personnes se sont déportées : précisez laquelle rétablir.',
      en: 'Several people are recused: say whom to reinstate.',
    },
    { persons: liftable.map(({ person: each, name }) => ({ person: each, name })) },
  )
}

async function liftByTwo(file: FileInHand, round: Ballot, recused: RecusedElector, reason: string): Promise<void> {
  const {
    unit: { payload, req },
    standing: { person },
    at,
  } = file
  if (person === null) throw new Error('A member without a person')
  const { lifting } = recused
  if (lifting && lifting.by !== person) return lift(file, round, recused, reason)
  if (lifting) throw secondMemberNeeded()
  const asked = { ...recused, lifting: { by: person, reason, at: at.toISOString() } }
  const list = recusedIn(round).map((each) => (each.person === recused.person ? asked : each))
  await payload.db.updateOne({ collection: 'ballots', id: round.id, data: { recused: list }, req })
  await file.record('reinstatement-asked', { personId: recused.person, name: recused.name, reason })
}

async function lift(file: FileInHand, round: Ballot, { person, name }: RecusedElector, reason: string): Promise<void> {
  const {
    unit: { payload, req },
    adhesion,
  } = file
  const electorate = electorsIn(round)
  const seated = electorate.some((each) => each.person === person)
  await payload.db.updateOne({
    collection: 'ballots',
    id: round.id,
    data: {
      recused: recusedIn(round).filter((each) => each.person !== person),
      electorate: seated ? electorate : [...electorate, { person, name }],
    },
    req,
  })
  await payload.db.updateMany({
    collection: 'votes',
    where: {
      and: [{ adhesion: { equals: adhesion.id } }, { person: { equals: person } }, { choice: { equals: 'recused' } }],
    },
    data: { live: false },
    req,
  })
  await file.record('reinstated', { personId: person, name, reason })
}

const secondMemberNeeded = () =>
  conflict('second-member-needed', {
    fr: 'Vous avez déjà demandé de lever ce déport : personne ne pouvant présider, un autre membre doit en être d’accord.',
    en: 'You asked for this already: while nobody may preside, another member has to agree.',
  })
