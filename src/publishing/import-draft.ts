import type { Payload } from 'payload'
import { draftVersion } from '../charter/draft-version.ts'
import type { Imported } from '../content/import/imported.ts'
import { document, heading, text } from '../content/lexical-factory.ts'
import { unitOfWork } from '../db/unit-of-work.ts'
import type { CharterVersion, Page } from '../payload-types.ts'
import { freeAddress } from './free-address.ts'

/** What can be made of an imported text. */
export const IMPORTED_AS = ['page', 'charter'] as const
export type ImportedAs = (typeof IMPORTED_AS)[number]

const LONGEST_TITLE = 160

type Content = NonNullable<Extract<NonNullable<Page['layout']>[number], { blockType: 'richText' }>['content']>

/** A title that is too long for its field stands whole at the head of the text. */
export const titleOf = ({ title }: Imported): string => (title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title || 'Sans titre')

/** The text of a page: a page has nobody to sign it, so the labels of a frame to sign stand at its end. */
export const pageContent = ({ nodes, signature }: Imported): Content => document(...nodes, ...signature.map((label) => heading('h4', text(label)))) as Content

/** The text of a version of the charter; its title is part of what is signed. */
export const charterContent = ({ title, nodes }: Imported): CharterVersion['content'] =>
  document(...(title === '' ? nodes : [heading('h1', text(title)), ...nodes])) as CharterVersion['content']

/** Makes a draft of a page under an address that is free. */
export function importPage(payload: Payload, imported: Imported): Promise<{ id: string; title: string }> {
  return unitOfWork(payload, async ({ req }) => {
    const title = titleOf(imported)
    const slug = await freeAddress(payload, 'pages', title, req)
    const { id } = await payload.create({
      collection: 'pages',
      data: { title, slug, layout: [{ blockType: 'opening', title: imported.title || title }, { blockType: 'richText', content: pageContent(imported) }], _status: 'draft' },
      locale: 'fr', draft: true, depth: 0, overrideAccess: true, req,
    })
    return { id, title }
  })
}

/** Makes a draft of the charter under the next number. */
export const importCharter = (payload: Payload, imported: Imported): Promise<CharterVersion> =>
  draftVersion(payload, { title: titleOf(imported), content: charterContent(imported), signatureLines: imported.signature })
