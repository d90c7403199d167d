/** Whether these bytes are a PDF from its first mark to its last. Payload refuses one without its end, and would not say which. */
export function isWholePdf(data: Buffer): boolean {
  const end = data.subarray(-1024).toString('latin1')
  return data.subarray(0, 5).toString('latin1') === '%PDF-' && end.includes('%%EOF') && end.includes('xref')
}
