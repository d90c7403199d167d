// @ts-check
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'

import { inProject, root } from './project.mjs'

/** What is read by name and not by an import: what Node, Next, the commands and an operator find beside the code. */
const BESIDE = [
  'package.json',
  'LICENSE',
  'README.md',
  '.env.example',
  'next.config.mjs',
  'scripts/run.mjs',
  'public',
  'docs',
  'dist',
  'scripts/lib',
  '.next',
]

/** Of the built folders, what only a build, a test or a benchmark reads; of packages, the maps to sources that nobody here has. */
const LEFT_OUT =
  /^\.next\/((cache|diagnostics|types|build)\/|trace(-build)?$)|\.nft\.json$|\.test\.ts$|\.d\.[cm]?ts$|^dist\/(bench\.js|.*\.tar\.gz$|\.stamp)|^docs\/pictures\/|^node_modules\/.*\.map$/

/** Packages that a running installation only names: they write migrations and style sheets. */
const BUILD_ONLY = ['drizzle-kit', 'esbuild', '@esbuild', 'sass', 'typescript', '@next/swc-*', '@vercel/nft'].map(
  (name) => `node_modules/${name}/**`,
)

/**
 * The files and the links below a folder, without those that a link leads to: on Node 24 `readdirSync` would go on there
 * by itself (`recursive`), on Node 20 it does not.
 * @param {string} folder relative to the project
 * @returns {string[]} paths relative to the project
 */
export const filesBelow = (folder) =>
  statSync(inProject(folder), { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(inProject(folder), { withFileTypes: true }).flatMap((entry) => {
        const place = path.posix.join(folder, entry.name)
        return entry.isDirectory() ? filesBelow(place) : entry.isFile() || entry.isSymbolicLink() ? [place] : []
      })
    : []

/** @param {string} place a file or a folder @returns {string[]} */
const filesAt = (place) =>
  statSync(inProject(place), { throwIfNoEntry: false })?.isFile() ? [place] : filesBelow(place)

/**
 * Next's own account of what each of its built files opens.
 * @returns {string[]} paths relative to the project
 */
const openedByPanel = () =>
  filesBelow('.next')
    .filter((file) => file.endsWith('.nft.json'))
    .flatMap((file) => {
      /** @type {{ files: string[] }} */
      const { files } = JSON.parse(readFileSync(inProject(file), 'utf8'))
      return files.map((each) =>
        path.relative(root, path.resolve(path.dirname(inProject(file)), each)).replaceAll(path.sep, '/'),
      )
    })

/**
 * Where a file, or a link, really stands: the panel's build links to packages by folders, and an archive that held both the link and
 * files below it could not be unpacked.
 * @param {string} file relative to the project
 */
export const inItsPlace = (file) => {
  const full = inProject(file)
  if (!existsSync(full)) return file
  return path.relative(root, path.join(realpathSync(path.dirname(full)), path.basename(full))).replaceAll(path.sep, '/')
}

/** What is looked up by a name at run time, where no import says so: a font, a dictionary, what Next resolves to read its settings. */
const NAMED = [
  'node_modules/@fontsource-variable/atkinson-hyperlegible-next',
  'node_modules/@cspell/dict-fr-fr',
  'node_modules/next/dist/compiled/webpack',
  'node_modules/next/dist/compiled/@babel/runtime',
]

/** The compiled parts of packages for this machine, which are found by its name at run time. */
const natives = () => {
  const machine = `${process.platform}-${process.arch}`
  const ours = new RegExp(`^node_modules/(@libsql|@img)/[^/]*${machine}(-gnu|-msvc|-gnueabihf)?/`)
  return ['node_modules/@libsql', 'node_modules/@img'].flatMap(filesBelow).filter((file) => ours.test(file))
}

/** The C library that this Node was linked with: packages bring a compiled part for each of the two. */
const isMusl = () => {
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport())
  return process.platform === 'linux' && report.header.glibcVersionRuntime === undefined
}

/** What is compiled for the other C library. @param {string} file */
const isOfOtherLibrary = (file) => {
  const [, name] = /^node_modules\/(?:@libsql|@img)\/([^/]*linux[^/]*)\//.exec(file) ?? []
  return name !== undefined && name.includes('musl') !== isMusl()
}

/** Whether a file belongs to an installation: packages, and what {@link BESIDE} names. @param {string} file */
const isDelivered = (file) =>
  ['node_modules', ...BESIDE].some((place) => file === place || file.startsWith(`${place}/`))

/**
 * The files that the built server, the commands and the panel open: the whole of an installation that serves, without
 * what only builds and tests need. Call it after a build.
 *
 * @returns {Promise<string[]>} paths relative to the project, sorted
 */
export const filesOfInstallation = async () => {
  const { nodeFileTrace } = await import('@vercel/nft')
  const entries = filesBelow('dist')
    .filter((file) => /\.m?js$/.test(file) && !LEFT_OUT.test(file))
    .concat('scripts/run.mjs', 'next.config.mjs')
    .map((file) => inProject(file))
  const ignore = [...BUILD_ONLY, 'src/**', 'tests/**', 'package-lock.json', 'tsconfig.json']
  // Every Node that we run on takes what a package offers under `module-sync` first, by `require` and by `import`.
  const { fileList } = await nodeFileTrace(entries, {
    base: root,
    conditions: ['node', 'production', 'module-sync'],
    ignore,
  })
  const opened = [
    ...fileList,
    ...openedByPanel(),
    ...natives(),
    ...NAMED.flatMap(filesBelow),
    ...BESIDE.flatMap(filesAt),
  ]
  return [...new Set(opened.map(inItsPlace))]
    .filter(
      (file) => isDelivered(file) && !LEFT_OUT.test(file) && !isOfOtherLibrary(file) && existsSync(inProject(file)),
    )
    .sort()
}
