import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const PAGE = 'docs/security.md'
const page = readFileSync(PAGE, 'utf8')

/** How many requirements of levels 1 and 2 each section of OWASP ASVS 5.0.0 has; they are numbered from 1. */
const SECTIONS = `
1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3
6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4
10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4
14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2`

const ids = SECTIONS.trim()
  .split(/\s+/)
  .flatMap((each) => {
    const [section = '', count = ''] = each.split(':')
    return Array.from({ length: Number(count) }, (_, at) => `v5.0.0-${section}.${at + 1}`)
  })

const rows = [...page.matchAll(/^\| (v5\.0\.0-[\d.]+) \| ([^|]*) \| (.*) \|$/gm)].map(
  ([, id = '', state = '', words = '']) => ({ id, state, words }),
)
const filesIn = (text: string) =>
  [...text.matchAll(/`([\w./@()-]+\.(?:test\.tsx?|mjs))`(?: “([^”]+)”)?/g)].map(([, file = '', title]) => ({
    file,
    title,
  }))

/** As GitHub makes them of headings. */
const anchors = new Set(
  [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  ),
)

describe('the page on security', () => {
  it('has each requirement of levels 1 and 2 once, in their order', () => {
    expect(ids).toHaveLength(253)
    expect(rows.map(({ id }) => id)).toEqual(ids)
  })

  it('says of each that it is met, not met or not ours, and how that is known', () => {
    const wrong = rows.filter(
      ({ state, words }) => !['met', 'not met', 'not ours'].includes(state) || words.trim() === '',
    )
    const unshown = rows.filter(
      ({ state, words }) => state === 'met' && filesIn(words).length === 0 && !/\]\(#[\w-]+\)/.test(words),
    )
    expect([wrong, unshown]).toEqual([[], []])
  })

  it('names tests that there are, by titles that they have', () => {
    const named = rows.flatMap(({ id, words }) => filesIn(words).map((each) => ({ id, ...each })))
    expect(named.length).toBeGreaterThan(150)
    expect(named.filter(({ file }) => !existsSync(file))).toEqual([])
    expect(
      named.filter(({ file, title }) => title !== undefined && !readFileSync(file, 'utf8').includes(title)),
    ).toEqual([])
  })

  it('leads to parts and files that there are', () => {
    const links = [...page.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, to = '']) => to)
      .filter((to) => !to.startsWith('https://'))
    const missing = links.filter((to) => {
      const [file = '', anchor] = to.split('#')
      const place = file === '' ? PAGE : path.join('docs', file)
      if (!existsSync(place)) return true
      if (anchor === undefined) return false
      const headings =
        file === ''
          ? anchors
          : new Set(
              [...readFileSync(place, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
                heading
                  .toLowerCase()
                  .replace(/[^\w -]/g, '')
                  .replaceAll(' ', '-'),
              ),
            )
      return !headings.has(anchor)
    })
    expect(missing).toEqual([])
    const sources = [...page.matchAll(/`((?:src|access|tests|scripts)\/[\w./-]+)`/g)].map(([, place = '']) => place)
    expect(sources.filter((place) => !existsSync(place))).toEqual([])
  })

  it('counts what is not met, and lists it at its end', () => {
    const [, end = ''] = page.split('\n## Not met\n')
    const unmet = rows.filter(({ state }) => state === 'not met').map(({ id }) => id.replace('v5.0.0-', ''))
    const listed = [...end.matchAll(/\b\d+\.\d+\.\d+\b/g)].map(([number]) => number)
    expect([...new Set(listed)].sort()).toEqual(unmet.sort())
    for (const state of ['met', 'not met', 'not ours'])
      expect(page).toContain(`| ${state} | ${rows.filter((row) => row.state === state).length} |`)
  })
})
