/** What may stand before the first mark of a PDF: a byte order mark and blanks, as some programs and mail gateways leave them. */
const BEFORE = /^(?:\xef\xbb\xbf)?[\0\t\n\f\r ]*$/
/** As far as readers look for that mark (ISO 32000-1, annex H.3.4.1). */
const WITHIN = 1024
const PADDING: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])

/** Whether readers take these bytes for a PDF, be it a whole one or not. */
export const isPdf = (data: Buffer): boolean => beginning(data) !== null

/**
 * The bytes of a PDF from its first mark to its end, without what was put before it and without padding of NULs behind it; null for what
 * is none, or breaks off. A PDF that nothing was added to stays as it is, for a signature in it may cover its last line break.
 */
export function pdfIn(data: Buffer): Buffer | null {
  const begin = beginning(data)
  if (begin === null) return null
  let end = data.length
  while (end > begin && PADDING.has(data[end - 1] ?? -1)) end -= 1
  const last = data.subarray(begin, end).subarray(-WITHIN).toString('latin1')
  if (!last.includes('%%EOF') || !last.includes('xref')) return null
  return data.subarray(begin, data.includes(0, end) ? end : data.length)
}

function beginning(data: Buffer): number | null {
  const at = data.subarray(0, WITHIN).indexOf('%PDF-', 0, 'latin1')
  return at >= 0 && BEFORE.test(data.subarray(0, at).toString('latin1')) ? at : null
}
