import { FOUND_BY_NAME } from './scripts/lib/dependencies.mjs'

/** With `--production` tests and benchmarks count for nothing, so that code for them alone shows itself. */
const production = process.argv.includes('--production')

/**
 * Where the project begins (`!`: what is delivered). knip reports what is reached from none of these files, and what is exported
 * and used by no other file.
 *
 * @type {import('knip').KnipConfig}
 */
export default {
  entry: [
    'src/server/main.ts!',
    'src/server/commands/*.ts!',
    'src/workers/*.ts!',
    'payload.config.ts!',
    'scripts/*.mjs!',
    'scripts/lib/check-node.cjs!',
    'scripts/payload/main.ts!',
    'bench/main.ts',
    'bench/next/app/**/*.tsx',
    'bench/next/next.config.mjs',
    // Bundled by tests, and run as processes of their own.
    'tests/support/{filled-installation,second-instance,upgrading}.ts',
  ],
  project: [
    '{src,access,collections,hooks}/**/*.{ts,tsx,js}!',
    'scripts/**/*.{mjs,cjs,ts}!',
    'scripts/lint/*.js',
    '*.{ts,js,mjs}',
    '{bench,tests}/**/*.{ts,tsx,mjs}',
  ],
  // Its plugin would load the configuration, database and all, to find what is imported there anyway.
  payload: false,
  ignoreExportsUsedInFile: production,
  // Payload writes a type of every collection, used or not.
  ignoreIssues: { 'src/payload-types.ts': ['exports', 'types'] },
  ignoreDependencies: [...FOUND_BY_NAME.filter((name) => name !== 'graphql'), '@etalab/decoupage-administratif'],
  // Programs of the machine that tests ask for (scripts/test.mjs).
  ignoreBinaries: ['mount', 'nsenter', 'openssl', 'strace', 'systemd-analyze', 'systemd-nspawn', 'umount'],
}
