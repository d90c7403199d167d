import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload, SanitizedConfig } from 'payload'
import { inject } from 'vitest'

import { quickFolder } from './quick-folder.ts'

/** A Payload instance on a database of its own, and how to end it. */
export type TestApp = {
  payload: Payload
  config: SanitizedConfig
  /** What `DATABASE_URL` names: the same tests run on both. */
  database: 'sqlite' | 'mongodb'
  dataDir: string
  stop: () => Promise<void>
}

/**
 * Starts Payload with the project's own config on an empty database of this test file: a SQLite file in a
 * temporary folder or a database on the run's MongoDB replica set, by `TEST_DATABASE`. Once per file, since
 * the config reads the environment when it is first imported.
 */
export async function startApp(settings: Record<string, string> = {}): Promise<TestApp> {
  const dataDir = quickFolder('cpof-test-')
  const database = process.env['TEST_DATABASE'] === 'mongo' ? 'mongodb' : 'sqlite'
  Object.assign(process.env, {
    APP_MODE: 'test',
    PORT: '3000',
    PUBLIC_URL: 'http://localhost:3000',
    DATA_DIR: dataDir,
    DATABASE_URL: database === 'mongodb' ? mongoDatabase() : `file:${path.join(dataDir, 'cpof.db')}`,
    PAYLOAD_SECRET: randomBytes(24).toString('hex'),
    TOKEN_SECRET: randomBytes(24).toString('hex'),
    LOG_LEVEL: 'error',
    ...settings,
  })
  const [{ getPayload }, { default: configPromise }] = await Promise.all([
    import('payload'),
    import('../../payload.config.ts'),
  ])
  const config = await configPromise
  const payload = await getPayload({ config })
  return {
    payload,
    config,
    database,
    dataDir,
    stop: async () => {
      await payload.destroy()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A database name of its own on the replica set that the run's global set-up started. */
function mongoDatabase(): string {
  const url = new URL(inject('mongoUrl'))
  url.pathname = `/t-${randomBytes(6).toString('hex')}`
  return url.toString()
}

declare module 'vitest' {
  interface ProvidedContext {
    mongoUrl: string
  }
}
