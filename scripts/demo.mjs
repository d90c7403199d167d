// @ts-check
// Only Node's own modules may be imported before `prepare` has installed the others.
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

import { build } from './lib/build.mjs'
import { provideDemoEnv } from './lib/demo-env.mjs'
import { prepare } from './lib/prepare.mjs'
import { inProject, requireFlags } from './lib/project.mjs'
import { words } from './lib/words.mjs'

const say = words.fr
requireFlags('npm run demo', say)
const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } })

if (!(await prepare(say)) || !(await build(say))) process.exit(1)

process.umask(0o077)
/** @returns {boolean} */
const provide = () => {
  try {
    return provideDemoEnv({ reset: values.reset }).passwordKept
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error
    console.error(say.noFolder(String(error.path), String(error.code)))
    return process.exit(1)
  }
}
if (provide()) {
  console.log(
    'Les comptes gardent le mot de passe de leur création ; « npm run demo -- --reset » recommence avec un autre.',
  )
}
Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })

// In this very process: a signal, a SIGKILL or the end of the server is then the demo's own, and nothing stays behind.
await import(pathToFileURL(inProject('dist', 'server.js')).href)
