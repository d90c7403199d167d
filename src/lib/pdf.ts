/** What may stand before the first mark of a PDF: a byte order mark and blanks, as some programs and mail gateways leave them. */
const BEFORE = /^(?:\xef\xbb\xbf)?[\0\t\n\f\r ]*$/
/** As far as readers look for that mark (ISO 32000-1, annex H.3.4.1). */
const WITHIN = 1024
const PADDING: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])

/** Whether readers take these bytes for a PDF, be it a whole one or not. */
export const isPdf = (data: Buffer): boolean => beginning(data) !== null

/** The bytes of a PDF from its first mark to its last, without what was put before and behind it; null for what is none, or breaks off. */
export function pdfIn(data: Buffer): Buffer | null {
  const begin = beginning(data)
  if (begin === null) return null
  let end = data.length
  while (end > begin && PADDING.has(data[end - 1] ?? -1)) end -= 1
  const pdf = data.subarray(begin, end)
  const last = pdf.subarray(-WITHIN).toString('latin1')
  return last.includes('%%EOF') && last.includes('xref') ? pdf : null
}

function beginning(data: Buffer): number | null {
  const at = data.subarray(0, WITHIN).indexOf('%PDF-', 0, 'latin1')
  return at >= 0 && BEFORE.test(data.subarray(0, at).toString('latin1')) ? at : null
}
