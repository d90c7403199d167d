// @ts-check
import { run } from './processes.mjs'
import { inProject, nodeFlags } from './project.mjs'

const bundle = inProject('node_modules', '.cache', 'cpof', 'payload-tools.js')

/** No secret is needed to read the collections, and SQLite is the database whose schema is generated. */
const env = {
  CPOF_BUILD: '1',
  APP_MODE: 'test',
  DATABASE_URL: undefined,
  NODE_ENV: 'production',
  PAYLOAD_MIGRATING: 'true',
}

/**
 * Payload's generators, run from a bundle: its own command line compiles while it runs, which on Node 20 sometimes
 * ends with status 0 and nothing done.
 *
 * @param {string[]} args
 * @returns {Promise<{ status: number, output: string }>}
 */
export const payloadTools = async (...args) => {
  const { bundleFile, bundlerMessages, endBundler } = await import('./bundle.mjs')
  try {
    await bundleFile('scripts/payload/main.ts', bundle)
  } catch (error) {
    return { status: 1, output: bundlerMessages(error) }
  } finally {
    await endBundler()
  }
  return run(process.execPath, [...nodeFlags, bundle, ...args], { env, quiet: true })
}
