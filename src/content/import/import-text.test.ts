import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { document } from '../../../tests/support/lexical.ts'
import { readLexical, type Block, type Inline, type List } from '../lexical-tree.ts'
import { importText } from './import-text.ts'
import type { Imported } from './imported.ts'

const inlineWords = (children: readonly Inline[]): string =>
  children
    .map((child) => (child.type === 'text' ? child.text : child.type === 'break' ? ' ' : inlineWords(child.children)))
    .join('')

/** A numbered list shows its numbers, which do not stand in its text. */
const listWords = ({ ordered, start, items }: List): string =>
  items
    .map(({ children, lists }, index) =>
      [ordered ? String(start + index) : '', inlineWords(children), ...lists.map(listWords)].join(' '),
    )
    .join(' ')

const blockWords = (block: Block): string => {
  if (block.type === 'table')
    return block.rows
      .flat()
      .flatMap((cell) => cell.blocks.map(blockWords))
      .join(' ')
  return block.type === 'list' ? listWords(block) : 'children' in block ? inlineWords(block.children) : ''
}

/** Every word of a draft in the order of reading. */
const draftWords = ({ title, nodes, signature }: Imported): string[] =>
  wordsOf([title, ...readLexical(document(...nodes)).map(blockWords), ...signature].join(' '))

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}’'-]*[\p{L}\p{N}]/gu) ?? []

const PLAIN = `\ufeffLe Cercle des ateliers - CDA
Le Cercle des ateliers : une maison ouverte à qui apprend
Le Cercle réunit des ateliers de toute taille, qui partagent leurs méthodes et leurs questions depuis dix ans.\r
Une mission commune
Nous défendons l’idée que chacun peut apprendre un métier à tout âge, près de chez soi et avec d’autres.
Des actions
Le Cercle s’engage à :
- Publier ce qu’il observe ;
- Réunir ses membres chaque trimestre ;
Nous écrire / Nous voir
Venez quand vous voulez, nous ouvrons la porte le mardi et le jeudi.`

const CHARTER = `

# CHARTE DU CERCLE (CDA)

## Préambule

Le Cercle est une *maison* : on y entre
par son travail.

## 1. Valeurs

Les membres s'engagent :

- **Ouverture :** La porte n'est jamais fermée.
- **Patience :** Chacun son rythme.
  - même le soir

## 2. Acceptation

Elle vaut dès la signature.

**Nom de l'atelier :** \\_\\_\\_\\_\\_

**Qui signe :** _____

**Date et signature :** ……
`

describe('a plain text', () => {
  const draft = importText(PLAIN)

  it('has its first line as title and its short lines as headings, which are proposed', () => {
    expect(draft.title).toBe('Le Cercle des ateliers - CDA')
    expect(draft.notes).toEqual(
      [
        'Le Cercle des ateliers : une maison ouverte à qui apprend',
        'Une mission commune',
        'Des actions',
        'Nous écrire / Nous voir',
      ].map((text) => ({ kind: 'heading-proposed', text })),
    )
    const blocks = readLexical(document(...draft.nodes))
    expect(blocks.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'list',
      'heading',
      'paragraph',
    ])
  })

  it('keeps every word in its order', () => {
    expect(draftWords(draft)).toEqual(wordsOf(PLAIN))
  })
})

