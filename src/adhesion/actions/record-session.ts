import type { Payload } from 'payload'
import { presiding } from '../../deliberation/presiding.ts'
import type { SessionRecord } from '../../deliberation/stored-round.ts'
import { tallySession } from '../../deliberation/tally-session.ts'
import type { Tally } from '../../deliberation/tally.ts'
import { faultAt, invalidInput } from '../../input/issue.ts'
import { canonicalJson } from '../../lib/canonical.ts'
import { parisDay, type Day } from '../../lib/dates.ts'
import { hmacSha256 } from '../../lib/hash.ts'
import { settingsOf } from '../../lib/settings.ts'
import type { Actor } from '../lifecycle/actor.ts'
import { conflict } from '../lifecycle/errors.ts'
import { onFile, type FileInHand } from '../lifecycle/on-file.ts'
import { bodyThatDecides, requireBody } from './put-to-bureau.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { assemble } from '../../deliberation/assembly.ts'
import { ruleOfBody } from '../../governance/body-rule.ts'
import { createSessionRound, inNumbers, keepVotes, setAside } from '../decision/session-round.ts'
import { action } from '../lifecycle/action.ts'
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
        const { unit, adhesion } = file
        requirePastDay(file, record.sessionDay)
        const body = await requireBody(file)
        const assembly = await assemble(unit.payload, unit.req, {
          subject: file.subject,
          body: body.id,
          day: record.sessionDay,
        })
        const everybody = [...assembly.electorate, ...assembly.recused.map(({ person }) => person)]
        const recused = [...new Set([...assembly.recused.map(({ person }) => person), ...record.recused])]
        const { tally, faults } = tallySession({
          rule: ruleOfBody(body.rule),
          electorate: everybody,
          present: record.present,
          represented: record.represented,
          recused,
          chair: assembly.chair ?? null,
          votes: record.votes,
        })
        if (tally === null)
          throw invalidInput(
            faults.map(({ field, code, person }) => faultAt(person ? `${field}.${person}` : field, code)),
          )
        if (tally.outcome !== 'approved' && tally.outcome !== 'rejected') throw noDecision(file, tally)
        const electorate = assembly.electorate.filter((person) => !recused.includes(person))
        const who = presiding({
          electorate,
          chair: assembly.chair ?? null,
          viceChairs: assembly.viceChairs,
          namedByMinutes: record.presiding ?? null,
          present: record.present,
        })
        if (who === undefined) throw nobodyPresided()
        requireKnownRecusals(record.recused, everybody)
        await setAside(file)
        const round = (adhesion.round ?? 0) + 1
        const reasonOf = new Map(assembly.recused.map(({ person, reason }) => [person, reason]))
        const named = (person: string) => ({ person, name: assembly.nameOf(person) })
        const ballot = await createSessionRound(file, body, tally, round, {
          electorate: electorate.map(named),
          recused: recused.map((person) => ({ ...named(person), reason: reasonOf.get(person) ?? 'declared' })),
          chair: assembly.chair ?? null,
          session: { ...record, votes: inNumbers(record.votes, tally), presiding: who, outcome: tally.outcome },
        })
        await keepVotes(file, ballot, record.votes)
        await file.move(adhesion.status, { currentRound: ballot.id, round })
        await file.record('session-recorded', {
          sessionDay: record.sessionDay,
          minutesReference: record.minutesReference,
          body: body.name,
          round,
          outcome: tally.outcome,
          counts: tally.counts,
          presiding: who,
          mark: markOf(payload, record),
        })
        return {}
      },
    },
  )
}

function requirePastDay({ at }: FileInHand, day: Day): void {
  if (day <= parisDay(at)) return
  throw invalidInput([
    {
      path: 'sessionDay',
      code: 'in-the-future',
      messages: { fr: 'La séance ne peut pas avoir lieu dans le futur.', en: 'The session cannot lie in the future.' },
    },
  ])
}

const noDecision = ({ adhesion }: FileInHand, tally: Tally) =>
  conflict(
    'no-decision',
    {
      fr: 'Ces voix n’emportent ni validation ni refus selon la règle de l’instance : la demande reste à décider.',
      en: 'Under the body’s rule these votes neither approve nor reject: the application is still to be decided.',
    },
    { status: adhesion.status, rev: adhesion.rev - 1, reason: tally.reason },
  )

const nobodyPresided = () =>
  invalidInput([
    {
      path: 'presiding',
      code: 'nobody-presides',
      messages: {
        fr: 'Indiquez qui a présidé la séance : un membre présent et non déporté.',
        en: 'Say who presided: a member who was present and not recused.',
      },
    },
  ])

/**
 * The record is known by this mark where the recused may read: who said what is not for them, and a plain hash
 * of so few votes would tell.
 */
const markOf = (payload: Payload, record: SessionRecord): string =>
  hmacSha256(settingsOf(payload).TOKEN_SECRET, canonicalJson(record)).toString('hex')

function requireKnownRecusals(named: readonly string[], everybody: readonly string[]): void {
  const faults = named.flatMap((person, index) =>
    everybody.includes(person) ? [] : [faultAt(`recused.${index}`, 'not-an-elector')],
  )
  if (faults.length > 0) throw invalidInput(faults)
}
