import type { Payload } from 'payload'
import type { Actor } from './actor.ts'
import { openBallot } from './cast-vote.ts'
import { conflict } from './errors.ts'
import { onFile } from './on-file.ts'
import { repeatsLastFact } from './repeats.ts'
import { electorsIn, recusedIn } from './stored-ballot.ts'

type Input = { id: string; actor: Actor; rev?: number | undefined; reason: string; person?: string | undefined }

/**
 * Who presides undoes a recusal that its author declared or that was confirmed, in this round or in an earlier one; they
 * may vote again, their earlier voice stays out. The chair's own is undone by the vice-chair, who presides meanwhile.
 * `person` is needed only where several declared one.
 * @throws DomainError 409 `nobody-declared`, or `which-person` with the candidates.
 */
export function reinstate(payload: Payload, { id, actor, rev, reason, person }: Input) {
  return onFile(
    payload,
    { id, transition: 'reinstate', actor, rev },
    {
      already: (file) => repeatsLastFact(file, 'reinstated', { reason, ...(person ? { personId: person } : {}) }),
      act: async (file) => {
        const {
          unit: { payload: local, req },
        } = file
        const ballot = await openBallot(file)
        const recused = recusedIn(ballot)
        const declared = recused.filter(
          (each) =>
            (each.reason === 'declared' || each.reason === 'confirmed') &&
            (person === undefined || each.person === person),
        )
        const [one] = declared
        if (!one) {
          throw conflict('nobody-declared', {
            fr: 'Personne n’a déclaré de conflit d’intérêts dans ce scrutin.',
            en: 'Nobody declared a conflict of interest in this ballot.',
          })
        }
        if (declared.length > 1) {
          throw conflict(
            'which-person',
            {
              fr: 'Plusieurs personnes se sont déportées : précisez laquelle rétablir.',
              en: 'Several people are recused: say whom to reinstate.',
            },
            { persons: declared.map(({ person: each, name }) => ({ person: each, name })) },
          )
        }
        const electorate = electorsIn(ballot)
        const seated = electorate.some((each) => each.person === one.person)
        await local.db.updateOne({
          collection: 'ballots',
          id: ballot.id,
          data: {
            recused: recused.filter((each) => each !== one),
            electorate: seated ? electorate : [...electorate, { person: one.person, name: one.name }],
          },
          req,
        })
        await local.db.updateMany({
          collection: 'votes',
          where: {
            and: [{ adhesion: { equals: id } }, { person: { equals: one.person } }, { choice: { equals: 'recused' } }],
          },
          data: { live: false },
          req,
        })
        await file.move('before-bureau')
        await file.record('reinstated', { personId: one.person, person: one.name, reason })
        return {}
      },
    },
  )
}
