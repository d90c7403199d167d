import { recusedIn } from '../../deliberation/stored-round.ts'
import { RECUSAL_LABELS } from '../../deliberation/recusal.ts'
import { inForce } from '../../governance/mandate-facts.ts'
import { mandateFacts } from '../../governance/facts.ts'
import { bodyWithCompetence } from '../../governance/mandates.ts'
import { parisDay } from '../../lib/dates.ts'
import type { Round } from '../../payload-types.ts'
import type { SessionModel } from '../actions/model.ts'
import type { Names, Reader } from '../reader.ts'

/** What the form of a session needs: who could have sat on which days, and what the body's rule asks for. */
export async function readSessionForm(
  { payload, req }: Reader,
  round: Round | null,
  names: Names,
  at: Date,
): Promise<SessionModel | null> {
  const body = await bodyWithCompetence(payload, 'adhesion-validation', req)
  if (!body) return null
  const seats = (await mandateFacts(payload, req)).filter((mandate) => mandate.body === body.id && mandate.confirmed)
  const recused = new Map((round ? recusedIn(round) : []).map(({ person, reason }) => [person, RECUSAL_LABELS[reason]]))
  const persons = [...new Set(seats.map(({ person }) => person))]
  const today = parisDay(at)
  const sitting = (person: string) => seats.some((mandate) => mandate.person === person && inForce(mandate, today))
  const candidates = persons.map((person) => ({
    person,
    name: names.get(person) ?? person,
    terms: seats
      .filter((mandate) => mandate.person === person)
      .map(({ firstDay, lastDay }) => ({ firstDay, lastDay: lastDay ?? null })),
    recused: recused.get(person) ?? null,
  }))
  return {
    candidates: candidates.sort(
      (a, b) => Number(sitting(b.person)) - Number(sitting(a.person)) || a.name.localeCompare(b.name, 'fr'),
    ),
    today,
    chairCasts: body.rule.tie === 'chair-casts',
    proxies: body.rule.proxiesPerPerson > 0,
  }
}
