import { describe, expect, it } from 'vitest'
import { isPdf, pdfIn } from './pdf.ts'

const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF'
const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('a PDF', () => {
  it.each([
    ['as it should be', PDF],
    ['behind a byte order mark', `\u00ef\u00bb\u00bf${PDF}`],
    ['behind empty lines', `\r\n\r\n${PDF}`],
    ['before NULs', `${PDF}\n${'\0'.repeat(5000)}`],
    ['behind and before both', `\u00ef\u00bb\u00bf\r\n${PDF}\r\n\0\0`],
  ])('is known and kept from its first mark to its last: %s', (_what, sent) => {
    expect(isPdf(bytes(sent))).toBe(true)
    expect(pdfIn(bytes(sent))?.toString('latin1')).toBe(PDF)
  })

  it('keeps the line break that it ends with, which a signature may cover', () => {
    expect(pdfIn(bytes(`${PDF}\n`))?.toString('latin1')).toBe(`${PDF}\n`)
    expect(pdfIn(bytes(`${PDF}\r\n`))?.toString('latin1')).toBe(`${PDF}\r\n`)
  })

  it.each([
    ['breaks off', PDF.slice(0, -5)],
    ['has no table', PDF.replaceAll('xref', 'yref')],
  ])('is none when it %s', (_what, sent) => {
    expect(isPdf(bytes(sent))).toBe(true)
    expect(pdfIn(bytes(sent))).toBeNull()
  })

  it.each([
    ['is something else', '<html></html>'],
    ['stands behind something else', `<script></script>${PDF}`],
    ['is nothing', ''],
    ['is a mark far away', `${' '.repeat(2000)}${PDF}`],
  ])('is not seen where it %s', (_what, sent) => {
    expect(isPdf(bytes(sent))).toBe(false)
    expect(pdfIn(bytes(sent))).toBeNull()
  })
})
