import { z } from 'zod'
import { isJsonObject } from '../../lib/json-object.ts'
import { fact } from './fact.ts'
import { around, because, date, de, par, word } from './words.ts'

const CHOICES = { for: 'pour', against: 'contre', abstain: 'abstention' } as const
const OUTCOMES = { approved: 'favorable', rejected: 'défavorable', referred: 'renvoi en séance' } as const
const SESSION_OUTCOMES = { approved: 'validation', rejected: 'refus' } as const
const CAUSES = {
  'electorate-too-small': 'trop peu de membres peuvent voter',
  'no-quorum': 'le quorum n’est pas réuni',
  tie: 'les voix sont à égalité',
  'too-few-for': 'les voix pour sont trop peu nombreuses',
  'only-abstentions': 'tous se sont abstenus',
} as const

const choice = z.literal(['for', 'against', 'abstain'])
const counts = z.object({ for: z.number(), against: z.number(), abstain: z.number() })

/** The figures of a count that the record of a decision keeps. */
const counted = {
  /** The name of the body that decided. */
  body: z.string(),
  round: z.number(),
  outcome: z.literal(['approved', 'rejected', 'referred']),
  outcomeLabel: z.string(),
  counts,
  reason: z.string(),
  decidedOn: z.string(),
}

/** How a fact names the record of a session. */
const named = { sessionDay: z.string(), minutesReference: z.string() }

