import type { Payload } from 'payload'
import { draftVersion } from '../charter/draft-version.ts'
import { charterContent, pageContent, titleOf } from '../content/import/draft-of.ts'
import type { Imported } from '../content/import/imported.ts'
import { unitOfWork } from '../db/unit-of-work.ts'
import type { CharterVersion } from '../payload-types.ts'
import { freeAddress } from './free-address.ts'

/** Makes a draft of a page under an address that is free. */
export function importPage(payload: Payload, imported: Imported): Promise<{ id: string; title: string }> {
  return unitOfWork(payload, async ({ req }) => {
    const title = titleOf(imported)
    const slug = await freeAddress(payload, 'pages', imported.slug ?? title, req)
    const { id } = await payload.create({
      collection: 'pages',
      data: {
        title,
        slug,
        layout: [
          { blockType: 'opening', title: imported.title || title },
          { blockType: 'richText', content: pageContent(imported) },
        ],
        _status: 'draft',
      },
      locale: 'fr',
      draft: true,
      depth: 0,
      overrideAccess: true,
      req,
    })
    return { id, title }
  })
}

/** Makes a draft of the charter under the next number. */
export const importCharter = (payload: Payload, imported: Imported): Promise<CharterVersion> =>
  draftVersion(payload, {
    title: titleOf(imported),
    content: charterContent(imported),
    signatureLines: imported.signature,
  })
