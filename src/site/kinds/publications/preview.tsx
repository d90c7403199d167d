import type { ReactElement } from 'react'
import type { Preview } from '../../../content/pages/preview-token.ts'
import { publishedTree } from '../../../content/pages/published-tree.ts'
import { now } from '../../../lib/clock.ts'
import { parisDay } from '../../../lib/dates.ts'
import { readDraft } from '../../../publications/stored.ts'
import { adoptionRecord } from '../../../publications/adoption-record.ts'
import { resolveLinkIn } from '../../page-href.ts'
import type { Site } from '../../site.ts'
import { PreviewBanner, PreviewTooEarlyPage } from '../../views/public/preview.tsx'
import { PREVIEW_TEXTS } from '../../views/public/texts.ts'
import { asDraft } from '../as-draft.ts'
import { publicationHref, PUBLICATIONS } from './kind.ts'
import { PublicationPage } from './publication-page.tsx'

/** The newest draft of a publication. */
export async function publicationPreview(
  { payload, env, chromes }: Site,
  preview: Preview,
): Promise<ReactElement | null> {
  const publication = await payload.findByID({ collection: 'publications', ...asDraft(preview) })
  if (!publication) return null
  const chrome = await chromes.of('fr', PUBLICATIONS)
  const { title, kind, publishedOn, slug }: Partial<typeof publication> = publication
  const draft = kind && (await readDraft({ payload }, preview.id))
  if (!draft) return <PreviewTooEarlyPage chrome={chrome} />
  return (
    <PublicationPage
      chrome={chrome}
      canonical={env.PUBLIC_URL + publicationHref(slug ?? '')}
      backHref={PUBLICATIONS}
      publication={{
        ...publication,
        title: title || PREVIEW_TEXTS.untitled,
        publishedOn: publishedOn || parisDay(now()),
      }}
      resolveLink={resolveLinkIn(payload, 'fr', await publishedTree(payload, 'fr'))}
      adoption={await adoptionRecord(payload, { id: preview.id, kind, contentHash: draft.hash })}
      edition={null}
      banner={<PreviewBanner until={preview.until} />}
    />
  )
}
