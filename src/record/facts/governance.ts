import { z } from 'zod'
import { isJsonObject, type JsonObject } from '../../lib/json-object.ts'
import { fact } from './fact.ts'
import { MEMBER_STATUS_LABELS } from './labels.ts'
import { around, because, date, de, deliberated, lower, par } from './words.ts'

const decisionRule = z.strictObject({
  quorum: z.strictObject({ numerator: z.number(), denominator: z.number() }),
  minimumFor: z.number(),
  tie: z.literal(['refer', 'chair-casts', 'reject']),
  proxies: z.strictObject({ perPerson: z.number(), countForQuorum: z.boolean() }),
  ballotDays: z.number(),
})

/** A body's rule with its article of the statutes and its competences. */
const rule = z.strictObject({
  rule: decisionRule,
  article: z.string().nullable(),
  competences: z.array(z.string()),
})

const mandateChange = z.union([
  z.strictObject({
    kind: z.literal('change'),
    role: z.string().optional(),
    onBehalfOf: z.string().nullish(),
    firstDay: z.string().optional(),
    lastDay: z.string().nullish(),
  }),
  z.strictObject({ kind: z.literal('end'), lastDay: z.string() }),
])

/** The terms of a mandate, its title (« Jeanne Martin, trésorerie – Bureau ») and its holder by id. */
const terms = {
  title: z.string(),
  personId: z.string(),
  body: z.string(),
  role: z.string(),
  onBehalfOf: z.string().nullable(),
  firstDay: z.string(),
  lastDay: z.string().nullable(),
}

/** The holder that a fact of a mandate names: before titles were kept, a name where it was entered and an id elsewhere. */
function formerTerms({ names, person, personId }: JsonObject): JsonObject {
  if (isJsonObject(names)) return { title: names['person'], personId }
  return personId === undefined ? { personId: person } : { title: person }
}

const secondPerson = { proposedBy: z.string(), proposedByName: z.string(), deliberation: z.string() }

/** The fields of a change that one person proposes and another may discard: of a mandate, a rule, a person, a member, a charter. */
const proposable = {
  change: z.union([mandateChange, rule, z.object({ kind: z.literal(['entry', 'status']) }).loose()]).optional(),
  /** A rule before and after. */
  before: rule.optional(),
  after: rule.optional(),
  account: z.string().nullish(),
  name: z.string().optional(),
  previous: z.string().optional(),
  status: z.literal(['active', 'suspended', 'resigned', 'struck-off', 'dissolved', 'merged']).optional(),
  day: z.string().optional(),
  /** The number of a charter version. */
  number: z.number().optional(),
  effectiveOn: z.string().optional(),
  sha256: z.string().optional(),
}

const proposed = z.strictObject(proposable)

/** A proposed change in French words. */
function inWords({
  change,
  after,
  account,
  name,
  status,
  day,
  number,
  effectiveOn,
}: Partial<z.infer<typeof proposed>>): string {
  if (name) return `le nom ${name}`
  if (status) return `statut ${lower(MEMBER_STATUS_LABELS[status])}${around(' à compter du ', date(day))}`
  if (account) return 'rattachement d’un compte de l’équipe'
  if (account === null) return 'détachement du compte de l’équipe'
  if (effectiveOn) return `adoption de la charte${around(', version ', number)}, en vigueur le ${date(effectiveOn)}`
  if (after) return 'règle de décision'
  if (!change) return ''
  if (!('kind' in change)) return 'règle de décision'
  if (change.kind === 'end') return `fin du mandat le ${date(change.lastDay)}`
  if (change.kind === 'change') return 'nouveaux termes du mandat'
  return change.kind === 'entry' ? 'inscription d’un membre' : 'statut du membre'
}

