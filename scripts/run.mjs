// @ts-check
import { pathToFileURL } from 'node:url'

import { isBuilt } from './lib/build.mjs'
import { useDemoEnv } from './lib/demo-env.mjs'
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

useDemoEnv()
Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
process.argv = [process.execPath, inProject(file), ...args]

await import(pathToFileURL(inProject(file)).href)
