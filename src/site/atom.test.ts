import { describe, expect, it } from 'vitest'
import { atomFeed, xmlText } from './atom.ts'

const at = new Date('2026-11-23T10:00:00Z')
const entry = {
  id: 'tag:cpof.example,2026:publications/1',
  title: 'Former & « <émanciper> »',
  href: 'https://cpof.example/publications/a?b&c',
  published: at,
  updated: new Date('2026-11-24T10:00:00Z'),
  authors: ['Ada "Martin"'],
  summary: 'Un\u0000 résumé\u{1F393}\uD800',
  categories: ['Qualité'],
}
const feed = {
  title: 'Publications',
  subtitle: 'De la CPOF',
  href: 'https://cpof.example/publications',
  self: 'https://cpof.example/publications.atom',
  author: 'CPOF',
}

describe('a feed', () => {
  it('says when it last changed, and of each entry what Atom requires', () => {
    const xml = atomFeed({ ...feed, entries: [entry, { ...entry, id: 'other', updated: at }] })
    expect(xml).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom" xml:lang="fr">\n<id>[^<]+<\/id>\n<title>/,
    )
    expect(xml.match(/<updated>[^<]+/g)).toEqual([
      '<updated>2026-11-24T10:00:00.000Z',
      '<updated>2026-11-24T10:00:00.000Z',
      '<updated>2026-11-23T10:00:00.000Z',
    ])
    expect(xml).toContain('<title>Former &amp; « &lt;émanciper&gt; »</title>')
    expect(xml).toContain('href="https://cpof.example/publications/a?b&amp;c"')
    expect(xml).toContain('<name>Ada &quot;Martin&quot;</name>')
  })

  it('is one without entries too', () => {
    expect(atomFeed({ ...feed, entries: [] })).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
  })

  it('holds no character that XML refuses', () => {
    expect(xmlText('a\u0000b\u0008c\uFFFEd\uD800e\tf\u{1F393}')).toBe('abcde\tf\u{1F393}')
  })
})
