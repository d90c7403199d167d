// @ts-check
import { rmSync } from 'node:fs'

import { run, step } from './processes.mjs'
import { inProject } from './project.mjs'
import { isFresh, takeStamp, writeStamp } from './stamp.mjs'

const serverStamp = 'dist/.stamp.json'
const panelStamp = '.next/cpof-stamp.json'
/** Read by both builds without being imported by a source file. */
const settings = ['package.json', 'package-lock.json', 'tsconfig.json']
const builders = ['scripts/lib/build.mjs', 'scripts/lib/bundle.mjs']

/** What a build may know of its surroundings: no secret, no database, no mode. */
const buildEnvironment = {
  CPOF_BUILD: '1',
  APP_MODE: undefined,
  DATABASE_URL: undefined,
  PAYLOAD_SECRET: undefined,
  TOKEN_SECRET: undefined,
  NODE_ENV: /** @type {const} */ ('production'),
  NEXT_TELEMETRY_DISABLED: '1',
  NODE_OPTIONS: [process.env.NODE_OPTIONS, '--disable-warning=ExperimentalWarning'].filter(Boolean).join(' '),
}

/** Whether the built server and the built panel are those of the present sources. */
export const isBuilt = () => isFresh(serverStamp) && isFresh(panelStamp)

/** The development server writes into `dist/` as well: what it leaves there is nobody's finished build. */
export const forgetServerBuild = () => rmSync(inProject(serverStamp), { force: true })

/** @param {import('./words.mjs').Words} words */
const buildServer = async (words) => {
  const { bundleServer, bundlerMessages, serverFolders } = await import('./bundle.mjs')
  return step(words.buildServer, words, async () => {
    try {
      const inputs = await bundleServer()
      writeStamp(serverStamp, takeStamp([...inputs, ...settings, ...builders], serverFolders))
      return { status: 0, output: '' }
    } catch (error) {
      return { status: 1, output: bundlerMessages(error) }
    }
  })
}

/** @param {import('./words.mjs').Words} words */
const buildPanel = async (words) => {
  const { bundlerMessages, panelFolders, panelInputs } = await import('./bundle.mjs')
  return step(words.buildPanel, words, async () => {
    try {
      const stamp = takeStamp([...(await panelInputs()), 'next.config.mjs', ...settings, ...builders], panelFolders)
      rmSync(inProject(panelStamp), { force: true })
      const next = inProject('node_modules', 'next', 'dist', 'bin', 'next')
      const result = await run(process.execPath, [next, 'build'], { env: buildEnvironment, quiet: true })
      if (result.status === 0) writeStamp(panelStamp, stamp)
      return result
    } catch (error) {
      return { status: 1, output: bundlerMessages(error) }
    }
  })
}

/**
 * Makes `dist/` and `.next/` where the present ones are not of the present sources.
 * @param {import('./words.mjs').Words} words
 * @returns {Promise<boolean>} false when a build failed; its messages were printed
 */
export const build = async (words) => {
  if (isBuilt()) {
    console.log(words.upToDate)
    return true
  }
  const { endBundler } = await import('./bundle.mjs')
  try {
    if (!isFresh(serverStamp) && !(await buildServer(words))) return false
    return isFresh(panelStamp) || (await buildPanel(words))
  } finally {
    await endBundler()
  }
}

/**
 * Builds the page of Next's with which the benchmarks compare ours: no part of the product.
 * @param {import('./words.mjs').Words} words
 * @returns {Promise<boolean>} false when the build failed; its messages were printed
 */
export const buildPageOfNext = (words) =>
  step(words.buildPageOfNext, words, () =>
    run(
      process.execPath,
      [inProject('node_modules', 'next', 'dist', 'bin', 'next'), 'build', inProject('bench', 'next')],
      { env: buildEnvironment, quiet: true },
    ),
  )
