import { readFileSync } from 'node:fs'
import { inProject } from '../../scripts/lib/project.mjs'

/** How an operator is told to configure a replica set. */
export type DocumentedSet = {
  /** Of each member, for its `--setParameter`. */
  parameters: readonly string[]
  /** Of the set, for `settings` in its configuration. */
  settings: Readonly<Record<string, number>>
}

/**
 * The configuration that docs/operations.md gives to the members of a replica set and to the set.
 * @throws Error when the page names none any more
 */
export function documentedSet(): DocumentedSet {
  const page = readFileSync(inProject('docs', 'operations.md'), 'utf8')
  const [, members] = /^setParameter:\n((?: {2}\w+: \d+\n)+)/m.exec(page) ?? []
  const [, set] = /^Object\.assign\(set\.settings, \{(.*)\}\)$/m.exec(page) ?? []
  if (members === undefined || set === undefined) throw new Error('docs/operations.md configures no replica set')
  const pairs = (text: string): [string, string][] =>
    [...text.matchAll(/(\w+): (\d+)/g)].map(([, name = '', value = '']) => [name, value])
  return {
    parameters: pairs(members).map(([name, value]) => `${name}=${value}`),
    settings: Object.fromEntries(pairs(set).map(([name, value]) => [name, Number(value)])),
  }
}
