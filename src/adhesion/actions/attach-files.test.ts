import { crc32, deflateRawSync } from 'node:zlib'
import type { SanitizedConfig } from 'payload'
import { describe, expect, it } from 'vitest'
import { checkFiles, cleanName } from './attach-files.ts'

/** A zip of one entry. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(crc32(content), 14)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(content.length, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name), packed])
}

const check = (name: string, data: Buffer) =>
  checkFiles({ config: { ...({} as SanitizedConfig), custom: { env: { LIMIT_UPLOAD_MB: 10 } } } }, [{ name, data }])

/** The first box of a picture of that brand, which suits the others. */
const pictureOf = (...brands: string[]): Buffer => {
  const [major = '', ...suited] = brands
  const box = Buffer.from(`\0\0\0\0ftyp${major}\0\0\0\0${suited.join('')}`, 'latin1')
  box.writeUInt32BE(box.length, 0)
  return Buffer.concat([box, Buffer.alloc(64)])
}

describe('a picture of a telephone', () => {
  it('is HEIC by its brand or by one that it suits', async () => {
    for (const brands of [
      ['heic', 'mif1', 'heic'],
      ['mif1', 'mif1', 'heic'],
      ['mif1', 'miaf', 'heix'],
    ])
      expect((await check('photo.heic', pictureOf(...brands)))[0]?.mimeType, brands.join()).toBe('image/heic')
    await expect(check('photo.heic', pictureOf('mif1', 'mif1', 'avif'))).rejects.toMatchObject({ status: 400 })
  })
})

describe('a PDF behind empty lines', () => {
  it('is kept as it came, and told to be damaged where it breaks off', async () => {
    const pdf = Buffer.from('\r\n%PDF-1.4\nxref\n%%EOF\0\0')
    expect(await check('statuts.pdf', pdf)).toMatchObject([{ data: pdf, mimeType: 'application/pdf' }])
    await expect(check('statuts.pdf', pdf.subarray(0, 12))).rejects.toMatchObject({
      issues: [{ path: 'files.0', code: 'file-damaged' }],
    })
  })
})

describe('a document', () => {
  const word =
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

  it('is one of Word by what is in it, and is not unpacked without end to know it', async () => {
    expect((await check('statuts.docx', zipOf('[Content_Types].xml', Buffer.from(word))))[0]?.mimeType).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    )
    const bomb = zipOf('[Content_Types].xml', Buffer.concat([Buffer.alloc(50_000_000, ' '), Buffer.from(word)]))
    expect(bomb.length).toBeLessThan(1_000_000)
    await expect(check('statuts.docx', bomb)).rejects.toMatchObject({ status: 400 })
  })
})

describe('the name of a file', () => {
  it.each([
    ['statuts.pdf', 'statuts.pdf'],
    ['C:\\Documents\\statuts.pdf', 'statuts.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['re\u0301ce\u0301pisse\u0301.pdf', 'récépissé.pdf'],
    ['facture\u202egpj.exe', 'facturegpj.exe'],
    ['a\n b\t.pdf', 'a b.pdf'],
    ['', 'Sans nom'],
    ['  \u200b ', 'Sans nom'],
    ['x'.repeat(500), 'x'.repeat(120)],
  ])('%j reads %j', (given, read) => {
    expect(cleanName(given)).toBe(read)
  })
})
