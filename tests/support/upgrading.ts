import { setTimeout as wait } from 'node:timers/promises'
import { bringToPresent } from '../../src/db/upgrade.ts'
import { FIRST, rebuild, type TestMigration } from './small-schema.ts'

/**
 * Brings the file that it is given to the second schema or leaves it at the first, in a process of its own: it may be
 * ended at any moment, and what it opened is closed when it has ended, which within one process only its memory decides.
 */
const [file = '', how] = process.argv.slice(2)
const schemas = { first: [FIRST], hangs: [FIRST, hanging()] }

function hanging(): TestMigration {
  return {
    ...rebuild,
    up: async (args) => {
      await rebuild.up(args)
      process.send?.('migrating')
      await wait(60_000)
    },
  }
}

try {
  await bringToPresent(file, how === 'first' || how === 'hangs' ? schemas[how] : [FIRST, rebuild])
  process.send?.('done')
  if (how === 'stays') await wait(60_000)
  process.exit(0)
} catch (error) {
  process.send?.(
    error instanceof Error && 'code' in error ? { code: error.code, message: error.message } : String(error),
  )
  process.exit(1)
}
