import type { UnitOfWork } from '../db/unit-of-work.ts'
import { readRecord } from '../record/second-person.ts'
import { MANDATE_ROLE_LABELS } from './mandate-roles.ts'
import type { MandateTerms } from './mandate-rules.ts'
import { oweNotice } from './notices.ts'

type News = {
  id: string
  rev: number
  change: 'entered' | 'changed' | 'ended'
  terms: MandateTerms
  enteredBy: string
  confirmedBy: string | null
  deliberation: string
}

/** The names behind a mandate's ids. */
export async function namesOf(
  { payload, req }: UnitOfWork,
  { person, body, onBehalfOf }: Pick<MandateTerms, 'person' | 'body' | 'onBehalfOf'>,
) {
  const [holder, seat, member] = [
    await readRecord(payload, 'people', person, req),
    await readRecord(payload, 'governance-bodies', body, req),
    onBehalfOf === null ? null : await readRecord(payload, 'members', onBehalfOf, req),
  ]
  return { person: holder?.name ?? '', body: seat?.name ?? '', onBehalfOf: member?.legalName ?? null }
}

/** How a mandate is called in lists. */
export function mandateTitle(names: { person: string; body: string }, role: MandateTerms['role']): string {
  return `${names.person}, ${MANDATE_ROLE_LABELS[role].toLowerCase()} – ${names.body}`
}

/** Tells the holders of the body, and the person whose mandate it is, what was entered, changed or ended. */
export async function tellOfMandate(
  unit: UnitOfWork,
  { id, rev, change, terms, enteredBy, confirmedBy, deliberation }: News,
): Promise<void> {
  const names = await namesOf(unit, terms)
  const { role, firstDay, lastDay } = terms
  await oweNotice(unit, 'mandate-changed', {
    mandate: id,
    rev,
    body: terms.body,
    holder: terms.person,
    data: { change, ...names, role, firstDay, lastDay, enteredBy, confirmedBy, deliberation },
  })
}
