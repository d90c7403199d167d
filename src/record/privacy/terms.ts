import { RETENTION, type LegalBasis, type Retention, type Term } from '../retention.ts'
import type { ActivityName } from './activities.ts'
import { period } from './period.ts'

/** The legal bases of article 6(1) of the GDPR, in French. */
const BASES: Readonly<Record<Exclude<LegalBasis, 'none'>, string>> = {
  contract: 'Exécution d’un contrat (article 6, 1, b)',
  'legal-obligation': 'Obligation légale (article 6, 1, c)',
  'legitimate-interest': 'Intérêt légitime (article 6, 1, f)',
}

/** What an activity keeps, and for how long, in French. */
export type KeptData = { what: string; terms: readonly string[] }

const inWords = (term: Term): string => {
  switch (term.kind) {
    case 'months':
      return `${period('fr', term.months)} après ${term.from}`
    case 'with':
      return `avec l’enregistrement dont elles dépendent\u00a0: ${lowered(RETENTION[term.collection].what)}`
    case 'kept':
      return term.why
  }
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const rows: readonly Retention[] = Object.values(RETENTION)

/**
 * What an activity of the association keeps, from the table that the timers apply: one row a kind of data.
 *
 * @param activity one of `ACTIVITIES`
 */
export const keptBy = (activity: ActivityName): KeptData[] =>
  rows.filter((row) => row.activity === activity).map(({ what, terms }) => ({ what, terms: terms.map(inWords) }))

/** The legal bases on which an activity rests, in French, each once. */
export const basesOf = (activity: ActivityName): string[] => [
  ...new Set(rows.flatMap((row) => (row.activity === activity && row.basis !== 'none' ? [BASES[row.basis]] : []))),
]
