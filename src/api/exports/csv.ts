import { BYTE_ORDER_MARK, csvLines } from '../../lib/csv.ts'
import type { Row } from './xlsx.ts'

/** A table as CSV in UTF-8, with the mark by which spreadsheets know it; written as the pages of rows come. */
export async function* csvOf(
  headings: readonly string[],
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array<ArrayBufferLike>> {
  yield Buffer.from(BYTE_ORDER_MARK + csvLines([headings]))
  for await (const rows of pages) yield Buffer.from(csvLines(rows))
}
