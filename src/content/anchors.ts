import { isJsonObject } from '../lib/json-object.ts'
import { fold } from '../lib/fold.ts'

/** Places that the pages of the site name themselves: no heading of a text takes their name. */
const OF_THE_SITE: ReadonlySet<string> = new Set(
  'a-venir anciens avis bilan carte champ-vide citer contenu documents errata evenements fichiers identite intervenants membres menu passes programme publications q reseau resultat resultats sieges sous-pages'.split(
    ' ',
  ),
)

/** The name under which a link of the same page leads to a heading: `#nos-valeurs` for « Nos valeurs »; null where it has none. */
export function anchorOf(words: string): string | null {
  const name = fold(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return name === '' || OF_THE_SITE.has(name) ? null : name
}

/** The names of all headings of the formatted texts of a document, wherever they stand in it. */
export function anchorsIn(document: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  collect(document, found)
  return found
}

function collect(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) collect(each, found)
  if (!isJsonObject(value)) return
  if (value['type'] === 'heading') {
    const anchor = anchorOf(wordsOf(value))
    if (anchor !== null) found.add(anchor)
  }
  for (const each of Object.values(value)) if (typeof each === 'object') collect(each, found)
}

const wordsOf = (node: unknown): string => {
  if (!isJsonObject(node)) return ''
  if (typeof node['text'] === 'string') return node['text']
  const children: unknown[] = Array.isArray(node['children']) ? node['children'] : []
  return node['type'] === 'linebreak' || node['type'] === 'tab' ? ' ' : children.map(wordsOf).join('')
}
