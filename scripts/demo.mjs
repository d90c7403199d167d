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

const { passwordKept } = provideDemoEnv({ reset: values.reset })
if (passwordKept) {
  console.log('Les comptes gardent le mot de passe de leur création ; « npm run demo -- --reset » recommence avec un autre.')
}
Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })

// In this very process: a signal, a SIGKILL or the end of the server is then the demo's own, and nothing stays behind.
await import(pathToFileURL(inProject('dist', 'server.js')).href)
