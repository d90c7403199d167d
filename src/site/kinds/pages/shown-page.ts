import type { Payload } from 'payload'
import type { PageTree } from '../../../content/pages/tree.ts'
import { settingsOf } from '../../../lib/settings.ts'
import type { Identity, Page } from '../../../payload-types.ts'
import { privacyNotice, type PrivacyNotice } from '../../../record/privacy/notice.ts'
import { blockDataFor } from './block-data.ts'
import { withFrenchAlternatives } from './in-french-alternatives.ts'
import { resolveLinkIn } from '../../page-href.ts'
import type { Lang } from '../../views/chrome.ts'

/** The page under which the law has said who publishes a site. */
const LEGAL_NOTICE = 'mentions-legales'

/** The page that says what becomes of personal data. */
const PERSONAL_DATA = 'donnees-personnelles'

/** What the software itself adds to a page: the publisher's facts, the notice to applicants and the terms of retention. */
export type AddedFacts = { identity?: Identity; privacy?: PrivacyNotice }

async function addedTo(payload: Payload, page: Page | null, lang: Lang): Promise<AddedFacts> {
  if (page?.slug === LEGAL_NOTICE)
    return { identity: await payload.findGlobal({ slug: 'identity', depth: 0, overrideAccess: false }) }
  return page?.slug === PERSONAL_DATA ? { privacy: await privacyNotice(payload, lang) } : {}
}

/** The surroundings that a view of a page needs beside its title, all of it as anybody may read it but the page itself. */
export async function shownPage(payload: Payload, page: Page | null, lang: Lang, tree: PageTree) {
  const given = page?.layout ?? []
  const layout = lang === 'fr' ? given : await withFrenchAlternatives(payload, given)
  return {
    added: await addedTo(payload, page, lang),
    content: {
      headTitle: page?.metaTitle ?? undefined,
      description: page?.metaDescription || page?.summary || undefined,
      picture: pictureOf(payload, page),
      layout,
      resolveLink: resolveLinkIn(payload, lang, tree),
      data: await blockDataFor(payload, layout, lang),
    },
  }
}

/** The whole address of the picture under which a page is shared. */
function pictureOf(payload: Payload, page: Page | null): string | undefined {
  const image = page?.image
  const url = typeof image === 'object' && image ? (image.sizes?.large?.url ?? image.url) : null
  return url ? new URL(url, settingsOf(payload).PUBLIC_URL).href : undefined
}
