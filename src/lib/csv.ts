import { stringify } from 'csv-stringify/sync'

/** By this sign a spreadsheet knows that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff'

/**
 * Lines of CSV (RFC 4180, commas). An apostrophe stands before a value that a spreadsheet would reckon: what people write
 * of themselves is no formula.
 */
export const csvLines = (rows: readonly (readonly (string | null)[])[]): string =>
  stringify([...rows.map((row) => [...row])], {
    record_delimiter: '\r\n',
    escape_formulas: true,
    quoted_match: /[\r\n]/,
  })
