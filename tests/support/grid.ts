/** One cell of a grid written by hand: what is asked (row), where (column), by whom, and what comes of it. */
export type Cell = { row: string; column: string; who: string; word: string }

type Groups = Readonly<Record<string, readonly string[]>>

/**
 * Reads a grid. Its first line names the columns. A line at the margin names a row; those below it, set in, say for one
 * or several of `everybody` (or a group of them) what each column brings: a word a column, or one for all; `·` is not asked.
 * @throws for a name that nobody has, a row or somebody in it named twice, a line that has not a word for each column
 */
export function readGrid(text: string, everybody: readonly string[], groups: Groups = {}): Cell[] {
  const [head = '', ...lines] = text.split('\n').filter((each) => each.trim() !== '')
  const columns = head.trim().split(/\s+/)
  const named = new Set<string>()
  let row = ''
  return lines.flatMap((line) => {
    if (!line.startsWith(' ')) {
      row = line.trim()
      nameOnce(named, row)
      return []
    }
    const [names = '', given = ''] = line.split(':')
    const words = given.trim().split(/\s+/)
    if (words.length !== 1 && words.length !== columns.length)
      throw new Error(`${row}, ${names.trim()}: ${words.length} words for ${columns.length} columns`)
    const people = names
      .trim()
      .split(/\s+/)
      .flatMap((name) => groups[name] ?? [name])
    return people.flatMap((who) => {
      if (!everybody.includes(who)) throw new Error(`${row} names ${who}, whom nobody knows`)
      nameOnce(named, `${row}, ${who}`)
      return columns
        .map((column, index) => ({ row, column, who, word: words[words.length === 1 ? 0 : index] ?? '' }))
        .filter(({ word }) => word !== '·')
    })
  })
}

function nameOnce(named: Set<string>, name: string): void {
  if (named.has(name)) throw new Error(`${name} stands in the table twice`)
  named.add(name)
}

/** A grid in which each row says of everybody what each column brings. @throws when something is left out */
export function wholeGrid(text: string, everybody: readonly string[], groups: Groups = {}): Cell[] {
  const cells = readGrid(text, everybody, groups)
  const said = new Set(cells.map(({ row, column, who }) => `${row}, ${column}, ${who}`))
  const all = (key: 'row' | 'column') => [...new Set(cells.map((cell) => cell[key]))]
  for (const row of all('row')) {
    for (const column of all('column')) {
      const missing = everybody.filter((who) => !said.has(`${row}, ${column}, ${who}`))
      if (missing.length > 0) throw new Error(`${row}, ${column}: nothing is said of ${missing.join(', ')}`)
    }
  }
  return cells
}
