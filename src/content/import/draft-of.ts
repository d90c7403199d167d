import type { CharterVersion, Page } from '../../payload-types.ts'
import { documentOf, heading, text } from '../lexical-factory.ts'
import type { Imported } from './imported.ts'

/** The kinds of draft that can be made of an imported text. */
export const IMPORTED_AS = ['page', 'charter'] as const
export type ImportedAs = (typeof IMPORTED_AS)[number]

const LONGEST_TITLE = 160

type Content = NonNullable<Extract<NonNullable<Page['layout']>[number], { blockType: 'richText' }>['content']>

/** A title that is too long for its field stands whole at the head of the text. */
export const titleOf = ({ title }: Pick<Imported, 'title'>): string =>
  title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title || 'Sans titre'

/** The text of a page: a page has nobody to sign it, so the labels of a frame to sign stand at its end. */
export const pageContent = ({ nodes, signature }: Imported): Content =>
  documentOf([...nodes, ...signature.map((label) => heading('h4', text(label)))]) as Content

/** The text of a version of the charter; its title is part of what is signed. */
export const charterContent = ({ title, nodes }: Imported): CharterVersion['content'] =>
  documentOf(title === '' ? nodes : [heading('h1', text(title)), ...nodes]) as CharterVersion['content']
