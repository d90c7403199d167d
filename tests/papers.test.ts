import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { STATES } from '../src/adhesion/lifecycle/states.ts'
import { TRANSITIONS } from '../src/adhesion/lifecycle/transitions.ts'

const root = path.resolve(import.meta.dirname, '..')
const papers = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

/** A paper without its examples of code. */
const prose = (file: string) => read(file).replaceAll(/```.*?```/gs, '')

/** The anchors of a paper's headings, as GitHub makes them. */
const anchorsOf = (file: string) =>
  [...prose(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

describe.each(papers)('%s', (file) => {
  it('leads to papers and headings that there are', () => {
    const lost = [...prose(file).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].filter(
      ([, place = '', anchor]) => {
        const target = place === '' ? file : path.join(path.dirname(file), place)
        if (!existsSync(path.join(root, target))) return true
        return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor)
      },
    )
    expect(lost.map(([link]) => link)).toEqual([])
  })

  it('names files that there are', () => {
    const named = [
      ...prose(file).matchAll(/`((?:src|collections|access|hooks|scripts|tests|docs|bench|public)\/[^`\s]+)`/g),
    ]
    const lost = named
      .map(([, name = '']) => name)
      .filter((name) => !/[*(…]|NAME/.test(name) && !existsSync(path.join(root, name)))
    expect(lost).toEqual([])
  })
})

describe('the papers', () => {
  it('list every record of a decision', () => {
    const records = readdirSync(path.join(root, 'docs/decisions')).filter((name) => /^\d/.test(name))
    expect([...read('docs/decisions/README.md').matchAll(/\]\((\d[^)]*)\)/g)].map(([, name]) => name)).toEqual(
      records.sort(),
    )
  })

  it('say the version of the package', () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('package.json')))
    expect(read('publiccode.yml')).toContain(`\nsoftwareVersion: "${version}"\n`)
    expect(read('CHANGELOG.md')).toMatch(/^## \[Unreleased\]$/m)
    expect(read('CHANGELOG.md')).toContain(version)
  })

  it('explain in the glossary every state and transition of an adhesion', () => {
    const glossary = read('docs/glossary.md')
    const words = [...STATES, ...TRANSITIONS.map(({ name }) => name)]
    expect(words.filter((word) => !glossary.includes(`\`${word}\``))).toEqual([])
  })
})
