import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inProject } from './project.mjs'
import { filesBelow, inItsPlace } from './trace.mjs'

const folder = `node_modules/.cache/cpof/trace-${process.pid}`

/** A package with a file and a link, and a panel that links to the package. */
beforeAll(() => {
  for (const each of ['package/.bin', 'panel']) mkdirSync(inProject(folder, each), { recursive: true })
  writeFileSync(inProject(folder, 'package', 'index.js'), '')
  symlinkSync('../index.js', inProject(folder, 'package', '.bin', 'program'))
  symlinkSync('../package', inProject(folder, 'panel', 'package-1a2b'))
})

afterAll(() => rmSync(inProject(folder), { recursive: true, force: true }))

describe('what is packed', () => {
  it('has a link to a folder, and nothing that only the link leads to', () => {
    expect(filesBelow(folder).sort()).toEqual([
      `${folder}/package/.bin/program`,
      `${folder}/package/index.js`,
      `${folder}/panel/package-1a2b`,
    ])
  })

  it.each([
    ['panel/package-1a2b', 'panel/package-1a2b'],
    ['panel/package-1a2b/index.js', 'package/index.js'],
    ['panel/package-1a2b/.bin/program', 'package/.bin/program'],
    ['package/.bin/program', 'package/.bin/program'],
  ])('knows %s by where it stands: %s', (file, place) => {
    expect(inItsPlace(`${folder}/${file}`)).toBe(`${folder}/${place}`)
  })
})
