import { describe, expect, it } from 'vitest'
import { inlineText } from '../markdown.ts'
import { typo } from '../typography.ts'
import { readableText, wordsChanged } from '../words-changed.ts'
import { importText } from './import-text.ts'
import { unknownWords } from './spelling.ts'

const of = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length))

/** Texts that a reader without care goes through again for each of their characters. */
const TEXTS: Record<string, (length: number) => string> = {
  'one word': (length) => of('a', length),
  'one sentence again and again': (length) => of('Les organismes de la région ont des idées.\n', length),
  'one sentence again and again on one line': (length) => of('Les organismes de la Région ont des Idées, ', length),
  items: (length) => of('- a\n', length),
  'items of Markdown': (length) => `# T\n\n${of('- a\n', length)}`,
  'an item that goes on': (length) => `# T\n\n- a\n${of('  b\n', length)}`,
  'an item that goes on as a paragraph': (length) => `# T\n\n- a\n${of('b\n', length)}`,
  'emphasis that opens': (length) => `# T\n\n${of('*a', length)}`,
  underscores: (length) => `# T\n\n${of('_a ', length)}`,
  'code that opens': (length) => `# T\n\n${of('`a ', length)}`,
  'pictures that open': (length) => `# T\n\n${of('![a](', length)}`,
  brackets: (length) => `# T\n\n${of('[', length)}`,
  'exclamation marks': (length) => `# T\n\n${of('!', length)}`,
  'quotations in quotations': (length) => `# T\n\n${of('> ', length)}a`,
  'lists in lists on one line': (length) => `# T\n\n${of('- + ', length)}a`,
  'addresses by name': (length) => `# T\n\n${of('[a]: b\n', length)}`,
  blanks: (length) => `a${of(' ', length)}b`,
  'blanks in Markdown': (length) => `# T\n\na${of(' ', length)}\nb`,
  'a blank to fill in': (length) => `a${of('_', length)}b`,
  'blanks to fill in': (length) => of('a ____\n', length),
}

/** What the processor does, the best of three: what others do at the same time is not counted. */
function cost(run: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const begun = process.cpuUsage()
      run()
      const { user, system } = process.cpuUsage(begun)
      return user + system
    }),
  )
}

/** A cost below this, in microseconds, is that of the measuring. */
const FLOOR = 4_000

describe('a text twice as long', () => {
  it.each(Object.entries(TEXTS))(
    'takes about twice the time: %s',
    (_name, text) => {
      unknownWords('mot')
      const read = (length: number) => {
        const source = text(length)
        return cost(() => [
          importText(source),
          unknownWords(source),
          typo(source),
          readableText(source.slice(0, length / 4)),
          inlineText(source),
        ])
      }
      const [once, again] = [read(20_000), read(80_000)]
      // Four times the text: 4 when each character is looked at once, 16 when each is looked at for each other.
      expect(again / Math.max(once, FLOOR)).toBeLessThan(9)
    },
    60_000,
  )

  it('is compared in a bounded time, and told whole where nothing is common', () => {
    const words = (from: number) => Array.from({ length: 6_000 }, (_, index) => `mot${from + index}`).join(' ')
    expect(wordsChanged(words(0), words(10_000))).toEqual([
      { kind: 'removed', text: words(0) },
      { kind: 'added', text: words(10_000) },
    ])
  }, 60_000)
})

describe('a text that nobody writes', () => {
  it.each([
    ...Object.entries(TEXTS),
    ['quotations without a blank', (length: number) => `# T\n${of('>', length)}`] as const,
    ['numbers in numbers', (length: number) => `# T\n\n${of('1. ', length)}a`] as const,
  ])(
    'is read all the same: %s',
    (_name, text) => {
      const { title, nodes, signature } = importText(text(120_000))
      expect(title.length + nodes.length + signature.length).toBeGreaterThan(0)
    },
    60_000,
  )
})
