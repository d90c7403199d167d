import type { z } from 'zod'
import { CHOICES } from '../../deliberation/majority.ts'
import { countSession, recordSession } from '../../deliberation/session-round.ts'
import type { SessionRecord } from '../../deliberation/stored-round.ts'
import {
  choice,
  day,
  fields,
  id,
  list,
  optional,
  optionalList,
  optionalText,
  text,
  textOrNull,
  whole,
} from '../../input/fields.ts'
import { issue } from '../../input/issue.ts'
import { LENGTHS } from '../../input/lengths.ts'
import { together } from '../../input/together.ts'
import { canonicalJson } from '../../lib/canonical.ts'
import { hmacSha256 } from '../../lib/hash.ts'
import { settingsOf } from '../../lib/settings.ts'
import { bodyThatDecides, requireBody } from '../decision/deciding-body.ts'
import { body } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import { denied } from '../lifecycle/denials.ts'
import type { FileInHand } from '../lifecycle/on-file.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'

/** Somebody represented: the person's id, or with whom the proxy is. */
const proxy = () =>
  id()
    .transform((elector) => ({ elector, by: null }))
    .or(fields({ person: id(), by: textOrNull(64) }).transform(({ person: elector, by }) => ({ elector, by })))

/** Persons by id; `voices` by name, or `counts`. */
const RECORD = together(
  body({
    sessionDay: day(),
    minutesReference: text(LENGTHS.minutesReference),
    present: optionalList(id()),
    represented: optionalList(proxy()),
    recused: optionalList(id()),
    presiding: optionalText(64),
    voices: optional(list(fields({ person: id(), choice: choice(CHOICES) }))),
    counts: optional(
      fields({ for: whole(), against: whole(), abstain: whole(), chairChoice: optional(choice(CHOICES)) }),
    ),
  }),
  ({ voices, counts }) => ((voices ?? counts) ? [] : [['voices', issue('required')]]),
)

/**
 * Enters what a session decided: a round `session` that awaits the confirmation of who presided. Online
 * voting and its timer are suspended; a new record replaces one that nobody confirmed.
 * @throws DomainError 400 for a record that cannot be what happened, 409 `no-decision` when it neither approves nor rejects.
 */
export const RECORD_SESSION_DECISION = staffAction({
  name: 'recordSessionDecision',
  from: WITH_THE_BUREAU,
  to: [],
  stays: true,
  by: ['secretariat'],
  needs: 'le jour de la séance, la référence du procès-verbal, les participants et les voix',
  label: 'Enregistrer la décision de séance',
  description: 'Enter what a session decided; suspends online voting until it is confirmed.',
  endpoint: 'record-session-decision',
  body: RECORD,
  refusals: ['no-body', 'no-decision'],
  blocked: async (of) => ((await bodyThatDecides(of)) ? null : 'no-body'),
  already: (file, sent) => repeatsLastFact(file, 'session-recorded', { mark: markOf(file, recordIn(sent)) }),
  perform: async (file, sent) => {
    const record = recordIn(sent)
    const deciding = await requireBody(file)
    const session = await countSession(file, deciding, record)
    const { outcome, counts } = session.tally
    if (outcome !== 'approved' && outcome !== 'rejected')
      throw denied({ code: 'no-decision', extra: { reason: session.tally.reason } }, file.before)
    const recordedBy = file.actor.kind === 'staff' ? file.actor.user.id : null
    const { round, presiding } = await recordSession(file, session, recordedBy)
    await file.move(file.adhesion.status, { currentRound: round.id, round: round.round })
    await file.record('session-recorded', {
      sessionDay: record.sessionDay,
      minutesReference: record.minutesReference,
      body: deciding.name,
      round: round.round,
      outcome,
      counts,
      presiding,
      mark: markOf(file, record),
    })
  },
})

function recordIn({ presiding: named, voices = [], counts, ...sent }: z.output<typeof RECORD>): SessionRecord {
  const { sessionDay, minutesReference, present, represented, recused } = sent
  return {
    sessionDay,
    minutesReference,
    present,
    represented,
    recused,
    ...(named === undefined ? {} : { presiding: named }),
    votes: counts
      ? {
          counts: { for: counts.for, against: counts.against, abstain: counts.abstain },
          ...(counts.chairChoice ? { chairChoice: counts.chairChoice } : {}),
        }
      : { byName: voices.map(({ person: elector, choice: cast }) => ({ elector, choice: cast })) },
  }
}

/**
 * The record is known by this mark where the recused may read: who said what is not for them, and a plain hash
 * of so few votes would tell.
 */
const markOf = ({ unit: { payload } }: FileInHand, record: SessionRecord): string =>
  hmacSha256(settingsOf(payload).TOKEN_SECRET, canonicalJson(record)).toString('hex')
