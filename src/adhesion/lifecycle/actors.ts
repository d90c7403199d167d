/**
 * Who may act on a file. `applicant` and `representative` are known by their links; `presiding` is
 * the chair, else a vice-chair, else the elector whom the minutes name; `without-chair` is each member who is not
 * recused while nobody may preside.
 */
export const ACTOR_ROLES = [
  'anybody',
  'applicant',
  'representative',
  'secretariat',
  'elector',
  'bureau-member',
  'presiding',
  'without-chair',
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
  'without-chair': 'deux membres du Bureau, quand personne ne peut présider',
  chair: 'présidence',
  system: 'système',
}

const BUREAU_ROLES: ReadonlySet<ActorRole> = new Set<ActorRole>([
  'elector',
  'bureau-member',
  'presiding',
  'without-chair',
  'chair',
])

/** Whether a role comes from a mandate in the body that decides. */
export const isOfBureau = (role: ActorRole): boolean => BUREAU_ROLES.has(role)

/** The roles that a recused person keeps on the file: all but those that come from the Bureau. */
export const withoutBureau = (roles: ReadonlySet<ActorRole>): ReadonlySet<ActorRole> =>
  new Set([...roles].filter((role) => !BUREAU_ROLES.has(role)))

/** What is known of a staff account that acts on a file. */
export interface StaffFacts {
  secretariat: boolean
  /** The person to whom the account is linked. */
  person: string | null
  /** Whether they hold a confirmed mandate in force today in the body that validates adhesions. */
  isMember: boolean
  /** Whether they are an elector of the present round who is not recused. */
  isElector: boolean
  isChair: boolean
  presides: boolean
  /** Whether nobody may preside over the file today. */
  nobodyPresides: boolean
  recused: boolean
}

/**
 * The roles of a staff account. A mandate gives them, never a flag on the account. A recused person keeps the roles here
 * and loses those of the Bureau where the table is asked.
 */
export function staffRoles({ secretariat, person, ...seat }: StaffFacts): Set<ActorRole> {
  const roles = new Set<ActorRole>()
  if (secretariat) roles.add('secretariat')
  if (person === null || !seat.isMember) return roles
  roles.add('bureau-member')
  if (seat.isElector) roles.add('elector')
  if (seat.isChair) roles.add('chair')
  if (seat.presides) roles.add('presiding')
  if (seat.nobodyPresides && !seat.recused) roles.add('without-chair')
  return roles
}
