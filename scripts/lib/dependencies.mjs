// @ts-check
import { readFileSync } from 'node:fs'

import { onPath } from './debian.mjs'
import { installedPackages } from './notices.mjs'
import { run } from './processes.mjs'
import { inProject } from './project.mjs'

/** Licences under which what we deliver may be used and handed on, with the notices that `dist/NOTICES.txt` collects. */
const ALLOWED =
  /^(MIT|MIT-0|ISC|BSD|BSD-2-Clause|BSD-3-Clause|0BSD|Apache[- ]2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0|Zlib|OFL-1\.1|CC-BY-4\.0|CC-BY-3\.0|LGPL-3\.0-or-later|MPL-2\.0|WTFPL)$/

/** Whether one of the alternatives of an SPDX expression, or all of a conjunction, is allowed. @param {string} license */
const isAllowed = (license) =>
  license
    .replaceAll(/[()]/g, '')
    .split(/ OR /)
    .some((each) => each.split(/ AND /).every((one) => ALLOWED.test(one.trim())))

/** @returns {string[]} a line for each delivered package whose licence is none of those that allow our use */
export const licencesNotAllowed = () =>
  installedPackages()
    .filter(({ dev, license }) => !dev && !isAllowed(license))
    .map(({ name, version, license }) => `${name} ${version}: ${license}`)

/** @returns {string[]} a line for each package of the lock file that names the place it came from: it must install from any registry */
export const placesInLockFile = () =>
  readFileSync(inProject('package-lock.json'), 'utf8')
    .split('\n')
    .filter((line) => /"resolved": "https?:/.test(line))
    .map((line) => line.trim())

/**
 * Looks for known vulnerabilities in what is delivered: by osv-scanner with a database on this machine, else by asking the
 * registry.
 * @returns {Promise<{ checked: boolean, found: string }>} `checked` is false where neither is to be had: nothing is then known
 */
export const knownVulnerabilities = async () => {
  const scanner = onPath('osv-scanner')
  if (scanner) {
    const { status, output } = await run(scanner, ['scan', '--offline', '--lockfile', inProject('package-lock.json')], {
      quiet: true,
      timeout: 120_000,
    })
    if (status === 0 || status === 1) return { checked: true, found: status === 1 ? output : '' }
  }
  const { output } = await run('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
    quiet: true,
    timeout: 120_000,
  })
  try {
    /** @type {{ metadata?: { vulnerabilities?: Record<string, number> }, vulnerabilities?: Record<string, { severity: string }> }} */
    const report = JSON.parse(output.slice(output.indexOf('{')))
    if (!report.metadata?.vulnerabilities) return { checked: false, found: '' }
    const serious = Object.entries(report.vulnerabilities ?? {}).filter(
      ([, { severity }]) => severity === 'high' || severity === 'critical',
    )
    return { checked: true, found: serious.map(([name, { severity }]) => `${name}: ${severity}`).join('\n') }
  } catch {
    return { checked: false, found: '' }
  }
}

/** Packages that production finds by their name and not by an import: a font, a dictionary, the peer that Payload asks for. */
export const FOUND_BY_NAME = ['@cspell/dict-fr-fr', '@fontsource-variable/atkinson-hyperlegible-next', 'graphql']

/** Packages of the demo's own mail server, which are loaded where that is started. */
const OF_THE_DEMO = ['mailparser', 'smtp-server']

/** @param {Set<string>} these @param {Iterable<string>} others @returns {string[]} */
const without = (these, others) => [...these].filter((each) => !new Set(others).has(each)).sort()

/**
 * Compares the production dependencies with what the bundles of server, commands, threads and panel import.
 * @returns {Promise<string[]>} a line for each package that is imported and not declared, or declared and not read
 */
export const dependenciesAstray = async () => {
  const { endBundler, packagesOfProduction } = await import('./bundle.mjs')
  /** @type {{ dependencies: Record<string, string> }} */
  const { dependencies } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
  const [declared, read] = [new Set(Object.keys(dependencies)), await packagesOfProduction().finally(endBundler)]
  return [
    ...without(read, [...declared, ...OF_THE_DEMO]).map(
      (name) => `${name} is imported by production and is none of its dependencies`,
    ),
    ...without(declared, [...read, ...FOUND_BY_NAME]).map(
      (name) => `${name} is a dependency of production and imported by nothing in it`,
    ),
  ]
}
