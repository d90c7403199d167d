import { readFileSync, writeFileSync } from 'node:fs'

import { markdownTable, mermaidDiagram } from '../../src/adhesion/lifecycle/diagram.ts'
import { envTable } from '../../src/env.ts'

const cell = (text: string) => text.replaceAll('|', '\\|')

const configuration = () =>
  [
    '| variable | default | meaning |',
    '| --- | --- | --- |',
    ...envTable().map(
      ({ name, fallback, meaning }) => `| \`${name}\` | ${fallback && `\`${cell(fallback)}\``} | ${cell(meaning)} |`,
    ),
  ].join('\n')

/** What stands in the README between `<!-- made: NAME -->` and `<!-- end of NAME -->`. */
const parts: Record<string, () => string> = {
  configuration,
  'life of an adhesion': () => `\`\`\`mermaid\n${mermaidDiagram().trim()}\n\`\`\``,
  transitions: () => markdownTable().trim(),
}

/** Writes anew the parts of a Markdown file that are made from the sources; the file must exist. */
export function fillReadme(file: string): void {
  const before = readFileSync(file, 'utf8')
  const after = before.replace(
    /(<!-- made: (.+?) -->\n)[\s\S]*?(<!-- end of \2 -->)/g,
    (_, start: string, name: string, end: string) => {
      const make = parts[name]
      if (!make) throw new Error(`Nothing makes the part "${name}" of ${file}.`)
      return `${start}\n${make()}\n\n${end}`
    },
  )
  if (after !== before) writeFileSync(file, after)
}
