import type { Publication } from '../payload-types.ts'

export type PublicationKind = Publication['kind']

/** The kinds of publication that engage the association: a body adopts each before it is published. */
export const APPROVED_KINDS = ['position', 'report', 'statement'] as const satisfies readonly PublicationKind[]

export type AdoptedKind = (typeof APPROVED_KINDS)[number]

/** The kinds of publication that need an opinion of the scientific committee, unless whoever adopts one says that it goes without. */
const REVIEWED_KINDS = ['position', 'report'] as const satisfies readonly PublicationKind[]

/** Whether publications of a kind need the approval of a body that adopts them. */
export const needsApproval = (kind: PublicationKind): boolean => APPROVED_KINDS.some((each) => each === kind)

/** Whether publications of a kind need an opinion, or the word that they go without one. */
export const needsOpinion = (kind: PublicationKind): boolean => REVIEWED_KINDS.some((each) => each === kind)

/** The opinions that the scientific committee may give. */
export const OPINIONS = ['favourable', 'with-reservations', 'unfavourable'] as const
export type Opinion = (typeof OPINIONS)[number]

/** How many approvals and opinions one exact content has, and whether it was adopted without an opinion. */
export type Counts = { approvals: number; opinions: number; withoutOpinion: boolean }

/** What one exact content still lacks before it may be published. */
export type Missing = 'approval' | 'opinion'

/** What a content of a kind lacks before it may be published; empty when it may. An unfavourable opinion is an opinion. */
export function missingFor(kind: PublicationKind, { approvals, opinions, withoutOpinion }: Counts): Missing[] {
  return [
    ...(needsApproval(kind) && approvals === 0 ? (['approval'] as const) : []),
    ...(needsOpinion(kind) && opinions === 0 && !withoutOpinion ? (['opinion'] as const) : []),
  ]
}
