// @ts-check
import { build } from './lib/build.mjs'
import { prepare } from './lib/prepare.mjs'
import { words } from './lib/words.mjs'

if (!(await prepare(words.en)) || !(await build(words.en))) process.exit(1)
