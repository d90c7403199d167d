// @ts-check
import { spawn } from 'node:child_process'

import { forgetServerBuild } from './lib/build.mjs'
import { provideDemoEnv } from './lib/demo-env.mjs'
import { sayWhatToGenerate } from './lib/generated.mjs'
import { prepare } from './lib/prepare.mjs'
import { inProject, nodeFlags, root } from './lib/project.mjs'
import { words } from './lib/words.mjs'

if (!(await prepare(words.en))) process.exit(1)
const esbuild = await import('esbuild')
const { bundlerMessages, serverOptions } = await import('./lib/bundle.mjs')
forgetServerBuild()
provideDemoEnv({ reset: false })

/** @type {import('node:child_process').ChildProcess | null} */
let server = null
let stopping = false

/** Ends the running server and waits until it has ended: the next one needs its port and its database. */
const endServer = async () => {
  const running = server
  if (!running || running.exitCode !== null || running.signalCode !== null) return
  await new Promise((resolve) => {
    running.once('exit', resolve)
    running.kill('SIGTERM')
  })
}

const startServer = () => {
  server = spawn(process.execPath, [...nodeFlags, inProject('dist', 'server.js')], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CPOF_DEV: '1', NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'development' },
  })
}

/** One restart after the other, however fast files are saved. */
let restarting = Promise.resolve()

/** @type {import('esbuild').Plugin} */
const restart = {
  name: 'restart',
  setup: (build) => {
    build.onEnd((result) => {
      if (result.errors.length > 0) {
        console.error(bundlerMessages(Object.assign(new Error('build'), { errors: result.errors })))
        return
      }
      restarting = restarting.then(endServer).then(async () => {
        if (await sayWhatToGenerate()) {
          if (!stopping) startServer()
        } else console.error('The server starts when that is done.')
      })
    })
  },
}

const watching = await esbuild.context({ ...serverOptions(), plugins: [restart] })
await watching.watch()

const stop = async () => {
  stopping = true
  await watching.dispose()
  await restarting
  await endServer()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop())
