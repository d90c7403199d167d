import type { Note } from './imported.ts'

/** What stands before a Markdown text about it. */
export type FrontMatter = { title?: string; slug?: string; notes: Note[]; lines: readonly string[] }

/** More lines than any program writes before a text. */
const MOST_LINES = 60
const ENTRY = /^([A-Za-z][\w-]*)\s*:(?:\s+(.*))?$/
/** What goes on with an entry (an item, something indented), a comment, or nothing. */
const OF_AN_ENTRY = /^(?:\s+\S.*|-\s.*|#.*|)$/

/** Takes the entries between two lines of `---` off the head of a text: title and address are the draft's, the others are told. */
export function withoutFrontMatter(lines: readonly string[]): FrontMatter {
  const whole: FrontMatter = { notes: [], lines }
  const head = lines.slice(1, MOST_LINES)
  const end = lines[0]?.trimEnd() === '---' ? head.findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line)) : -1
  const within = head.slice(0, Math.max(0, end)).map((line) => line.trimEnd())
  if (!within.some((line) => ENTRY.test(line)) || !within.every((line) => ENTRY.test(line) || OF_AN_ENTRY.test(line)))
    return whole
  const valueOf = (name: string) =>
    unquoted(
      within
        .map((line) => ENTRY.exec(line))
        .find((entry) => entry?.[1]?.toLowerCase() === name)?.[2]
        ?.trim() ?? '',
    )
  const [title, slug] = [valueOf('title') || valueOf('titre'), valueOf('slug')]
  return {
    ...(title === '' ? {} : { title }),
    ...(slug === '' ? {} : { slug }),
    notes: within.filter((line) => line.trim() !== '').map((line) => ({ kind: 'front-matter', text: line.trim() })),
    lines: lines.slice(end + 2),
  }
}

function unquoted(value: string): string {
  const quote = value[0]
  return (quote === '"' || quote === "'") && value.length > 1 && value.endsWith(quote) ? value.slice(1, -1) : value
}
