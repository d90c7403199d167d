// @ts-check
// `npm run build`; with `-- --archive` also packs what was built, to be carried to a machine that only runs it.
import { parseArgs } from 'node:util'

import { build } from './lib/build.mjs'
import { prepare } from './lib/prepare.mjs'
import { words } from './lib/words.mjs'

const { values } = parseArgs({ options: { archive: { type: 'boolean', default: false } } })

if (!(await prepare(words.en)) || !(await build(words.en))) process.exit(1)
if (values.archive) {
  const { packInstallation } = await import('./lib/archive.mjs')
  const { file, summary } = await packInstallation()
  console.log(`${file}: ${summary}.`)
}
