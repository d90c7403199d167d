// @ts-check
import { readFileSync } from 'node:fs'

import { run } from './processes.mjs'
import { inProject } from './project.mjs'

/** @param {string} file @returns {Record<string, Record<string, unknown>> | null} */
const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(inProject(file), 'utf8')).packages ?? null
  } catch {
    return null
  }
}

/**
 * Whether `node_modules` holds exactly what the lock file asks for. npm writes its own account of what it installed
 * as its last act, so an interrupted or older installation is recognised by content, whoever made it.
 */
export const isInstalled = () => {
  const wanted = packagesOf('package-lock.json')
  const found = packagesOf('node_modules/.package-lock.json')
  if (!wanted || !found) return false
  const sameEntry = (/** @type {string} */ name) => JSON.stringify(wanted[name]) === JSON.stringify(found[name])
  const complete = Object.entries(wanted).every(
    ([name, entry]) => name === '' || (name in found ? sameEntry(name) : entry.optional === true),
  )
  return complete && Object.keys(found).every((name) => name in wanted)
}

/**
 * `npm ci` with the development packages (the build needs some), without any package's own downloads.
 * @returns {Promise<{ status: number, output: string }>}
 */
export const install = () => {
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  const env = { MONGOMS_DISABLE_POSTINSTALL: '1' }
  return npm && /\.c?js$/.test(npm)
    ? run(process.execPath, [npm, ...args], { env, quiet: true })
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { env, quiet: true })
}
