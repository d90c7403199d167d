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

describe('a document', () => {
  const word =
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  const check = (data: Buffer) =>
    checkFiles({ config: { ...({} as SanitizedConfig), custom: { env: { LIMIT_UPLOAD_MB: 10 } } } }, [
      { name: 'statuts.docx', data },
    ])

  it('is one of Word by what is in it, and is not unpacked without end to know it', async () => {
    expect((await check(zipOf('[Content_Types].xml', Buffer.from(word))))[0]?.mimeType).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    )
    const bomb = zipOf('[Content_Types].xml', Buffer.concat([Buffer.alloc(50_000_000, ' '), Buffer.from(word)]))
    expect(bomb.length).toBeLessThan(1_000_000)
    await expect(check(bomb)).rejects.toMatchObject({ status: 400 })
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
