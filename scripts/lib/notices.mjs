// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { inProject } from './project.mjs'

/** @typedef {{ name: string, version: string, license: string, dev: boolean, folder: string }} Installed */

/**
 * The packages of the lock file that are installed on this machine.
 * @returns {Installed[]}
 */
export const installedPackages = () => {
  /** @type {{ packages: Record<string, { version?: string, license?: string, dev?: boolean, name?: string, link?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))
  return Object.entries(packages)
    .filter(([folder, { link }]) => folder !== '' && !link && existsSync(inProject(folder)))
    .map(([folder, { version = '', license, dev = false, name }]) => ({
      name: name ?? folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      license: license ?? licenseIn(folder),
      dev,
      folder,
    }))
}

/** @param {string} folder */
const licenseIn = (folder) => {
  /** @type {{ license?: unknown, licenses?: { type?: string }[] }} */
  const { license, licenses } = JSON.parse(readFileSync(inProject(folder, 'package.json'), 'utf8'))
  return typeof license === 'string' ? license : (licenses?.map(({ type }) => type).join(' OR ') ?? 'UNKNOWN')
}

/** @param {string} folder @returns {string} what the package says of its licence, in its own words */
const wordsOf = (folder) =>
  readdirSync(inProject(folder))
    .filter((file) => /^(licen[cs]e|copying|notice)([.-]|$)/i.test(file) && !/\.(js|ts|json)$/.test(file))
    .sort()
    .map((file) =>
      readFileSync(path.join(inProject(folder), file), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim(),
    )
    .join('\n\n')

/**
 * The notices that the licences of what is delivered ask to be handed on: each text once, with the packages it is of.
 * @param {Installed[]} packages
 * @returns {string}
 */
export const noticesOf = (packages) => {
  /** @type {Map<string, string[]>} */
  const byText = new Map()
  for (const { name, version, license, folder } of packages) {
    const text = wordsOf(folder) || `(no text of its own; the package says: ${license})`
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`])
  }
  const parts = [...byText].map(([text, names]) => `${[...new Set(names)].sort().join('\n')}\n\n${text}`).sort()
  return `This software contains the following packages.\n\n${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`
}
