import type { ReactElement } from 'react'
import { HOME_SLUG } from '../../../content/pages/home.ts'
import type { Preview } from '../../../content/pages/preview-token.ts'
import { publishedTree } from '../../../content/pages/published-tree.ts'
import type { Site } from '../../site.ts'
import { PreviewBanner } from '../../views/public/preview.tsx'
import { PREVIEW_TEXTS } from '../../views/public/texts.ts'
import { asDraft } from '../as-draft.ts'
import { ContentPage } from './content-page.tsx'
import { HomePage } from './home-page.tsx'
import { shownPage } from './shown-page.ts'

/** The newest draft of a page, in the language that is asked for. */
export async function pagePreview({ payload, chromes }: Site, preview: Preview): Promise<ReactElement | null> {
  const page = await payload.findByID({ collection: 'pages', ...asDraft(preview) })
  if (!page) return null
  const { added, content } = await shownPage(payload, page, preview.lang, await publishedTree(payload, preview.lang))
  const common = { chrome: await chromes.of(preview.lang), ...content, banner: <PreviewBanner until={preview.until} /> }
  return page.slug === HOME_SLUG ? (
    <HomePage {...common} />
  ) : (
    <ContentPage {...common} {...added} title={page.title || PREVIEW_TEXTS.untitled} />
  )
}
