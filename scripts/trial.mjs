// @ts-check
// `npm run trial` tries on the real thing what an operator is given: the unit, under a systemd that is booted for it, and the
// image, built to its end and run. It needs root and ten minutes, and is no part of `npm test`. Words choose: `npm run trial -- unit`.
import { build } from './lib/build.mjs'
import { provideProgram } from './lib/debian.mjs'
import { prepare } from './lib/prepare.mjs'
import { run } from './lib/processes.mjs'
import { inProject } from './lib/project.mjs'
import { words } from './lib/words.mjs'

/** The program that each trial needs, and Debian's package of it. */
const needs = /** @type {const} */ ({ unit: ['systemd-nspawn', 'systemd-container'], image: ['buildah', 'buildah'] })

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = asked.find((name) => !(name in needs))
if (unknown) {
  console.error(`There is no trial "${unknown}"; there are ${Object.keys(needs).join(' and ')}.`)
  process.exit(1)
}
if (process.getuid?.() !== 0) {
  console.error('Only root may boot a system and run an image here: nothing was tried.')
  process.exit(1)
}
if (!(await prepare(words.en))) process.exit(1)

/** @type {string[]} */
const chosen = []
let isWhole = true
for (const [name, [program, debianPackage]] of Object.entries(needs)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  if (await provideProgram(program, debianPackage)) chosen.push(name)
  else {
    isWhole = false
    console.error(`${program} is not to be had on this machine: the ${name} was not tried.`)
  }
}
if (chosen.length === 0) process.exit(1)
// The image is built from the sources.
if (chosen.includes('unit') && !process.argv.includes('--built') && !(await build(words.en))) process.exit(1)
const { status } = await run(process.execPath, [
  inProject('node_modules', 'vitest/vitest.mjs'),
  'run',
  '--project',
  'trial',
  '--reporter=default',
  '--no-file-parallelism',
  ...chosen.map((name) => `tests/trial/${name}`),
])
process.exitCode = isWhole ? status : 1