/** The facts of a decision on an application: rounds, votes, recusals, sessions, outcomes. */
export const DECISION_FACTS = {
  'put-to-bureau': fact({
    evidence: z.strictObject({
      /** How the power to bind the organisation was verified. */
      source: z.string(),
      round: z.number(),
      closesAt: z.string().nullish(),
      electorate: z.array(z.string()),
      recused: z.array(z.object({ person: z.string(), reason: z.string() })),
      /** The name of the body. */
      body: z.string(),
      /** The thresholds of the round; null when too few may vote, so that it is referred at once. */
      opened: z.strictObject({ quorum: z.number(), minimumFor: z.number() }).nullable(),
    }),
    office: ({ by, source, closesAt }) =>
      `Dossier soumis au Bureau${par(by)}${around(', scrutin ouvert jusqu’au ', date(closesAt))}${around(' (pouvoir d’engager vérifié\u00a0: ', source, ')')}.`,
    applicant: 'Le dossier a été présenté au Bureau.',
  }),
  'vote-cast': fact({
    evidence: z.strictObject({
      personId: z.string(),
      name: z.string(),
      choice,
      previous: z.literal(['for', 'against', 'abstain', 'recused']).nullable(),
      reason: z.string().nullable(),
      round: z.number(),
    }),
    office: ({ by, choice: cast, previous }) =>
      `Vote${par(by)}${around('\u00a0: ', word(CHOICES, cast))}${previous && previous !== 'recused' ? around(', au lieu de ', CHOICES[previous]) : ''}.`,
    applicant: null,
    hiddenFromRecused: true,
    formerly: ({ person }) => ({ name: person }),
  }),
  recused: fact({
    evidence: z.strictObject({
      personId: z.string(),
      name: z.string(),
      reason: z.string().nullable(),
      round: z.number(),
    }),
    office: ({ by, name, reason }) =>
      `${by === '' ? `Déport${around(' ', de(name))}` : `Déport déclaré${par(by)}`}${because(reason)}`,
    applicant: null,
    formerly: ({ personId, person }) => (personId === undefined ? {} : { name: person }),
  }),
  reinstated: fact({
    evidence: z.strictObject({ personId: z.string(), name: z.string(), reason: z.string() }),
    office: ({ by, name, reason }) => `Déport${around(' ', de(name))} levé${par(by)}${because(reason)}`,
    applicant: null,
    formerly: ({ personId, person }) => (personId === undefined ? {} : { name: person }),
  }),
  'reinstatement-asked': fact({
    evidence: z.strictObject({ personId: z.string(), name: z.string(), reason: z.string() }),
    office: ({ by, name, reason }) =>
      `Levée du déport${around(' ', de(name))} demandée${par(by)}, à confirmer par un second membre${because(reason)}`,
    applicant: null,
  }),
  'conflict-answered': fact({
    evidence: z.strictObject({
      personId: z.string(),
      name: z.string(),
      conflict: z.boolean(),
      reason: z.string(),
      round: z.number(),
    }),
    office: ({ by, name, conflict, reason }) =>
      `Question sur un conflit d’intérêts${around(' ', de(name))}\u00a0: ${conflict === true ? 'lien confirmé' : 'aucun lien'}${par(by)}${reason ? around(' (', reason, ')') : ''}.`,
    applicant: null,
  }),
  'ballot-closed': fact({
    evidence: z.strictObject({ round: z.number(), ended: z.boolean(), outcome: counted.outcome }),
    office: ({ outcome }) => `Scrutin clos${around(', résultat\u00a0: ', word(OUTCOMES, outcome))}.`,
    applicant: null,
  }),
  referred: fact({
    evidence: z.strictObject({
      ...counted,
      cause: z.literal(['electorate-too-small', 'no-quorum', 'tie', 'too-few-for', 'only-abstentions']),
    }),
    office: ({ cause }) => `Demande renvoyée en séance${around('\u00a0: ', word(CAUSES, cause))}.`,
    applicant: null,
    formerly: ({ reason }) => ({ cause: reason }),
  }),
  approved: fact({
    evidence: z.strictObject({ ...counted, member: z.string(), effectiveOn: z.string() }),
    office: ({ decidedOn, effectiveOn }) =>
      `Adhésion validée${around(' le ', date(decidedOn))}${effectiveOn === decidedOn ? '' : around(', avec effet au ', date(effectiveOn))}.`,
    applicant: 'Le Bureau a validé l’adhésion.',
  }),
  rejected: fact({
    evidence: z.strictObject({ ...counted, presiding: z.string().nullable() }),
    office: ({ decidedOn }) => `Demande refusée${around(' le ', date(decidedOn))}.`,
    applicant: null,
  }),
  'sent-back': fact({
    evidence: z.strictObject({ reason: z.string(), round: z.number().nullable() }),
    office: ({ by, reason }) => `Dossier renvoyé à l’instruction${par(by)}${because(reason)}`,
    applicant: 'Le dossier est revenu au secrétariat pour être complété.',
  }),
  'session-recorded': fact({
    evidence: z.strictObject({
      sessionDay: z.string(),
      minutesReference: z.string(),
      /** The name of the body. */
      body: z.string(),
      round: z.number(),
      outcome: z.literal(['approved', 'rejected']),
      counts,
      presiding: z.string(),
      /** Stands for the whole record, of which the recused may not read who voted how. */
      mark: z.string(),
    }),
    office: ({ by, sessionDay, minutesReference, outcome }) =>
      `Décision de séance saisie${par(by)}${session(sessionDay, minutesReference)}${around('\u00a0: ', word(SESSION_OUTCOMES, outcome))}.`,
    applicant: null,
    formerly: ({ record }) =>
      isJsonObject(record) ? { sessionDay: record['sessionDay'], minutesReference: record['minutesReference'] } : {},
  }),
  'session-confirmed': fact({
    evidence: z.strictObject({ ...named, round: z.number() }),
    office: ({ by, sessionDay, minutesReference }) =>
      `Décision de séance confirmée${par(by)}${session(sessionDay, minutesReference)}.`,
    applicant: null,
  }),
  'session-record-cancelled': fact({
    evidence: z.strictObject({
      ...named,
      reason: z.string(),
      round: z.number(),
      presiding: z.string().nullable(),
      /** Who may vote online again; nobody where no online round was suspended. */
      electorate: z.array(z.string()),
      closesAt: z.string().nullable(),
    }),
    office: ({ by, sessionDay, minutesReference, reason }) =>
      `Décision de séance saisie annulée${par(by)}${session(sessionDay, minutesReference)}${because(reason)}`,
    applicant: null,
  }),
  'session-record-disputed': fact({
    evidence: z.strictObject({ ...named, reason: z.string(), round: z.number() }),
    office: ({ by, sessionDay, minutesReference, reason }) =>
      `Décision de séance saisie contestée${par(by)}${session(sessionDay, minutesReference)}${because(reason)}`,
    applicant: null,
  }),
  'refusal-text-approved': fact({
    evidence: z.strictObject({ text: z.string() }),
    office: ({ by }) => `Motif du refus approuvé${par(by)}.`,
    applicant: null,
  }),
  'refusal-notified': fact({
    evidence: z.strictObject({ text: z.string(), body: z.string() }),
    office: ({ by }) => `Refus notifié à l’organisme${par(by)}.`,
    applicant: 'Le Bureau n’a pas retenu la demande.',
  }),
  'refusal-overdue': fact({
    evidence: z.strictObject({ decidedOn: z.string(), days: z.number(), presiding: z.string().nullable() }),
    office: ({ days }) =>
      `Alerte\u00a0: le refus n’est pas encore notifié à l’organisme${around(', ', days, ' jours après')}.`,
    applicant: null,
  }),
}

function session(day: string | undefined, minutes: string | undefined): string {
  return `${around(' (séance du ', date(day), ')')}${around(', procès-verbal ', minutes)}`
}
