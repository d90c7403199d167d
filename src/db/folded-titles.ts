/** The texts of a record that its list is searched by, the one that it is sorted by first; `localized` where each language has its own. */
export type FoldedTitle = { of: readonly [string, ...string[]]; localized: boolean }

/**
 * The collections whose lists are searched and ordered as people do, without regard to case and accents: the texts stand
 * folded in one field, `searchKey`. None stands here that not everybody reads who reads the record.
 */
export const FOLDED_TITLES = {
  pages: { of: ['title'], localized: true },
  publications: { of: ['title'], localized: false },
  events: { of: ['title'], localized: false },
  documents: { of: ['title'], localized: false },
  media: { of: ['title', 'alt'], localized: true },
  files: { of: ['title'], localized: false },
  'governance-bodies': { of: ['name'], localized: false },
  people: { of: ['name'], localized: false },
  users: { of: ['name'], localized: false },
} as const satisfies Readonly<Record<string, FoldedTitle>>
