// @ts-check
// Payload's own command line, on the configuration bundled as the server is: compiling while it runs, as Payload would, it
// sometimes ends on Node 20 with status 0 and nothing done.
import { pathToFileURL } from 'node:url'

import { bundleFile, bundlerMessages, endBundler } from './lib/bundle.mjs'
import { dataDir, useDemoEnv } from './lib/demo-env.mjs'
import { inProject, requireFlags } from './lib/project.mjs'
import { words } from './lib/words.mjs'

const [command = '', ...args] = process.argv.slice(2)
requireFlags('npm run payload', words.en)

if (command.startsWith('migrate')) {
  console.error(
    'The server migrates its database when it starts, beside a copy. A migration is written by "npm run migration -- NAME".',
  )
  process.exit(1)
}

/** What only reads the collections needs neither settings nor a database. */
const readsNoDatabase = command === 'info' || command.startsWith('generate:')
if (readsNoDatabase) Object.assign(process.env, { CPOF_BUILD: '1', APP_MODE: 'test' })
else if (useDemoEnv()) console.error(`Without settings of its own, this works on the demo in ${dataDir()}.`)

const config = inProject('node_modules', '.cache', 'cpof', 'payload-config.js')
try {
  await bundleFile('payload.config.ts', config)
} catch (error) {
  console.error(bundlerMessages(error))
  process.exit(1)
} finally {
  await endBundler()
}
Object.assign(process.env, { NODE_ENV: 'production', PAYLOAD_CONFIG_PATH: config })
const program = inProject('node_modules', 'payload', 'bin.js')
// Payload starts its work without waiting for it, so that what fails arrives here; a setting that is wrong is a sentence.
process.on('unhandledRejection', (error) => {
  console.error(error instanceof Error && error.name === 'ConfigurationError' ? error.message : error)
  process.exit(1)
})
process.argv = [process.execPath, program, '--disable-transpile', command, ...args]

await import(pathToFileURL(program).href)
