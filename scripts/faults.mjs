// @ts-check
// `npm run faults` breaks on purpose what the platform stands on, under load, and says what people saw of it. It takes
// some minutes of a machine that does nothing else, and is no part of `npm test`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { build } from './lib/build.mjs'
import { memoryServerSettings, provideMongod } from './lib/mongod.mjs'
import { provideMoto } from './lib/moto.mjs'
import { prepare } from './lib/prepare.mjs'
import { run } from './lib/processes.mjs'
import { inProject } from './lib/project.mjs'
import { words } from './lib/words.mjs'

if (!(await prepare(words.en))) process.exit(1)
const [mongod, moto] = [await provideMongod(), await provideMoto()]
if (!mongod || !moto) {
  console.error(`${mongod ? 'An S3 server (moto)' : 'MongoDB'} is not to be had on this machine: nothing was tried.`)
  process.exit(1)
}
if (!process.argv.includes('--built') && !(await build(words.en))) process.exit(1)

const scratch = mkdtempSync(path.join(tmpdir(), 'cpof-faults-'))
const report = path.join(scratch, 'report.md')
Object.assign(process.env, memoryServerSettings(mongod), { MOTO_SERVER: moto, FAULTS_REPORT: report })
const { status } = await run(process.execPath, [inProject('node_modules', 'vitest/vitest.mjs'), 'run', '--project', 'faults', '--reporter=default'])
console.log('\n| what is broken | acknowledged meanwhile | readers of a kept page: longest gap; answers | who acts: longest gap; answers |\n| --- | --- | --- | --- |')
console.log(existsSync(report) ? readFileSync(report, 'utf8') : '')
rmSync(scratch, { recursive: true, force: true })
process.exitCode = status
