// @ts-check
// `npm run faults` breaks on purpose what the platform stands on, under load, and says what people saw of it. It takes
// half an hour of a machine that does nothing else, and is no part of `npm test`. Words choose files: `npm run faults -- sqlite`.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
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

/** Debian's libfaketime, where it is installed. */
const fakeTime = ['', ...(existsSync('/usr/lib') ? readdirSync('/usr/lib') : [])]
  .map((folder) => path.join('/usr/lib', folder, 'faketime', 'libfaketimeMT.so.1'))
  .find((file) => existsSync(file))

/** What this machine cannot try, and why. */
const untried = [
  ...(process.getuid?.() === 0
    ? []
    : [
        {
          file: 'disk',
          why: 'A full disk was not tried: only root may make the small disk that it needs (mount -t tmpfs).',
        },
      ]),
  ...(fakeTime ? [] : [{ file: 'clock', why: 'A clock that is wrong was not tried: libfaketime is not installed.' }]),
]

const scratch = mkdtempSync(path.join(tmpdir(), 'cpof-faults-'))
const report = path.join(scratch, 'report.md')
Object.assign(process.env, memoryServerSettings(mongod), {
  MOTO_SERVER: moto,
  FAULTS_REPORT: report,
  FAKE_TIME: fakeTime ?? '',
})
const chosen = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'))
  .map((word) => `tests/faults/${word}`)
const { status } = await run(process.execPath, [
  inProject('node_modules', 'vitest/vitest.mjs'),
  'run',
  '--project',
  'faults',
  '--reporter=default',
  '--no-file-parallelism',
  ...untried.flatMap(({ file }) => ['--exclude', `tests/faults/${file}.test.ts`]),
  ...chosen,
])
console.log(existsSync(report) ? readFileSync(report, 'utf8') : '')
for (const { why } of untried) console.log(why)
rmSync(scratch, { recursive: true, force: true })
process.exitCode = status
