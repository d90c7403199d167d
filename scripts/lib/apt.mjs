// @ts-check
import { existsSync } from 'node:fs'

import { run } from './processes.mjs'

/** Whether this machine lets us install Debian packages without asking anybody. */
export const canApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/**
 * @param {string[]} packages
 * @returns {Promise<boolean>} whether they are installed now
 */
export const aptInstall = async (packages) => {
  if (!canApt()) return false
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env, quiet: true })
  const args = ['install', '-y', '-q', '--no-install-recommends', ...packages]
  return (await run('apt-get', args, { env, quiet: true })).status === 0
}
