import type { Payload } from 'payload'
import { isLiftable } from '../../deliberation/recusal.ts'
import { electorsIn, recusedIn, type RecusedElector } from '../../deliberation/stored-round.ts'
import type { Round } from '../../payload-types.ts'
import type { Actor } from '../lifecycle/actor.ts'
import { denied } from '../lifecycle/denials.ts'
import { onFile, type FileInHand } from '../lifecycle/on-file.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { roundInHand, whyNotToJudge } from '../decision/round-in-hand.ts'
import { action, type Case } from '../lifecycle/action.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'

type Input = { id: string; actor: Actor; rev?: number | undefined; reason: string; person?: string | undefined }

export const REINSTATE = action({
  name: 'reinstate',
  from: WITH_THE_BUREAU,
  to: [],
  stays: true,
  by: ['presiding', 'without-chair'],
  needs:
    'un motif ; une récusation déclarée ou un lien confirmé ; l’accord d’un second membre quand personne ne peut présider',
  label: 'Rétablir un membre récusé',
  description:
    'Undo a recusal that its author declared or that was confirmed; where nobody may preside, a second member agrees.',
  endpoint: 'reinstate',
  blocked: async (of) => {
    const suspended = await whyNotToJudge(of)
    if (suspended) return suspended
    const round = await roundInHand(of)
    if (!recusedIn(round).some(({ reason }) => isLiftable(reason))) return 'nobody-declared'
    return liftableBy(of, round).length === 0 ? 'second-member-needed' : null
  },
})

/** Whether this person, who does not preside, asked for it already, so that another member has to agree. */
const waitsForAnother = ({ lifting }: RecusedElector, { standing }: Case): boolean =>
  !standing.roles.has('presiding') && lifting !== undefined && lifting.by === standing.person

/** Those whose recusal this person may lift, or may ask to lift where two members have to agree. */
export const liftableBy = (of: Case, round: Round): RecusedElector[] =>
  recusedIn(round).filter((each) => isLiftable(each.reason) && !waitsForAnother(each, of))

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
    { id, action: REINSTATE, actor, rev },
    {
      already: async (file) =>
        (await repeatsLastFact(file, 'reinstated', about)) || repeatsLastFact(file, 'reinstatement-asked', about),
      act: async (file) => {
        const round = await roundInHand(file)
        const recused = theOne(file, round, person)
        if (file.standing.roles.has('presiding')) await lift(file, round, recused, reason)
        else await liftByTwo(file, round, recused, reason)
        await file.move(file.adhesion.status)
        return {}
      },
    },
  )
}

function theOne({ before }: FileInHand, round: Round, person: string | undefined): RecusedElector {
  const liftable = recusedIn(round).filter(
    (each) => isLiftable(each.reason) && (person === undefined || each.person === person),
  )
  const [one, ...others] = liftable
  if (!one) throw denied('nobody-declared', before)
  if (others.length === 0) return one
  const persons = liftable.map(({ person: each, name }) => ({ person: each, name }))
  throw denied({ code: 'which-person', extra: { persons } }, before)
}

async function liftByTwo(file: FileInHand, round: Round, recused: RecusedElector, reason: string): Promise<void> {
  const {
    unit: { payload, req },
    standing: { person },
    at,
  } = file
  if (person === null) throw new Error('A member without a person')
  const { lifting } = recused
  if (lifting && lifting.by !== person) return lift(file, round, recused, reason)
  if (waitsForAnother(recused, file)) throw denied('second-member-needed', file.before)
  const asked = { ...recused, lifting: { by: person, reason, at: at.toISOString() } }
  const list = recusedIn(round).map((each) => (each.person === recused.person ? asked : each))
  await payload.db.updateOne({ collection: 'rounds', id: round.id, data: { recused: list }, req })
  await file.record('reinstatement-asked', { personId: recused.person, name: recused.name, reason })
}

async function lift(file: FileInHand, round: Round, { person, name }: RecusedElector, reason: string): Promise<void> {
  const {
    unit: { payload, req },
    adhesion,
  } = file
  const electorate = electorsIn(round)
  const seated = electorate.some((each) => each.person === person)
  await payload.db.updateOne({
    collection: 'rounds',
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
