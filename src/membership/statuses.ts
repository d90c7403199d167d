/** How an organisation that has joined stands today. */
export const MEMBER_STATUSES = ['active', 'suspended', 'resigned', 'struck-off', 'dissolved', 'merged'] as const
export type MemberStatus = (typeof MEMBER_STATUSES)[number]

/** The statuses under which an organisation is a member. */
export const CURRENT_STATUSES = ['active', 'suspended'] as const satisfies readonly MemberStatus[]

/** Whether an organisation with this status is a member today. */
export const isCurrent = (status: MemberStatus): boolean => CURRENT_STATUSES.some((each) => each === status)

/** Whether a text names a status. */
export const isMemberStatus = (value: unknown): value is MemberStatus => MEMBER_STATUSES.some((each) => each === value)

export const ORIGINS = ['founder', 'paper', 'adhesion'] as const
export type Origin = (typeof ORIGINS)[number]

export const ORIGIN_LABELS: Record<Origin, string> = {
  founder: 'Membre fondateur',
  paper: 'Adhésion sur papier',
  adhesion: 'Demande en ligne',
}
