import type { CollectionSlug } from 'payload'
import type { Drafted } from '../../content/public-kind.ts'
import { BODY_PAGES } from './bodies/presentation.ts'
import { CHARTER_VERSIONS } from './charter/presentation.ts'
import { DOCUMENT_PAGE } from './documents/presentation.ts'
import { EVENT_PAGES } from './events/presentation.ts'
import { MEMBER_PAGES } from './members/presentation.ts'
import { PAGES } from './pages/presentation.ts'
import type { Presentation, PresentationOf } from './presentation.ts'
import { PUBLICATION_PAGES } from './publications/presentation.ts'

/** The presentations by collection: one that has drafts and no presentation does not compile. */
type Presentations = { [Slug in Drafted]: PresentationOf<Slug> } & { [Slug in CollectionSlug]?: PresentationOf<Slug> }

/** The presentations of all kinds of public pages: the one place where a new kind is named. */
const SHOWN = {
  pages: PAGES,
  'charter-versions': CHARTER_VERSIONS,
  publications: PUBLICATION_PAGES,
  events: EVENT_PAGES,
  documents: DOCUMENT_PAGE,
  'governance-bodies': BODY_PAGES,
  members: MEMBER_PAGES,
} satisfies Presentations

export const PRESENTATIONS: readonly Presentation[] = Object.values(SHOWN)
