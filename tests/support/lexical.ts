import { documentOf, link, listFrom, tableOf } from '../../src/content/lexical-factory.ts'

/** A rich text of the blocks given. */
export const document = (...children: object[]) => documentOf(children)

/** A list of the items given, counted from 1. */
export const list = (listType: 'bullet' | 'number' | 'check', ...children: object[]) => listFrom(1, listType, children)

/** A table of the rows given; the first one names its columns. */
export const table = (...rows: object[][][]) => tableOf(rows)

/** A link to a record of a collection. */
export const internalLink = (relationTo: string, value: unknown, ...children: object[]) => ({
  ...link('', ...children),
  fields: { linkType: 'internal', doc: { relationTo, value }, newTab: false },
})
