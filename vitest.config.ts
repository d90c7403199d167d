import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Lexical's Node build settles reliably only under the `production` condition (see docs/decisions). */
const execArgv = ['--conditions=production', '--disable-warning=ExperimentalWarning']

/** A zone far from Paris: a day computed in the machine's own zone then shows itself. */
const env = { TZ: 'America/Los_Angeles', APP_MODE: 'test' }

const common = {
  execArgv,
  pool: 'forks' as const,
  setupFiles: ['tests/support/no-console-error.ts'],
  server: { deps: { external: [/node_modules/] } },
}

const rooms = ['src', 'access', 'collections', 'hooks', 'scripts', 'bench']

const threads = 'tests/support/threads.ts'

/**
 * A part that starts a server or a database: more time, and on MongoDB one replica set for the whole run. Where many
 * files start Payload each, those of a worker share a process, so that it loads what they all need once.
 */
const heavy = (
  name: string,
  include: string,
  database: 'sqlite' | 'mongo',
  { start = 'own', exclude = [] }: { start?: 'own' | 'shared'; exclude?: string[] } = {},
) => ({
  test: {
    ...common,
    name,
    ...(start === 'shared' && {
      isolate: false,
      setupFiles: ['tests/support/fresh-sources.ts', ...common.setupFiles],
    }),
    include: [include],
    exclude,
    env: { ...env, TEST_DATABASE: database },
    globalSetup: database === 'mongo' ? [threads, 'tests/support/mongo-server.ts'] : [threads],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A second, the default, is short for a page on a machine that builds beside it.
    expect: { poll: { timeout: 15_000 } },
  },
})

/** Files of integration tests that last longest, whatever their size, by which Vitest orders them on a new machine. */
const LONGEST = ['offered', 'matrix', 'access', 'atomicity']

/** Begins with what lasts longest, so that no worker waits for the other at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const long = LONGEST.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(`/${name}.test.ts`)))
    return [...long, ...sorted.filter((file) => !long.includes(file))]
  }
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: [...rooms.map((room) => `${room}/**/*.test.{ts,tsx}`), 'tests/*.test.ts'],
          env,
          globalSetup: [threads],
        },
      },
      heavy('sqlite', 'tests/integration/**/*.test.{ts,tsx}', 'sqlite', { start: 'shared' }),
      heavy('mongo', 'tests/integration/**/*.test.{ts,tsx}', 'mongo', {
        start: 'shared',
        // Of SQLite's files alone, whatever the database of the run.
        exclude: ['tests/integration/migration-of-the-last-schema.test.ts'],
      }),
      // From the one to the other, and of MongoDB alone: once.
      heavy('storage-sqlite', 'tests/storage/**/*.test.ts', 'sqlite', {
        exclude: ['tests/storage/move.test.ts', 'tests/storage/mongo-upgrade.test.ts'],
      }),
      heavy('storage-mongo', 'tests/storage/**/*.test.ts', 'mongo'),
      heavy('browser', 'tests/browser/**/*.test.ts', 'sqlite'),
      heavy('deployment', 'tests/deployment/**/*.test.ts', 'sqlite'),
      heavy('attack-sqlite', 'tests/attack/**/*.test.ts', 'sqlite', { start: 'shared' }),
      heavy('attack-mongo', 'tests/attack/**/*.test.ts', 'mongo', { start: 'shared' }),
      heavy('description-sqlite', 'tests/description/**/*.test.ts', 'sqlite'),
      heavy('description-mongo', 'tests/description/**/*.test.ts', 'mongo'),
      heavy('faults', 'tests/faults/**/*.test.ts', 'sqlite'),
      heavy('trial', 'tests/trial/**/*.test.ts', 'sqlite'),
      heavy('kill-sqlite', 'tests/kill/**/*.test.ts', 'sqlite'),
      heavy('kill-mongo', 'tests/kill/**/*.test.ts', 'mongo'),
    ],
  },
})
