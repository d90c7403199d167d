import { readEnv } from '../../env.ts'
import { check } from '../../safekeeping/check.ts'
import { openStore } from '../../safekeeping/open.ts'
import { shelfOf } from '../../safekeeping/shelf.ts'
import { inSentences } from '../plain-command.ts'

/** Verifies database, journal and files as they lie, beside a running server too; ends with 1 when anything is wrong. */
export const main = (): Promise<number> =>
  inSentences(async () => {
    const env = readEnv()
    const { collections } = await (await import('../../../payload.config.ts')).default
    const store = await openStore(env, collections)
    const shelf = await shelfOf(env)
    try {
      const { rows, chains, files, faults } = await check(store, shelf)
      for (const fault of faults) console.log(fault)
      console.log(
        `${rows} rows, ${chains} chains of the journal and ${files} files: ${faults.length === 0 ? 'all is well.' : `${faults.length} ${faults.length === 1 ? 'thing is' : 'things are'} wrong.`}`,
      )
      return faults.length === 0 ? 0 : 1
    } finally {
      shelf.close()
      await store.close()
    }
  })

process.exitCode = await main()
