import { expect, it } from 'vitest'
import { isComplete } from './complete.ts'

const text = (...children: unknown[]) => ({ root: { type: 'root', children: [{ type: 'paragraph', children }] } })
const said = text({ type: 'text', text: 'Le texte.' })
const pdf = { id: 'f', sha256: null }

it.each([
  ['a title and a text', { title: 'Former', body: said, pdf: null }, true],
  ['a title and a PDF', { title: 'Former', body: null, pdf }, true],
  [
    'a title and a picture',
    { title: 'Former', body: text({ type: 'upload', relationTo: 'media', value: 'm' }), pdf: null },
    true,
  ],
  ['a title alone', { title: 'Former', body: null, pdf: null }, false],
  [
    'a title and a text that was opened',
    { title: 'Former', body: text({ type: 'text', text: ' ' }), pdf: null },
    false,
  ],
  ['a text without a title', { title: ' ', body: said, pdf }, false],
])('%s', (_what, content, whole) => {
  expect(isComplete(content)).toBe(whole)
})
