/** Lines of one paragraph or item; a reader of Markdown goes through all of them again for each. */
const LONGEST_BLOCK = 200
/** Marks of quotation before one line. */
const DEEPEST_QUOTE = 12
const TOO_DEEP = new RegExp(`^(?:[ \\t]*>){${DEEPEST_QUOTE}}(?=[ \\t]*>)`)
/** Characters before the words of a line: more of them is no indentation, and each level of a list is read within the one above. */
const DEEPEST_INDENT = 32
/** Signs of items one after the other on one line, each a list within a list. */
const ITEMS_IN_ONE = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t])){6}[ \t]+(?=\S)/
/** Definitions of addresses: each word in brackets is looked up among them. */
const MOST_DEFINITIONS = 500
const DEFINITION = /^ {0,3}\[[^\]]+\]:/

/**
 * The lines of a Markdown text in the bounds of what people write, so that it is read in a time that grows as the text
 * does, and without end of the stack: a very long block is broken by an empty line, what is quoted or indented deeper
 * than anybody reads is so no more, and what would be the hundredth list on one line is text. No word is lost.
 */
export function withinReason(lines: readonly string[]): string[] {
  const kept: string[] = []
  let run = 0
  let definitions = 0
  for (const given of lines) {
    const flat = flattened(given)
    const isDefinition = DEFINITION.test(flat)
    if (isDefinition) definitions += 1
    const line = isDefinition && definitions > MOST_DEFINITIONS ? flat.replace('[', '\\[') : flat
    run = line === '' ? 0 : run + 1
    if (run > LONGEST_BLOCK && !/^(?:\s*[-*+]\s|\s*\d{1,9}[.)]\s|\|)/.test(line)) {
      kept.push('')
      run = 1
    }
    kept.push(line)
  }
  return kept
}

function flattened(line: string): string {
  const quoted = TOO_DEEP.exec(line)?.[0]
  if (quoted !== undefined) return `${quoted} \\${line.slice(quoted.length).trimStart()}`
  const items = ITEMS_IN_ONE.exec(line)?.[0]
  if (items !== undefined) return `${items}\\${line.slice(items.length)}`
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  return indent.length > DEEPEST_INDENT ? ' '.repeat(DEEPEST_INDENT) + line.slice(indent.length) : line
}
