import { describe, expect, it } from 'vitest'
import { escapeMarkup, unescapeMarkup } from './escape.ts'

describe('a text in HTML or XML', () => {
  it('opens no tag, ends no attribute and begins no entity', () => {
    expect(escapeMarkup(`<a href="x">l'été & co</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;l&#39;été &amp; co&lt;/a&gt;')
    expect(escapeMarkup('&amp;')).toBe('&amp;amp;')
  })

  it('is read back as it was', () => {
    for (const text of [`<a href="x">l'été & co</a>`, '&amp;lt;', '&nbsp;'])
      expect(unescapeMarkup(escapeMarkup(text))).toBe(text)
  })
})
