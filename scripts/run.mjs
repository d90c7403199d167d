// @ts-check
import { pathToFileURL } from 'node:url'

import { isBuilt } from './lib/build.mjs'
import { dataDir, useDemoEnv } from './lib/demo-env.mjs'
import { has, inProject, requireFlags } from './lib/project.mjs'
import { words } from './lib/words.mjs'

const [command = '', ...args] = process.argv.slice(2)
const file = command === 'start' ? 'dist/server.js' : `dist/commands/${command}.js`
requireFlags(`npm ${command === 'start' ? 'start' : `run ${command}`}`, words.en)

if (!has(file) || (command === 'start' && !has('.next/BUILD_ID'))) {
  console.error('The project is not built yet: run "npm run build" first.')
  process.exit(1)
}
if (has('src') && !isBuilt()) console.error('The sources have changed since the last "npm run build".')

if (command === 'start') {
  // What a demo left in the data folder is nothing to a server, and this command never becomes one.
  if (process.env.APP_MODE === 'demo') {
    console.error('"npm start" is for a real instance, never for the demo: run "npm run demo", or leave APP_MODE out.')
    process.exit(1)
  }
} else if (useDemoEnv()) {
  console.error(`Without settings of its own, this works on the demo in ${dataDir()}.`)
}
Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
process.argv = [process.execPath, inProject(file), ...args]

await import(pathToFileURL(inProject(file)).href)
