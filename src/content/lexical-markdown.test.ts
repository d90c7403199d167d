import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lexicalToMarkdown } from './lexical-markdown.ts'
import { charterHtml } from './markdown.ts'
import { heading, item, line, link, paragraph, quote, rule, text } from './lexical-factory.ts'
import { document, list } from '../../tests/support/lexical.ts'

/** The words of HTML that `charterHtml` made: its tags hold no `>` in an attribute. */
function wordsOf(html: string): string {
  const characters: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
  return html.replace(/<[^>]*>/g, ' ').replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters[entity] ?? entity)
}

const squeezed = (words: string) =>
  words
    .normalize('NFC')
    .replace(/[\s\ufeff]+/gu, ' ')
    .trim()

describe('the canonical text of a charter', () => {
  it('is written in plain Markdown', () => {
    const charter = document(
      heading('h1', text('Charte d’adhésion')),
      paragraph(text('Chaque membre '), text('s’engage', 'bold'), text(' et '), text('respecte', 'italic'), text(' :')),
      list(
        'bullet',
        item(text('Qualité', 'bold'), text(' : progresser')),
        item(list('bullet', item(text('avec les publics')))),
        item(text('Coopération')),
      ),
      list('number', item(text('signer')), item(text('participer'))),
      rule(),
      quote(text('Seule la CPOF parle en son nom.')),
      paragraph(text('Voir '), link('https://exemple.fr/a(b)', text('le site')), text('.'), line(), text('Fin')),
    )
    expect(lexicalToMarkdown(charter)).toBe(
      [
        '# Charte d’adhésion',
        'Chaque membre **s’engage** et *respecte* :',
        '- **Qualité** : progresser\n  - avec les publics\n- Coopération',
        '1. signer\n2. participer',
        '---',
        '> Seule la CPOF parle en son nom.',
        'Voir [le site](https://exemple.fr/a%28b%29).\\\nFin\n',
      ].join('\n\n'),
    )
  })

  it('is the same for a text typed with composed and with combining accents, and ends by one line feed', () => {
    const composed = lexicalToMarkdown(document(paragraph(text('Éthique\r\nrespectée'))))
    expect(lexicalToMarkdown(document(paragraph(text('E\u0301thique\r\nrespecte\u0301e'))))).toBe(composed)
    expect(composed).toBe('Éthique respectée\n')
  })

  it('keeps no-break spaces', () => {
    expect(lexicalToMarkdown(document(paragraph(text('à savoir\u00a0: «\u202foui\u202f»'))))).toBe(
      'à savoir\u00a0: «\u202foui\u202f»\n',
    )
  })

  it('moves blanks out of the marks and joins what is set alike', () => {
    const words = paragraph(
      text('Un '),
      text(' mot ', 'bold'),
      text('fort', 'bold'),
      text(', puis'),
      text(' un', 'bold', 'italic'),
      text(' autre', 'bold'),
    )
    expect(lexicalToMarkdown(document(words))).toBe('Un **mot fort**, puis ***un* autre**\n')
  })

  it('gives up a mark that Markdown cannot set rather than a word', () => {
    const words = paragraph(text('mot'), text('(gras)', 'bold'), text('suite'))
    expect(lexicalToMarkdown(document(words))).toBe('mot(gras)suite\n')
  })

  it('keeps two lists in a row apart', () => {
    const html = charterHtml(
      lexicalToMarkdown(document(list('bullet', item(text('a'))), list('bullet', item(text('b'))))),
    )
    expect(html.match(/<ul>/g)).toHaveLength(2)
  })

  it.each([
    '# pas un titre',
    '- pas une liste',
    '1. pas une liste',
    '12) pas une liste',
    '> pas une citation',
    '---',
    '===',
    '***',
    '```',
    '~~~',
    ':-:',
    '<b>pas gras</b>',
    '<script>alert(1)</script>',
    '<https://exemple.fr>',
    '&lt;',
    '[pas](https://un.lien)',
    '![pas](https://une.image)',
    '[x]: https://une.reference',
    '[ ] pas une case',
    '| a | b |',
    '**',
    'un_mot_composé',
    'a \\ b',
    '    pas du code',
    'C #',
    'https://exemple.fr et www.exemple.fr et a@exemple.fr',
    '"',
  ])('shows %j as it was typed', (words) => {
    for (const shape of [
      paragraph,
      (...children: object[]) => heading('h2', ...children),
      (...children: object[]) => list('bullet', item(...children)),
    ]) {
      const html = charterHtml(lexicalToMarkdown(document(shape(text(words)), paragraph(text('suite')))))
      expect(squeezed(wordsOf(html))).toBe(squeezed(`${words} suite`))
      expect(html).not.toMatch(/<(a|img|script|b|code|pre|hr|table|input)[ >]/)
    }
  })

  it('loses no word and gains none, whatever is typed and however it is set', () => {
    const specials = [...'\\`*_{}[]()#+-.!<>~|&:=1a é\u00a0\n"\'', '&amp;', 'www.a.fr', '```', '    ', '<b>', '---']
    const typed = fc
      .array(fc.oneof(fc.constantFrom(...specials), fc.string({ unit: 'grapheme' })), { maxLength: 8 })
      .map((parts) => parts.join(''))
    const mark = fc.constantFrom(
      'bold' as const,
      'italic' as const,
      'strike' as const,
      'code' as const,
      'underline' as const,
    )
    const run = fc.oneof(
      {
        weight: 6,
        arbitrary: fc
          .tuple(typed, fc.uniqueArray(mark, { maxLength: 3 }))
          .map(([words, marks]) => text(words, ...marks)),
      },
      { weight: 1, arbitrary: fc.constant(line()) },
      { weight: 1, arbitrary: typed.map((words) => link('https://exemple.fr/?a=(1)', text(words))) },
    )
    const runs = fc.array(run, { minLength: 1, maxLength: 6 })
    const block = fc.oneof(
      runs.map((children) => paragraph(...children)),
      runs.map((children) => heading('h3', ...children)),
      runs.map((children) => quote(...children)),
      fc
        .tuple(fc.constantFrom('bullet' as const, 'number' as const), fc.array(runs, { minLength: 1, maxLength: 3 }))
        .map(([kind, items]) => list(kind, ...items.map((children) => item(...children)))),
    )
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        const html = charterHtml(lexicalToMarkdown(document(...blocks)))
        expect(wordsOf(html).replace(/\s/gu, '')).toBe(typedWords(blocks).replace(/\s/gu, ''))
      }),
      { numRuns: 250 },
    )
  })
})

/** The words of the tree, in order, as `lexicalToMarkdown` cleans them. */
function typedWords(node: unknown): string {
  if (Array.isArray(node)) return node.map(typedWords).join(' ')
  if (typeof node !== 'object' || node === null) return ''
  if ('text' in node && typeof node.text === 'string')
    return node.text.normalize('NFC').replace(/[\p{Cc}\p{Cs}\ufeff]/gu, '')
  return 'children' in node ? typedWords(node.children) : ''
}
