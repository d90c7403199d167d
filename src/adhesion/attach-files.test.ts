import { describe, expect, it } from 'vitest'
import { cleanName } from './attach-files.ts'

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
