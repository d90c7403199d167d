import { describe, expect, it } from 'vitest'
import { PREVIEW_DAYS, previewToken, readPreviewToken } from './preview-token.ts'

const SECRET = 'a secret of at least thirty-two characters'
const NOW = new Date('2026-11-23T10:00:00Z')
const token = previewToken(SECRET, { collection: 'pages', id: '01a21e42-ed70-717d-b8be-a75dad41efa7', lang: 'fr' }, NOW)

describe('the right to a preview', () => {
  it('names the record, the language and the moment it ends', () => {
    expect(readPreviewToken(SECRET, token)).toEqual({
      collection: 'pages',
      id: '01a21e42-ed70-717d-b8be-a75dad41efa7',
      lang: 'fr',
      until: new Date(NOW.getTime() + PREVIEW_DAYS * 86_400_000),
    })
  })

  it('is none once a single character differs, or under another secret', () => {
    for (let at = 0; at < token.length; at += 1) {
      const other = token.slice(0, at) + (token[at] === 'a' ? 'b' : 'a') + token.slice(at + 1)
      expect(readPreviewToken(SECRET, other)).toBeNull()
    }
    expect(readPreviewToken(`${SECRET}.`, token)).toBeNull()
    for (const wrong of ['', '.', token.slice(0, -1), `${token}.`]) expect(readPreviewToken(SECRET, wrong)).toBeNull()
  })
})
