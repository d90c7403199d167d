// @ts-check
import { readdirSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import path from 'node:path'

import * as esbuild from 'esbuild'

import { has, inProject, root } from './project.mjs'

// With `packages: 'external'` an entry point that does not start with a dot would be taken for a package.
const commands = './src/server/commands'
const workers = './src/workers'
const panel = './src/app'

/** @param {string} folder @param {RegExp} name @param {boolean} [recursive] @returns {string[]} */
const filesIn = (folder, name, recursive = false) =>
  has(folder)
    ? readdirSync(inProject(folder), { recursive })
        .map((file) => `${folder}/${String(file).replaceAll(path.sep, '/')}`)
        .filter((file) => name.test(file))
    : []

/** Entry points of ours: the server, each command, what runs on threads of its own, the benchmarks. @returns {Record<string, string>} */
const entryPoints = () => {
  /** @type {Record<string, string>} */
  const entries = { server: './src/server/main.ts' }
  for (const file of filesIn(commands, /(?<!\.test)\.ts$/)) entries[`commands/${path.basename(file, '.ts')}`] = file
  for (const file of filesIn(workers, /(?<!\.test|\/pool)\.ts$/))
    entries[`workers/${path.basename(file, '.ts')}`] = file
  if (has('bench/main.ts')) entries['bench'] = './bench/main.ts'
  return entries
}

/** @satisfies {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: /** @type {const} */ ('esm'),
  platform: /** @type {const} */ ('node'),
  target: 'node20',
  jsx: /** @type {const} */ ('automatic'),
  packages: /** @type {const} */ ('external'),
  metafile: true,
  logLevel: /** @type {const} */ ('silent'),
}

/**
 * How the server and the commands are bundled: each entry whole in one file, packages left outside.
 * @returns {esbuild.BuildOptions & { metafile: true }}
 */
export const serverOptions = () => ({
  ...common,
  entryPoints: entryPoints(),
  outdir: 'dist',
  sourcemap: true,
})

/** @param {esbuild.Metafile} metafile */
const inputsOf = (metafile) => Object.keys(metafile.inputs).sort()

/** Makes `dist/`. @returns {Promise<string[]>} the files it was made from */
export const bundleServer = async () => inputsOf((await esbuild.build(serverOptions())).metafile)

/**
 * What `next build` will read: found by bundling its pages without writing anything, so that no list is kept by hand.
 * @returns {Promise<string[]>}
 */
export const panelInputs = async () => inputsOf((await esbuild.build(panelOptions())).metafile)

/** @returns {esbuild.BuildOptions & { metafile: true }} */
const panelOptions = () => ({
  ...common,
  entryPoints: filesIn(panel, /\.(tsx?|jsx?)$/, true),
  outdir: 'dist',
  write: false,
  loader: { '.scss': 'empty', '.svg': 'empty', '.png': 'empty', '.ico': 'empty', '.woff2': 'empty' },
})

/** The packages that server, commands, threads and panel import. @returns {Promise<Set<string>>} */
export const packagesOfProduction = async () => {
  const entries = Object.entries(entryPoints()).filter(([name]) => name !== 'bench')
  const bundles = [
    await esbuild.build({ ...serverOptions(), entryPoints: Object.fromEntries(entries), write: false }),
    await esbuild.build(panelOptions()),
  ]
  const imports = bundles.flatMap(({ metafile }) => Object.values(metafile.outputs).flatMap((output) => output.imports))
  const packages = imports.filter(({ path: name, external }) => external && !name.startsWith('node:'))
  return new Set(
    packages.map(({ path: name }) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  )
}

/**
 * Makes one file of one entry point, whole from the moment at which it is there: somebody else may be reading an earlier one.
 *
 * @param {string} entry relative to the project
 * @param {string} outfile relative to the project
 */
export const bundleFile = async (entry, outfile) => {
  const unfinished = `${outfile}.${process.pid}`
  await esbuild.build({ ...common, entryPoints: [`./${entry}`], outfile: unfinished })
  await rename(path.resolve(root, unfinished), path.resolve(root, outfile))
}

/** Ends esbuild's own process. */
export const endBundler = () => esbuild.stop()

/** @param {unknown} error @returns {string} the bundler's messages as it would print them, or the error's own */
export const bundlerMessages = (error) =>
  error instanceof Error && 'errors' in error && Array.isArray(error.errors)
    ? esbuild.formatMessagesSync(error.errors, { kind: 'error', color: process.stdout.isTTY }).join('')
    : String(error)

export const serverFolders = [commands, workers, 'bench']
export const panelFolders = [panel]
