// @ts-check
import { existsSync } from 'node:fs'

import { aptInstall } from './apt.mjs'
import { run } from './processes.mjs'
import { inProject } from './project.mjs'

const debian = '/usr/bin/chromium'

/** Where Playwright keeps the browser it downloads; the file need not exist. @returns {Promise<string>} */
const playwrights = async () => (await import('playwright-core')).chromium.executablePath()

/** Playwright's download, for machines that are not Debian or not ours to install on. */
const download = () =>
  run(process.execPath, [inProject('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'], {
    quiet: true,
    timeout: 300_000,
  })

/**
 * A Chromium to drive: `CHROMIUM`, Debian's, Playwright's, or one installed for the occasion.
 * @returns {Promise<string | null>} the program's path, null when none is to be had on this machine
 */
export const provideChromium = async () => {
  const own = [process.env.CHROMIUM, debian, await playwrights()].find((file) => file && existsSync(file))
  if (own) return own
  if ((await aptInstall(['chromium'])) && existsSync(debian)) return debian
  await download()
  const downloaded = await playwrights()
  return existsSync(downloaded) ? downloaded : null
}
