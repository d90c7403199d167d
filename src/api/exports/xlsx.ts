import { strToU8 } from 'fflate'
import { escapeMarkup } from '../../lib/escape.ts'
import { beginZip } from '../../lib/zip.ts'

/** One row of a table: texts, days (`2026-11-23`) and moments (`2026-11-23 14:05`), null for nothing. */
export type Row = readonly (string | null)[]

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What an XLSX file (ECMA-376) holds beside its one sheet. */
const parts = (title: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${OFFICE}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${OFFICE}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="${escapeMarkup(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
})

const STYLE = { text: 0, heading: 1, day: 2, moment: 3 } as const

const OPENING = `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`

/** Excel takes no longer text in a cell. */
const LONGEST_TEXT = 32_767
const TIME = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?$/
/** The day from which spreadsheets count, as days before that of Unix. */
const DAYS_BEFORE_UNIX = 25_569
const A_DAY = 86_400_000

/** What XML cannot hold, and what a spreadsheet would take for a sign that was written by its number (`_x000D_`). */
const inXml = (text: string): string =>
  escapeMarkup(
    text
      .slice(0, LONGEST_TEXT)
      .replace(/\r\n?/g, '\n')
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '')
      .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'),
  )

/** One cell: a day or a moment as a number that a spreadsheet shows as such, everything else as a text, never a formula. */
function cellOf(value: string | null, style: number): string {
  if (value === null || value === '') return '<c/>'
  const [, day, clock] = TIME.exec(value) ?? []
  const at = day === undefined ? NaN : Date.parse(`${day}T${clock ?? '00:00'}:00Z`)
  if (!Number.isNaN(at))
    return `<c s="${clock === undefined ? STYLE.day : STYLE.moment}"><v>${DAYS_BEFORE_UNIX + at / A_DAY}</v></c>`
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${inXml(value)}</t></is></c>`
}

const rowsOf = (rows: readonly Row[], style: number): string =>
  rows.map((row) => `<row>${row.map((value) => cellOf(value, style)).join('')}</row>`).join('')

/** A table as an XLSX file of one sheet, written as the pages of rows come: no more than one of them is held. */
export async function* xlsxOf(
  title: string,
  headings: readonly string[],
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array<ArrayBufferLike>> {
  const { begin, end, taken } = beginZip()
  for (const [name, text] of Object.entries(parts(title))) begin(name).push(strToU8(HEAD + text), true)
  const sheet = begin('xl/worksheets/sheet1.xml')
  const columns = `<cols><col min="1" max="${headings.length}" width="24" customWidth="1"/></cols>`
  sheet.push(strToU8(`${HEAD}${OPENING}${columns}<sheetData>${rowsOf([headings], STYLE.heading)}`))
  yield taken()
  for await (const rows of pages) {
    sheet.push(strToU8(rowsOf(rows, STYLE.text)))
    yield taken()
  }
  sheet.push(strToU8('</sheetData></worksheet>'), true)
  end()
  yield taken()
}
