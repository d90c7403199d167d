const LINE = 24
const TOP = 780
const LEFT = 60

/** A sheet of a few lines as a PDF: enough to be opened and read. */
export function sheet(lines: readonly string[]): Buffer {
  const content = [
    'BT',
    '/F1 14 Tf',
    `${LINE} TL`,
    `${LEFT} ${TOP} Td`,
    ...lines.flatMap((line) => [`(${escaped(line)}) Tj`, 'T*']),
    'ET',
  ].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}

/** Letters of Latin 1 are those of WinAnsi; the few others that we write have a plain form. */
const escaped = (line: string): string =>
  line
    .replace(/[’‘]/g, "'")
    .replace(/–/g, '-')
    .replace(/œ/g, 'oe')
    .replace(/\u00a0/g, ' ')
    .replace(/[\\()]/g, '\\$&')
