import { NO_CLIENT } from '../../adhesion/lifecycle/actor.ts'
import { presentRound, standingOn, type Standing } from '../../adhesion/lifecycle/present.ts'
import { idOf } from '../../lib/ids.ts'
import { sessionIn } from '../../deliberation/stored-round.ts'
import { formatDateTime, formatDay, isDay } from '../../lib/dates.ts'
import type { Adhesion, Round } from '../../payload-types.ts'
import { asReader, type Reader } from '../reader.ts'
import { fileItem, filesWhere, queueOf, UNTOLD_REFUSAL } from './files.ts'
import type { Queue, QueueItem } from './model.ts'
import { LINES, QUEUES } from './words.ts'

type Seen = { file: Adhesion; round: Round | null; standing: Standing }

/** For a member of the Bureau: what they have not voted on, then what whoever presides owes. */
export async function bureauQueues(reader: Reader): Promise<Queue[]> {
  const files = await filesWhere(reader, {
    or: [{ status: { in: ['before-bureau', 'referred'] } }, UNTOLD_REFUSAL],
  })
  const seen: Seen[] = []
  for (const file of files) {
    const standing = await standingOn(reader.payload, reader.req, file, {
      kind: 'staff',
      user: reader.user,
      client: NO_CLIENT,
    })
    if (!standing.recused) seen.push({ file, standing, round: await presentRound({ unit: reader, adhesion: file }) })
  }
  const presided = seen.filter(({ standing }) => standing.roles.has('presiding'))
  return [
    queueOf(QUEUES.toVote, await toVote(reader, seen)),
    queueOf(
      QUEUES.toWrite,
      presided
        .filter(({ file }) => file.status === 'rejected' && !file.refusal?.text)
        .map(({ file }) => fileItem(file, isDay(file.decidedOn) ? LINES.refused(formatDay(file.decidedOn)) : '')),
    ),
    queueOf(QUEUES.toConfirm, presided.flatMap(toConfirm)),
  ]
}

async function toVote(reader: Reader, seen: readonly Seen[]): Promise<QueueItem[]> {
  const open = seen.filter(({ round, standing }) => round?.status === 'open' && standing.roles.has('elector'))
  const person = open[0]?.standing.person
  if (!person) return []
  const { docs } = await reader.payload.find({
    collection: 'votes',
    where: {
      and: [
        { person: { equals: person } },
        { live: { equals: true } },
        { round: { in: open.flatMap(({ round }) => (round ? [round.id] : [])) } },
      ],
    },
    limit: 0,
    ...asReader(reader),
    select: { round: true },
  })
  const voted = new Set(docs.map(({ round }) => idOf(round)))
  const ends = ({ round }: Seen) => round?.closesAt ?? ''
  return open
    .filter(({ round }) => round !== null && !voted.has(round.id))
    .sort((a, b) => ends(a).localeCompare(ends(b)))
    .map(({ file, round }) =>
      fileItem(file, round?.closesAt ? LINES.closes(formatDateTime(new Date(round.closesAt))) : ''),
    )
}

function toConfirm({ file, round }: Seen): QueueItem[] {
  const session = round ? sessionIn(round) : null
  if (round?.status !== 'awaiting-confirmation' || !session) return []
  return [fileItem(file, LINES.session(formatDay(session.sessionDay)))]
}