/** The facts of bodies, mandates, persons, accounts and the charter. */
export const GOVERNANCE_FACTS = {
  'body-founded': fact({
    evidence: z.strictObject({
      name: z.string(),
      rule: decisionRule,
      article: z.string().nullable(),
      deliberation: z.string(),
    }),
    office: ({ by, name, deliberation }) =>
      `Instance créée${par(by)}${around('\u00a0: ', name)}${deliberated(deliberation)}.`,
    applicant: null,
  }),
  'rule-changed': fact({
    evidence: z.strictObject({ ...secondPerson, name: z.string(), before: rule, after: rule }),
    office: ({ by, name, deliberation }) =>
      `Règle de décision modifiée${par(by)}${around('\u00a0: ', name)}${deliberated(deliberation)}.`,
    applicant: null,
  }),
  'mandate-entered': fact({
    evidence: z.strictObject({ ...terms, deliberation: z.string() }),
    office: ({ by, title, firstDay, deliberation }) =>
      `Mandat saisi${par(by)}${around('\u00a0: ', title, around(', à compter du ', date(firstDay)))}${deliberated(deliberation)}.`,
    applicant: null,
    formerly: formerTerms,
  }),
  'mandate-confirmed': fact({
    evidence: z.strictObject({ ...terms, enteredBy: z.string() }),
    office: ({ by, title }) => `Mandat confirmé${par(by)}${around('\u00a0: ', title)}.`,
    applicant: null,
    formerly: formerTerms,
  }),
  'mandate-changed': fact({
    evidence: z.strictObject({ ...secondPerson, ...terms, before: z.strictObject(terms) }),
    office: ({ by, title, deliberation }) =>
      `Mandat modifié${par(by)}${around('\u00a0: ', title)}${deliberated(deliberation)}.`,
    applicant: null,
    formerly: formerTerms,
  }),
  'mandate-ended': fact({
    evidence: z.strictObject({
      ...terms,
      deliberation: z.string(),
      /** A mandate that ends by a proposal of its own. */
      proposedBy: z.string().optional(),
      proposedByName: z.string().optional(),
      before: z.strictObject(terms).optional(),
      /** A mandate that ends with the membership on whose behalf it was held. */
      cause: z.literal('membership-ended').optional(),
      member: z.string().optional(),
    }),
    office: ({ by, title, lastDay, cause, deliberation }) =>
      `Mandat terminé${around(' le ', date(lastDay))}${par(by)}${around('\u00a0: ', title)}${cause ? ', avec l’adhésion de l’organisme représenté' : ''}${deliberated(deliberation)}.`,
    applicant: null,
    formerly: formerTerms,
  }),
  'mandate-discarded': fact({
    evidence: z.strictObject({ ...terms, reason: z.string() }),
    office: ({ by, title, reason }) =>
      `Saisie du mandat abandonnée${par(by)}${around(' (', title, ')')}${because(reason)}`,
    applicant: null,
    formerly: formerTerms,
  }),
  'account-linked': fact({
    evidence: z.strictObject({
      /** The name of the person whom the account acts for. */
      name: z.string(),
      account: z.string().nullable(),
      deliberation: z.string(),
      previous: z.string().nullish(),
      proposedBy: z.string().optional(),
      proposedByName: z.string().optional(),
    }),
    office: ({ by, name, account, deliberation }) =>
      `Compte de l’équipe ${account === null ? 'détaché de' : 'rattaché à'} ${name || 'la personne'}${par(by)}${deliberated(deliberation)}.`,
    applicant: null,
  }),
  'person-renamed': fact({
    evidence: z.strictObject({ ...secondPerson, name: z.string(), previous: z.string() }),
    office: ({ by, name, previous, deliberation }) =>
      `Nom de la personne changé${par(by)}${around('\u00a0: ', name, around(', au lieu ', de(previous)))}${deliberated(deliberation)}.`,
    applicant: null,
  }),
  'change-proposed': fact({
    evidence: proposed.extend({ deliberation: z.string() }),
    office: ({ by, deliberation, ...change }) =>
      `Changement proposé${par(by)}, à confirmer par une seconde personne${around('\u00a0: ', inWords(change))}${deliberated(deliberation)}.`,
    applicant: null,
  }),
  'change-discarded': fact({
    evidence: proposed.extend({ reason: z.string() }),
    office: ({ by, reason, ...change }) =>
      `Changement proposé abandonné${par(by)}${around(' (', inWords(change), ')')}${because(reason)}`,
    applicant: null,
  }),
  'charter-adopted': fact({
    evidence: z.strictObject({
      ...secondPerson,
      number: z.number(),
      effectiveOn: z.string(),
      sha256: z.string(),
      binds: z.literal(['member', 'partner', 'both']),
      resignRequired: z.boolean(),
    }),
    office: ({ by, number, effectiveOn, deliberation }) =>
      `Version${around(' ', number)} de la charte adoptée${par(by)}${around(', en vigueur le ', date(effectiveOn))}${deliberated(deliberation)}.`,
    applicant: null,
  }),
}
