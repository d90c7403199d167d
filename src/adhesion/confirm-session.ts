import type { Payload } from 'payload'
import type { Actor } from './actor.ts'
import { conflict } from './errors.ts'
import { onFile } from './on-file.ts'
import { currentBallot } from './present.ts'
import { requireBody } from './put-to-bureau.ts'
import { settle } from './settle.ts'
import { sessionIn, tallyIn } from '../deliberation/stored-ballot.ts'
import { voidRounds } from './void-round.ts'

/**
 * Who presided confirms what the secretariat entered: the decision takes effect, dated of the session.
 * @throws DomainError 409 `no-session-decision` when nothing awaits confirmation.
 */
export function confirmSessionDecision(
  payload: Payload,
  { id, actor, rev }: { id: string; actor: Actor; rev?: number | undefined },
) {
  return onFile(
    payload,
    { id, transition: 'confirmSessionDecision', actor, rev },
    {
      already: async ({ unit, adhesion, standing }) => {
        const ballot = await currentBallot(unit.payload, unit.req, adhesion)
        return (
          ballot?.mode === 'session' &&
          ballot.status === 'closed' &&
          standing.person !== null &&
          ballot.confirmedBy === standing.person
        )
      },
      act: async (file) => {
        const { unit, adhesion, standing } = file
        const ballot = await currentBallot(unit.payload, unit.req, adhesion)
        const session = ballot && sessionIn(ballot)
        const tally = ballot && tallyIn(ballot)
        if (!session || !tally || ballot.status !== 'awaiting-confirmation') {
          throw conflict(
            'no-session-decision',
            {
              fr: 'Aucune décision de séance n’attend d’être confirmée.',
              en: 'No session decision awaits confirmation.',
            },
            { status: adhesion.status, rev: adhesion.rev - 1 },
          )
        }
        const body = await requireBody(file)
        await file.record('session-confirmed', {
          round: ballot.round,
          minutesReference: session.minutesReference,
          sessionDay: session.sessionDay,
        })
        await settle(file, {
          ballot,
          tally,
          decidedOn: session.sessionDay,
          bodyName: body.name,
          presiding: standing.person,
          confirmedBy: standing.person,
        })
        await voidRounds(file, 'Décidée en séance.')
        return {}
      },
    },
  )
}
