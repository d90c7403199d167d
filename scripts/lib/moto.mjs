// @ts-check
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { run } from './processes.mjs'
import { inProject } from './project.mjs'

/** An S3 server for tests, with what it needs to speak HTTP and nothing for the other services that it imitates. */
const packages = ['moto==5.2.5', 'flask', 'flask-cors', 'PyYAML', 'py-partiql-parser']
const cache = inProject('node_modules', '.cache', 'cpof', 'moto')
const cached = path.join(cache, 'bin', 'moto_server')
/** Written last: a folder without it was not filled to the end. */
const whole = path.join(cache, 'whole')

const onPath = () =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'moto_server'))
    .find((file) => existsSync(file))

const install = async () => {
  rmSync(cache, { recursive: true, force: true })
  mkdirSync(path.dirname(cache), { recursive: true })
  if ((await run('python3', ['-m', 'venv', cache], { quiet: true, timeout: 120_000 })).status !== 0) return
  const pip = ['-m', 'pip', 'install', '--quiet', ...packages]
  if ((await run(path.join(cache, 'bin', 'python'), pip, { quiet: true, timeout: 300_000 })).status === 0)
    writeFileSync(whole, '')
}

/**
 * moto, which answers as S3 does: `MOTO_SERVER`, `moto_server` on the path, else from PyPI (kept under
 * `node_modules/.cache`).
 *
 * @returns {Promise<string | null>} the program's path, null when none is to be had on this machine
 */
export const provideMoto = async () => {
  for (const program of [process.env.MOTO_SERVER, onPath()]) if (program && existsSync(program)) return program
  if (!existsSync(whole)) await install()
  return existsSync(whole) ? cached : null
}