describe('a Markdown text', () => {
  const draft = importText(CHARTER)

  it('keeps headings, lists and emphasis, and has its blanks to fill in apart', () => {
    expect(draft).toMatchObject({
      title: 'CHARTE DU CERCLE (CDA)',
      signature: ["Nom de l'atelier", 'Qui signe', 'Date et signature'],
      notes: [],
    })
    const blocks = readLexical(document(...draft.nodes))
    expect(blocks.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'list',
      'heading',
      'paragraph',
    ])
    expect(blocks[1]).toMatchObject({
      children: [
        { text: 'Le Cercle est une ' },
        { text: 'maison', marks: ['italic'] },
        { text: ' : on y entre par son travail.' },
      ],
    })
    expect(blocks[2]).toMatchObject({ level: 2, children: [{ text: '1. Valeurs' }] })
    expect(blocks[4]).toMatchObject({
      items: [
        { children: [{ text: 'Ouverture :', marks: ['bold'] }, { text: " La porte n'est jamais fermée." }] },
        { children: [{ text: 'Patience :' }, {}], lists: [{ items: [{ children: [{ text: 'même le soir' }] }] }] },
      ],
    })
  })

  it('keeps every word in its order', () => {
    expect(draftWords(draft)).toEqual(wordsOf(CHARTER))
  })

  it('keeps the numbers of its articles, wherever a list begins again', () => {
    const source = '# Titre\n\n1. Premier\n\nUn mot.\n\n2. Deuxième\n3. Troisième\n\n12) Douzième\n'
    expect(draftWords(importText(source))).toEqual([
      'Titre',
      '1',
      'Premier',
      'Un',
      'mot',
      '2',
      'Deuxième',
      '3',
      'Troisième',
      '12',
      'Douzième',
    ])
    expect(
      draftWords(
        importText('Titre\n1. Un article assez long pour en être un, jusqu’au bout de la ligne.\n3) Un autre.\n'),
      ),
    ).toEqual(expect.arrayContaining(['1', '3']))
  })

  it('keeps the order of an item that goes on behind a list within it, and counts on', () => {
    const source =
      '# T\n\n1) un\n   - deux\n\n   trois\n2) quatre\n   - cinq\n     - six\n\n     sept\n\n   huit\n3) neuf\n'
    const draft = importText(source)
    expect(draftWords(draft)).toEqual('T 1 un deux trois 2 quatre cinq six sept huit 3 neuf'.split(' '))
    expect(draft.notes).toContainEqual({ kind: 'set-otherwise', text: 'trois', as: 'paragraph' })
    expect(draftWords(importText('# T\n\n- un\n\n  deux\n- trois\n'))).toEqual(['T', 'un', 'deux', 'trois'])
  })

  it('breaks a line where two blanks end it, decodes entities, and keeps code as it is', () => {
    const [first] = readLexical(
      document(...importText('# T\n\nune ligne  \nl&rsquo;autre&nbsp;: 3 &lt; 4 `&amp;`\n').nodes),
    )
    expect(first).toMatchObject({
      children: [
        { text: 'une ligne' },
        { type: 'break' },
        { text: 'l’autre\u00a0: 3 < 4 ' },
        { text: '&amp;', marks: ['code'] },
      ],
    })
    expect(importText('# A&nbsp;&amp;&nbsp;B\n\nx\n').title).toBe('A\u00a0&\u00a0B')
  })

  it('has its title and address from what stands before it, which is told', () => {
    const draft = importText(
      '---\ntitle: "Nos idées : suite"\nslug: nos-idees\ntags:\n  - a\n---\n\n# Une partie\n\nUn texte.\n',
    )
    expect(draft).toMatchObject({ title: 'Nos idées : suite', slug: 'nos-idees' })
    expect(draft.notes.map(({ text }) => text)).toEqual([
      'title: "Nos idées : suite"',
      'slug: nos-idees',
      'tags:',
      '- a',
    ])
    expect(draftWords(draft).slice(3)).toEqual(['Une', 'partie', 'Un', 'texte'])
    expect(importText('---\ntitre: T\n---\n# T\n\nUn texte.\n').nodes).toHaveLength(1)
    expect(importText('---\nDeux mots\n---\n# Une partie\n').notes).toEqual([])
  })

  it('tells every link and picture that it leaves out', () => {
    const source =
      '# T\n\n[a](suite.md) [b](#t-2) [c](https://exemple.fr) [d](www.exemple.fr) ![e](img/x.png)\n\n## T 2\n'
    const draft = importText(source)
    expect(draft.notes.map(({ text }) => text)).toEqual(['suite.md', 'img/x.png'])
    const stored = JSON.stringify(draft.nodes)
    for (const url of ['#t-2', 'https://exemple.fr', 'https://www.exemple.fr'])
      expect(stored).toContain(`"url":"${url}"`)
  })

  it('says what a page cannot show as it was, and loses no word of it', () => {
    const source =
      '# Titre\n\n| Année | Nombre |\n| --- | --- |\n| 2026 | **douze** |\n\n    à part\n\n<script>alert(1)</script>\n\n[lien](javascript:alert) ![image](/x.png)\n'
    const odd = importText(source)
    expect(odd.notes).toEqual([
      { kind: 'set-otherwise', text: 'à part', as: 'paragraph' },
      { kind: 'left-out', text: 'javascript:alert' },
      { kind: 'left-out', text: '/x.png' },
    ])
    expect(readLexical(document(...odd.nodes))[0]).toMatchObject({
      type: 'table',
      rows: [
        [{ scope: 'col' }, { scope: 'col' }],
        [{ scope: null }, { blocks: [{ children: [{ text: 'douze', marks: ['bold'] }] }] }],
      ],
    })
    expect(JSON.stringify(odd.nodes)).not.toContain('javascript')
    expect(draftWords(odd)).toEqual([
      'Titre',
      'Année',
      'Nombre',
      '2026',
      'douze',
      'à',
      'part',
      'script',
      'alert',
      '1',
      'script',
      'lien',
      'image',
    ])
  })
})

describe('any text', () => {
  it('keeps every word in its order, whatever its lines', () => {
    const word = fc.constantFrom(
      'charte',
      'Membre',
      'l’Europe',
      '2026',
      'formation',
      'À',
      'tous.',
      'points :',
      '(annexe)',
    )
    const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '))
    const start = fc.constantFrom('', '', '- ', '• ', '## ')
    const lines = fc
      .array(
        fc.oneof(
          fc.constant(''),
          fc.tuple(start, words).map((parts) => parts.join('')),
        ),
        { maxLength: 20 },
      )
      .map((list) => list.join('\n'))
    fc.assert(
      fc.property(lines, (source) => {
        const draft = importText(source)
        expect(draftWords(draft)).toEqual(wordsOf(source))
      }),
    )
  })

  it('is read without throwing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        (source) => typeof importText(source).title === 'string',
      ),
    )
  })
})
