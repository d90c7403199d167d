/**
 * Who may act on a file. `applicant` and `representative` are known by their links; `presiding` is
 * the chair, else a vice-chair, else the elector whom the minutes name.
 */
export const ACTOR_ROLES = [
  'anybody',
  'applicant',
  'representative',
  'secretariat',
  'elector',
  'bureau-member',
  'presiding',
  'chair',
  'system',
] as const

export type ActorRole = (typeof ACTOR_ROLES)[number]

export const ACTOR_LABELS: Record<ActorRole, string> = {
  anybody: 'toute personne',
  applicant: 'organisme candidat',
  representative: 'représentant légal',
  secretariat: 'secrétariat',
  elector: 'membre appelé à voter',
  'bureau-member': 'membre du Bureau',
  presiding: 'présidence de séance',
  chair: 'présidence',
  system: 'système',
}

const BUREAU_ROLES: ReadonlySet<ActorRole> = new Set<ActorRole>(['elector', 'bureau-member', 'presiding', 'chair'])

/** The roles that a recused person keeps on the file: all but those that come from the Bureau. */
export const withoutBureau = (roles: ReadonlySet<ActorRole>): ReadonlySet<ActorRole> =>
  new Set([...roles].filter((role) => !BUREAU_ROLES.has(role)))

/** What is known of a staff account that acts on a file. */
export interface StaffFacts {
  secretariat: boolean
  /** The person to whom the account is linked. */
  person?: string | null
  /** Persons with a confirmed mandate in force today in the body that validates adhesions. */
  bureauMembers: readonly string[]
  /** Electors of the open ballot, recused persons taken out; empty without a ballot. */
  electors: readonly string[]
  chair?: string | null
  presiding?: string | null
}

/**
 * The roles of a staff account. A mandate gives them, never a flag on the account; recusal is not
 * looked at here (it is one of the `Circumstances`).
 */
export function staffRoles(facts: StaffFacts): Set<ActorRole> {
  const roles = new Set<ActorRole>()
  if (facts.secretariat) roles.add('secretariat')
  const { person } = facts
  if (!person || !facts.bureauMembers.includes(person)) return roles
  roles.add('bureau-member')
  if (facts.electors.includes(person)) roles.add('elector')
  if (facts.chair === person) roles.add('chair')
  if (facts.presiding === person) roles.add('presiding')
  return roles
}
