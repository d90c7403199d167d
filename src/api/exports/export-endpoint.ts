import type { Where } from 'payload'
import { staff } from '../../../access/actors.ts'
import { wrongActor } from '../../adhesion/lifecycle/errors.ts'
import { choice, fields, optional } from '../../input/fields.ts'
import { readOrRefuse } from '../../input/read.ts'
import { wrongInput } from '../../input/issue.ts'
import { now } from '../../lib/clock.ts'
import { parisDay } from '../../lib/dates.ts'
import { noteSecurityEvent } from '../../security/journal.ts'
import type { Said } from '../description/said.ts'
import type { OwnEndpoint } from '../posting.ts'
import { endpoint, signInFirst, type Ask } from '../respond.ts'
import { readableColumns, type ReadColumn } from './columns.ts'
import { csvOf } from './csv.ts'
import { listedRows, listOf, SHAPES, type List } from './lists.ts'
import { sentAsTaken } from '../sent-as-taken.ts'
import { countOf, pagesOf, selectionOf, titlesIn } from './selection.ts'
import { TABLES, type Exported } from './tables.ts'
import { xlsxOf, type Row } from './xlsx.ts'

const FORMATS = ['csv', 'xlsx'] as const

/** What an export is asked with, beside the `where` and `search` of the list. */
const EXPORTING = fields({ format: choice(FORMATS), columns: optional(choice(SHAPES)) })

const TYPES: Readonly<Record<(typeof FORMATS)[number], string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const SAYS: Said = {
  summary: { fr: 'Exporter la liste', en: 'Export the list' },
  by: 'readers',
  produces: Object.values(TYPES),
}

/**
 * `GET /api/<collection>/export?format=csv|xlsx` with the `where` and `search` of the list: what the list shows to who asks,
 * whole, as a table. Sent as it is read; noted in the security journal before its first line leaves.
 */
export const exportEndpoint = (collection: Exported): OwnEndpoint => ({
  path: '/export',
  method: 'get',
  custom: { query: EXPORTING, says: SAYS },
  handler: endpoint(async (ask) => {
    const { req } = ask
    const user = staff(req)
    if (!user) throw signInFirst()
    const { config } = req.payload.collections[collection]
    if ((await config.access.read({ req })) === false) throw wrongActor()
    const { format, columns: shape = 'table' } = readOrRefuse(EXPORTING, {
      format: req.query['format'],
      columns: req.query['columns'],
    })
    const list = listOf(collection, shape)
    if (list === undefined) throw wrongInput('columns', 'not-a-choice', { choices: 'table' })
    const columns = await readableColumns(req, config, list?.needs ?? TABLES[collection])
    // A list for one use is of no use in part.
    if (list && columns.length < list.needs.length) throw wrongActor()
    const where = await selectionOf(req, collection)
    const rows = await countOf(req, collection, where)

    const title = typeof config.labels.plural === 'string' ? config.labels.plural : collection
    await noteExported(ask, user.id, {
      what: `${title} (${format.toUpperCase()}, ${rows})`,
      collection,
      format,
      columns: shape,
      filter: filterOf(req, where),
      rows,
    })
    const headings = list?.headings ?? columns.map(({ heading }) => heading)
    const pages = rowsOf(ask, collection, { where, columns, list })
    const file = format === 'csv' ? csvOf(headings, pages) : xlsxOf(title, headings, pages)
    const name = `cpof-${collection}-${parisDay(now())}.${format}`
    return sentAsTaken(file, { name, type: TYPES[format] })
  }),
})

/** By what a selection was made, as the journal keeps it. */
const filterOf = ({ query }: Ask['req'], where: Where): string => {
  const on = typeof query['on'] === 'string' && query['on'] !== '' ? { on: query['on'] } : {}
  const filter = { ...where, ...on }
  return Object.keys(filter).length > 0 ? JSON.stringify(filter) : ''
}

const noteExported = (
  { req, client }: Ask,
  account: string,
  data: Readonly<Record<string, string | number>>,
): Promise<void> => noteSecurityEvent(req.payload, { type: 'exported', account, by: account, ...client, data })

type Written = { where: Parameters<typeof pagesOf>[2]['where']; columns: readonly ReadColumn[]; list: List | null }

async function* rowsOf(
  { req }: Pick<Ask, 'req'>,
  collection: Exported,
  { where, columns, list }: Written,
): AsyncGenerator<Row[]> {
  for await (const docs of pagesOf(req, collection, { where, columns })) {
    const titles = await titlesIn(req, docs, columns)
    yield docs.flatMap((doc) =>
      list ? listedRows(list, columns, doc, titles) : [columns.map(({ cell }) => cell(doc, titles))],
    )
  }
}
