import type { Ballot } from '../payload-types.ts'
import { conflict } from './errors.ts'
import type { FileInHand } from './on-file.ts'
import { currentBallot } from './present.ts'

/**
 * Returns the open online round of a file. One whose end has come waits to be counted.
 * @throws DomainError 409 `voting-suspended`, `ballot-ended`
 */
export async function openBallot(file: FileInHand): Promise<Ballot> {
  const ballot = await currentBallot(file.unit.payload, file.unit.req, file.adhesion)
  if (ballot?.status !== 'open') throw votingSuspended(file)
  if (ballot.closesAt && new Date(ballot.closesAt) <= file.at) throw ballotEnded(file)
  return ballot
}

/**
 * Returns the round of which recusals and questions may still change: an open one, or that of a file that waits for a
 * session.
 * @throws DomainError 409 `voting-suspended` while a session's decision waits, `ballot-ended`
 */
export async function roundToJudge(file: FileInHand): Promise<Ballot> {
  if (file.adhesion.status !== 'referred') return openBallot(file)
  const ballot = await currentBallot(file.unit.payload, file.unit.req, file.adhesion)
  if (ballot?.status !== 'closed') throw votingSuspended(file)
  return ballot
}

const present = ({ adhesion }: FileInHand) => ({ status: adhesion.status, rev: adhesion.rev - 1 })

const votingSuspended = (file: FileInHand) =>
  conflict(
    'voting-suspended',
    {
      fr: 'Le vote en ligne est suspendu : une décision de séance attend d’être confirmée.',
      en: 'Online voting is suspended: a session’s decision awaits confirmation.',
    },
    present(file),
  )

const ballotEnded = (file: FileInHand) =>
  conflict(
    'ballot-ended',
    {
      fr: 'Le scrutin est terminé : son résultat sera connu dans un instant. Rechargez la page.',
      en: 'The ballot has ended: its outcome will be known in a moment. Reload the page.',
    },
    present(file),
  )
