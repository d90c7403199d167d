import { Lexer, type HooksObject, type Token } from 'marked'

/** Runs of marks in one paragraph, item or cell; one that has more is nobody's prose. */
const MOST_MARKS = 300
const MARKS = /[*_~`]+|[[\]!<\\]/g
const ESCAPED = /\\([!-/:-@[-`{-~])/g

/**
 * Reads Markdown in a time that grows as its text does. For each mark that opens something the library looks for the
 * one that closes it through the rest of the paragraph: `*a` twenty thousand times took it 13 seconds. A paragraph of
 * more marks than any prose has is read as the characters it is made of.
 */
export class BoundedLexer<ParserOutput = string, RendererOutput = string> extends Lexer<ParserOutput, RendererOutput> {
  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (!isDense(src)) return super.inlineTokens(src, tokens)
    src.split('\\\n').forEach((raw, index) => {
      if (index > 0) tokens.push({ type: 'br', raw: '\\\n' })
      tokens.push({ type: 'text', raw, text: raw.replace(ESCAPED, '$1'), escaped: false })
    })
    return tokens
  }
}

function isDense(src: string): boolean {
  let marks = 0
  MARKS.lastIndex = 0
  while (marks <= MOST_MARKS && MARKS.exec(src) !== null) marks += 1
  return marks > MOST_MARKS
}

/** The hook by which a reader of `marked` is given {@link BoundedLexer}. */
export const boundedLexer: HooksObject = {
  provideLexer(block) {
    return (src, options) => (block ? new BoundedLexer(options).lex(src) : new BoundedLexer(options).inlineTokens(src))
  },
}
