// @ts-check
// `npm test` runs every part, `npm test -- unit mongo` those named.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { build } from './lib/build.mjs'
import { add, failuresIn, none, readReport, sentence } from './lib/counts.mjs'
import { prepare } from './lib/prepare.mjs'
import { run } from './lib/processes.mjs'
import { inProject } from './lib/project.mjs'
import { words } from './lib/words.mjs'

/** @typedef {import('./lib/counts.mjs').Counts} Counts */

const strict = process.env.CI === 'true'
const scratch = mkdtempSync(path.join(tmpdir(), 'cpof-test-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))

/** @param {string} title */
const announce = (title) => console.log(`\n── ${title}`)

/** What failed, said again at the end. @type {string[]} */
const failures = []

/** @param {boolean} passed @returns {Counts} */
const one = (passed) => ({ ...none, [passed ? 'passed' : 'failed']: 1 })

/** @param {string} name @param {string[]} args a program of `node_modules`, run by Node @returns {Promise<{ status: number, output: string }>} */
const tool = (name, args, quiet = false) => run(process.execPath, [inProject('node_modules', name), ...args], { quiet })

/**
 * A check that is one test: what it found is shown only when it fails.
 * @param {string} title
 * @param {Promise<{ status: number, output: string }>} work
 */
const check = async (title, work) => {
  const { status, output } = await work
  if (status !== 0) {
    console.log(output)
    failures.push([title, ...output.trimEnd().split('\n').slice(-12)].join('\n    '))
  }
  console.log(`${status === 0 ? '✓' : '✗'} ${title}`)
  return one(status === 0)
}

const circles = ['--config', '.dependency-cruiser.mjs']
const sources = ['src', 'access', 'hooks', 'collections', 'scripts', 'bench', 'tests', 'payload.config.ts']

/** Types and lint use one core each for the greater part of a minute, so they go side by side; the others take seconds. */
const types = async () => {
  announce('types and lint')
  const results = await Promise.all([
    check('types', tool('typescript/bin/tsc', ['--noEmit'], true)),
    check('lint', tool('eslint/bin/eslint.js', ['.'], true)),
    check('format', tool('@biomejs/biome/bin/biome', ['format', '.'], true)),
    check('nothing is left unused', tool('knip/bin/knip.js', ['--no-progress'], true)),
    check('nothing is delivered for tests alone', tool('knip/bin/knip.js', ['--no-progress', '--production'], true)),
    check(
      'no file imports itself by way of others, types included',
      tool('dependency-cruiser/bin/dependency-cruise.mjs', [...circles, ...sources], true),
    ),
  ])
  return results.reduce(add)
}

/** Payload's types, the panel's import map, the SQLite migrations and the README say what their sources say. */
const generated = async () => {
  announce('generated files')
  return check(
    'generated files are up to date',
    run(process.execPath, [inProject('scripts', 'generate.mjs'), '--check'], { quiet: true }),
  )
}

/** The lock file is one that the npm of every Node we run on accepts. */
const installation = async () => {
  announce('installation')
  const { BUNDLED, wouldInstall } = await import('./lib/npms.mjs')
  let counts = none
  for (const { npm, node } of BUNDLED) {
    const { had, ...result } = await wouldInstall(npm)
    if (!had && !strict) {
      console.log(`npm ${npm} is not to be had on this machine: its test is skipped.`)
      counts = add(counts, { ...none, skipped: 1 })
    } else {
      counts = add(
        counts,
        await check(`npm ${npm}, of Node ${node}, installs from the lock file`, Promise.resolve(result)),
      )
    }
  }
  return counts
}

/** What is delivered may be used, installs from any registry, can be listed, and has no vulnerability that is known here. */
const dependencies = async () => {
  announce('dependencies')
  const { dependenciesAstray, knownVulnerabilities, licencesNotAllowed, placesInLockFile } = await import(
    './lib/dependencies.mjs'
  )
  const lines = (/** @type {string[]} */ found) =>
    Promise.resolve({ status: found.length === 0 ? 0 : 1, output: found.join('\n') })
  const sbom = run('npm', ['sbom', '--omit=dev', '--sbom-format=cyclonedx', '--package-lock-only'], { quiet: true })
  const results = [
    await check('licences of what is delivered allow our use', lines(licencesNotAllowed())),
    await check('the lock file names no registry', lines(placesInLockFile())),
    await check('production depends on what it reads, and on nothing else', lines(await dependenciesAstray())),
    await check('what is delivered can be listed (SBOM)', sbom),
  ]
  const { checked, found } = await knownVulnerabilities()
  if (checked) results.push(await check('no known vulnerability of high severity', lines(found ? [found] : [])))
  else
    console.log(
      'Known vulnerabilities: not checked (no osv-scanner with a database here, and the registry answers no advisories).',
    )
  return results.reduce(add)
}

const bundle = async () => {
  announce('build')
  const done = await build(words.en)
  if (!done) failures.push('build')
  return one(done)
}

/** What runs beside other parts: it is shown once it has ended. */
const isAside = (/** @type {string} */ project) => project.startsWith('kill-')

/** @param {string} project @returns {Promise<Counts>} */
const vitest = async (project) => {
  if (!isAside(project)) announce(project)
  const report = path.join(scratch, `${project}.json`)
  const { status, output } = await tool(
    'vitest/vitest.mjs',
    [
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    isAside(project),
  )
  if (isAside(project)) {
    announce(project)
    console.log(output)
  }
  const counts = readReport(report, status)
  const found = failuresIn(report)
  failures.push(...(counts.failed > 0 && found.length === 0 ? [`${project}: an error outside every test`] : found))
  return counts
}

/**
 * The tests of a part that cannot run here: counted without being run. Those on MongoDB are the ones on SQLite again,
 * which are counted without a MongoDB server.
 * @param {string} project
 * @returns {Promise<Counts>}
 */
const skip = async (project) => {
  const twin = project.replace('mongo', 'sqlite')
  const list = path.join(scratch, `${project}-list.json`)
  await tool('vitest/vitest.mjs', ['list', '--project', twin, `--json=${list}`], true)
  return { ...none, skipped: JSON.parse(readFileSync(list, 'utf8')).length }
}

/**
 * Runs the given projects where their outside program is to be had; otherwise one plain line, and their tests are
 * skipped, which under CI is a failure.
 * @param {string[]} projects
 * @param {string} program
 * @param {() => Promise<string | null>} provide
 */
const withProgram = async (projects, program, provide) => {
  const found = await provide()
  let counts = none
  for (const project of projects) counts = add(counts, found ? await vitest(project) : await skip(project))
  if (found) return counts
  console.log(`${program} is not to be had on this machine: the tests that need it are skipped.`)
  if (strict) failures.push(`${program} is not to be had`)
  return strict ? add(counts, { ...none, failed: 1 }) : counts
}

/** @param {string[]} projects */
const onMongo = async (projects) => {
  const { memoryServerSettings, provideMongod } = await import('./lib/mongod.mjs')
  return withProgram(projects, 'MongoDB', async () => {
    const program = await provideMongod()
    if (program) Object.assign(process.env, memoryServerSettings(program))
    return program
  })
}

/** What the documentation gives an operator, under the programs it is for. */
const deployment = async () => {
  const { provideProgram } = await import('./lib/debian.mjs')
  return withProgram(['deployment'], 'nginx, openssl, systemd or strace', async () => {
    const nginx = await provideProgram('nginx', 'nginx-light')
    const others = [
      await provideProgram('openssl'),
      await provideProgram('systemd-analyze', 'systemd'),
      await provideProgram('strace'),
    ]
    if (nginx) process.env.NGINX = nginx
    return others.every(Boolean) ? nginx : null
  })
}

/** With files in a bucket and on the disk: one S3 server for a test file that needs one. */
const withFiles = async () => {
  const { provideMoto } = await import('./lib/moto.mjs')
  const provide = async () => {
    const program = await provideMoto()
    if (program) process.env.MOTO_SERVER = program
    return program
  }
  return withProgram(['storage-sqlite'], 'An S3 server (moto)', provide)
}

/** The same on MongoDB, where both are to be had: that one is not was said before. */
const withFilesOnMongo = async () => (process.env.MOTO_SERVER ? onMongo(['storage-mongo']) : skip('storage-mongo'))

/** What the description of the API says, asked for at random. */
const described = async () => {
  const { provideSchemathesis } = await import('./lib/schemathesis.mjs')
  const provide = async () => {
    const program = await provideSchemathesis()
    if (program) process.env.SCHEMATHESIS = program
    return program
  }
  const counts = await withProgram(['description-sqlite'], 'schemathesis', provide)
  const mongo = process.env.SCHEMATHESIS ? onMongo(['description-mongo']) : skip('description-mongo')
  return add(counts, await mongo)
}

const inBrowser = async () => {
  const { provideChromium } = await import('./lib/chromium.mjs')
  return withProgram(['browser'], 'Chromium', provideChromium)
}

/** @type {Record<string, () => Promise<Counts>>} */
const parts = {
  installation,
  dependencies,
  types,
  generated,
  unit: () => vitest('unit'),
  build: bundle,
  sqlite: () => vitest('sqlite'),
  mongo: () => onMongo(['mongo']),
  deployment,
  attack: async () => add(await vitest('attack-sqlite'), await onMongo(['attack-mongo'])),
  description: described,
  storage: async () => add(await withFiles(), await withFilesOnMongo()),
  browser: inBrowser,
  kill: async () => add(await vitest('kill-sqlite'), await onMongo(['kill-mongo'])),
}

/** @param {string} name */
const needsBuild = (name) => ['browser', 'deployment', 'kill'].includes(name)

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in parts))
if (unknown) {
  console.error(`There is no part "${unknown}"; the parts are ${Object.keys(parts).join(', ')}.`)
  process.exit(1)
}
if (!(await prepare(words.en))) process.exit(1)

const chosen = Object.keys(parts).filter(
  (name) => asked.length === 0 || asked.includes(name) || (name === 'build' && asked.some(needsBuild)),
)
let total = none
let built = true
/** Killing servers and starting them again leaves a core idle: it goes beside the parts from `attack` on. @type {Promise<Counts> | undefined} */
let killing
for (const name of chosen) {
  if (needsBuild(name) && !built) continue
  if (name === 'attack' && built && chosen.includes('kill')) killing = parts['kill']?.()
  const counts = (await (name === 'kill' && killing ? killing : parts[name]?.())) ?? none
  if (name === 'build') built = counts.failed === 0
  total = add(total, counts)
}
for (const failure of failures) console.log(`\n✗ ${failure}`)
console.log(`\n${sentence(total)}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
