// @ts-check
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { run } from './processes.mjs'
import { inProject } from './project.mjs'

/** The npm that a release line of Node carries: they do not agree on what a complete lock file is. */
export const BUNDLED = [
  { npm: '10.8.2', node: '20.19' },
  { npm: '10.9.4', node: '22' },
  { npm: '11.3.0', node: '24 (first releases)' },
  { npm: '11.12.1', node: '24' },
]

/**
 * Asks an npm of the given version whether it would install from our lock file, in a folder of its own.
 * @param {string} version
 * @returns {Promise<{ status: number, output: string, had: boolean }>} `had` is false when that npm itself could not be had
 */
export const wouldInstall = async (version) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cpof-npm-'))
  try {
    const tool = path.join(folder, 'tool')
    const project = path.join(folder, 'project')
    for (const each of [tool, project]) mkdirSync(each)
    for (const file of ['package.json', 'package-lock.json']) cpSync(inProject(file), path.join(project, file))
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
    const fetched = await run('npm', ['install', '--prefix', tool, ...quiet, `npm@${version}`], {
      quiet: true,
      timeout: 300_000,
    })
    if (fetched.status !== 0) return { ...fetched, had: false }
    const program = path.join(tool, 'node_modules', 'npm', 'bin', 'npm-cli.js')
    const asked = await run(process.execPath, [program, 'ci', '--dry-run', '--prefix', project, ...quiet], {
      quiet: true,
      timeout: 300_000,
    })
    return { ...asked, had: true }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
