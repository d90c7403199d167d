import { describe, expect, it } from 'vitest'
import { sha256 } from '../lib/hash.ts'
import { namedIn, uploadsIn } from './references.ts'
import { canonicalContent, contentOf, type Written } from './content.ts'

const NOTHING = { pdf: null, pictures: [], files: [] }

const text = (children: unknown[]): Written['body'] => ({
  root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: children as never },
})
const words = (said: string, extra: object = {}) => ({ type: 'text', text: said, ...extra })
const paragraph = (children: unknown[], extra: object = {}) => ({ type: 'paragraph', children, ...extra })

const NOTE: Written = {
  title: 'Former',
  kind: 'position',
  abstract: 'En bref.',
  body: text([paragraph([words('Le texte.')])]),
  authors: ['Ada Martin', 'Jean Dupré'],
  authorPeople: ['b', 'a'],
  themes: ['funding'],
  regions: ['53'],
  source: null,
  deadline: null,
}

const hashOf = (changes: Partial<Written> = {}, files: Parameters<typeof contentOf>[1] = NOTHING) =>
  sha256(canonicalContent(contentOf({ ...NOTE, ...changes }, files)))

describe('the content of a publication', () => {
  it('is written as canonical JSON', () => {
    const content = contentOf(NOTE, NOTHING)
    expect(canonicalContent(content)).toMatch(
      /^\{"abstract":"En bref\.","authorPeople":\["a","b"\],"authors":\["Ada Martin","Jean Dupré"\],"body":/,
    )
  })

  it.each<[string, Partial<Written>]>([
    ['title', { title: 'Former\u00a0!' }],
    ['kind', { kind: 'report' }],
    ['abstract', { abstract: 'En bref' }],
    ['body', { body: text([paragraph([words('Le texte')])]) }],
    ['emphasis', { body: text([paragraph([words('Le texte.', { format: 1 })])]) }],
    ['authors', { authors: ['Jean Dupré', 'Ada Martin'] }],
    ['people who wrote it', { authorPeople: ['a'] }],
    ['themes', { themes: ['funding', 'access'] }],
    ['regions', { regions: [] }],
    ['source', { source: 'Journal officiel' }],
    ['deadline', { deadline: '2026-12-31' }],
  ])('is another with another %s', (_what, changes) => {
    expect(hashOf(changes)).not.toBe(hashOf())
  })

  it('is another with another PDF or another picture under the same name', () => {
    const pdf = (sha: string | null) => hashOf({}, { ...NOTHING, pdf: { id: 'f', sha256: sha } })
    const picture = (sha: string) => hashOf({}, { ...NOTHING, pictures: [{ id: 'm', sha256: sha }] })
    const inText = (sha: string) => hashOf({}, { ...NOTHING, files: [{ id: 'm', sha256: sha }] })
    expect(
      new Set([hashOf(), pdf(null), pdf('00'), pdf('01'), picture('00'), picture('01'), inText('00'), inText('01')])
        .size,
    ).toBe(8)
  })

  it('is the same whatever is not said and whatever the editor of texts writes for itself', () => {
    const rewritten = text([
      paragraph([words('Le texte.', { detail: 0, format: 0, mode: 'normal', style: '', version: 1 })], {
        direction: 'ltr',
        format: '',
        indent: 0,
        textFormat: 0,
        textStyle: '',
        version: 1,
        id: 'x',
      }),
    ])
    expect(hashOf({ body: rewritten, source: '', deadline: undefined, authorPeople: ['a', 'b', 'b'] })).toBe(hashOf())
    expect(hashOf({ abstract: '' })).toBe(hashOf({ abstract: null }))
    expect(hashOf({ authors: null, themes: undefined })).toBe(hashOf({ authors: [], themes: [] }))
  })

  it('keeps apart what one sees apart: a task done from one that is not, a list that starts elsewhere', () => {
    const item = (checked?: boolean, start = 1) =>
      hashOf({
        body: text([
          {
            type: 'list',
            listType: 'check',
            start,
            children: [{ type: 'listitem', ...(checked === undefined ? {} : { checked }), children: [words('fait')] }],
          },
        ]),
      })
    expect(new Set([item(), item(true), item(false), item(true, 2)]).size).toBe(4)
  })

  it('names the pictures and the files that stand in its text, each once', () => {
    const upload = (value: unknown, relationTo = 'media') => ({ type: 'upload', relationTo, value })
    const body = text([
      upload('b'),
      paragraph([upload('a')]),
      upload('b'),
      upload('f', 'files'),
      upload({ id: 'loaded' }),
      paragraph([{ type: 'link', fields: { doc: { relationTo: 'files', value: 'l' } }, children: [words('là')] }]),
    ])
    expect([
      uploadsIn(body, 'media'),
      uploadsIn(body, 'files'),
      uploadsIn(null, 'media'),
      namedIn(body, 'files'),
    ]).toEqual([['a', 'b', 'loaded'], ['f'], [], ['f', 'l']])
  })

  it('is another where a link or a picture of its text is of another record, however that is written', () => {
    const linked = (value: unknown) =>
      hashOf({
        body: text([
          paragraph([
            {
              type: 'link',
              fields: { linkType: 'internal', doc: { relationTo: 'pages', value } },
              children: [words('là')],
            },
          ]),
        ]),
      })
    const shown = (value: unknown) => hashOf({ body: text([{ type: 'upload', relationTo: 'media', value }]) })
    for (const of of [linked, shown]) {
      expect(of({ id: 'a', title: 'Un' })).toBe(of('a'))
      expect(of({ id: 'b' })).not.toBe(of({ id: 'a' }))
    }
  })
})
