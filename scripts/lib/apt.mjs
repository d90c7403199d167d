// @ts-check
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'

import { run } from './processes.mjs'

/** Whether this machine lets us install Debian packages at all. */
const canApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/**
 * Whether system packages may be installed here: CI machines are ours, on any other somebody is asked.
 * @param {string[]} packages
 */
const mayInstall = async (packages) => {
  if (!canApt()) return false
  if (process.env.CI === 'true') return true
  const command = `apt-get install ${packages.join(' ')}`
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    console.log(`For the tests that need it: ${command}`)
    return false
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`Some tests need a system package. Run "${command}" now? [y/N] `)
  terminal.close()
  return /^(y|yes|o|oui)$/i.test(answer.trim())
}

/**
 * Installs Debian packages, where this machine and whoever uses it allow that.
 * @param {string[]} packages
 * @returns {Promise<boolean>} whether they are installed now
 */
export const aptInstall = async (packages) => {
  if (!(await mayInstall(packages))) return false
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env, quiet: true })
  const args = ['install', '-y', '-q', '--no-install-recommends', ...packages]
  return (await run('apt-get', args, { env, quiet: true })).status === 0
}
