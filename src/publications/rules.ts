import type { Publication } from '../payload-types.ts'

export type PublicationKind = Publication['kind']

/** What engages the association: it is adopted before it is published. */
export const APPROVED_KINDS = ['position', 'report', 'statement'] as const satisfies readonly PublicationKind[]

export type AdoptedKind = (typeof APPROVED_KINDS)[number]

/** What argues: the scientific committee says what it thinks of it, or whoever adopts it that it goes without. */
const REVIEWED_KINDS = ['position', 'report'] as const satisfies readonly PublicationKind[]

/** Whether publications of a kind need the approval of a body that adopts them. */
export const needsApproval = (kind: PublicationKind): boolean => APPROVED_KINDS.some((each) => each === kind)

/** Whether publications of a kind need an opinion, or the word that they go without one. */
export const needsOpinion = (kind: PublicationKind): boolean => REVIEWED_KINDS.some((each) => each === kind)

/** What the scientific committee may say. */
export const OPINIONS = ['favourable', 'with-reservations', 'unfavourable'] as const
export type Opinion = (typeof OPINIONS)[number]

/** What was said of one exact content. */
export type Said = { approvals: number; opinions: number; withoutOpinion: boolean }

/** What one exact content still lacks before it may be published. */
export type Missing = 'approval' | 'opinion'

/** What is missing before a content may be published: nothing, and it may. An unfavourable opinion is an opinion. */
export function missingFor(kind: PublicationKind, { approvals, opinions, withoutOpinion }: Said): Missing[] {
  return [
    ...(needsApproval(kind) && approvals === 0 ? (['approval'] as const) : []),
    ...(needsOpinion(kind) && opinions === 0 && !withoutOpinion ? (['opinion'] as const) : []),
  ]
}
