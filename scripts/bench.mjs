// @ts-check
// Measures the built server; reports and fails nothing. What follows `--` goes to the benchmarks.
import { build, buildPageOfNext } from './lib/build.mjs'
import { prepare } from './lib/prepare.mjs'
import { run } from './lib/processes.mjs'
import { has, inProject, nodeFlags } from './lib/project.mjs'
import { words } from './lib/words.mjs'

if (!(await prepare(words.en)) || !(await build(words.en))) process.exit(1)
if (!has('dist/bench.js')) {
  console.error('There are no benchmarks: bench/main.ts is missing.')
  process.exit(1)
}
if (!(await buildPageOfNext(words.en))) process.exit(1)
const { status } = await run(process.execPath, [...nodeFlags, inProject('dist', 'bench.js'), ...process.argv.slice(2)])
process.exitCode = status
