import type { Payload } from 'payload'
import { countSession, recordSession } from '../../deliberation/session-round.ts'
import type { SessionRecord } from '../../deliberation/stored-round.ts'
import type { Tally } from '../../deliberation/tally.ts'
import { canonicalJson } from '../../lib/canonical.ts'
import { hmacSha256 } from '../../lib/hash.ts'
import { settingsOf } from '../../lib/settings.ts'
import { bodyThatDecides, requireBody } from '../decision/deciding-body.ts'
import { action } from '../lifecycle/action.ts'
import type { Actor } from '../lifecycle/actor.ts'
import { conflict } from '../lifecycle/errors.ts'
import { onFile, type FileInHand } from '../lifecycle/on-file.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'

type Input = { id: string; actor: Actor; rev?: number | undefined }

export const RECORD_SESSION_DECISION = action({
  name: 'recordSessionDecision',
  from: WITH_THE_BUREAU,
  to: [],
  stays: true,
  by: ['secretariat'],
  needs: 'le jour de la séance, la référence du procès-verbal, les participants et les voix',
  label: 'Enregistrer la décision de séance',
  description: 'Enter what a session decided; suspends online voting until it is confirmed.',
  endpoint: 'record-session-decision',
  blocked: async (of) => ((await bodyThatDecides(of)) ? null : 'no-body'),
})

/**
 * Enters what a session decided: a round `session` that awaits the confirmation of who presided. Online
 * voting and its timer are suspended; a new record replaces one that nobody confirmed.
 * @throws DomainError 400 for a record that cannot be what happened, 409 `no-decision` when it neither approves nor rejects.
 */
export function recordSessionDecision(payload: Payload, { id, actor, rev, record }: Input & { record: SessionRecord }) {
  return onFile(
    payload,
    { id, action: RECORD_SESSION_DECISION, actor, rev },
    {
      already: (file) => repeatsLastFact(file, 'session-recorded', { mark: markOf(payload, record) }),
      act: async (file) => {
        const body = await requireBody(file)
        const session = await countSession(file, body, record)
        const { outcome, counts } = session.tally
        if (outcome !== 'approved' && outcome !== 'rejected') throw noDecision(file, session.tally)
        const recordedBy = actor.kind === 'staff' ? actor.user.id : null
        const { round, presiding } = await recordSession(file, session, recordedBy)
        await file.move(file.adhesion.status, { currentRound: round.id, round: round.round })
        await file.record('session-recorded', {
          sessionDay: record.sessionDay,
          minutesReference: record.minutesReference,
          body: body.name,
          round: round.round,
          outcome,
          counts,
          presiding,
          mark: markOf(payload, record),
        })
        return {}
      },
    },
  )
}

const noDecision = ({ before }: FileInHand, { reason }: Tally) =>
  conflict(
    'no-decision',
    {
      fr: 'Ces voix n’emportent ni validation ni refus selon la règle de l’instance : la demande reste à décider.',
      en: 'Under the body’s rule these votes neither approve nor reject: the application is still to be decided.',
    },
    { ...before, reason },
  )

/**
 * The record is known by this mark where the recused may read: who said what is not for them, and a plain hash
 * of so few votes would tell.
 */
const markOf = (payload: Payload, record: SessionRecord): string =>
  hmacSha256(settingsOf(payload).TOKEN_SECRET, canonicalJson(record)).toString('hex')
