import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { BasePayload, type Payload } from 'payload'
import { vi } from 'vitest'
import { freshMongoUrl } from '../support/mongo.ts'

/** An e-mail that is not sent yet, and the sender that took it, where one did. */
type Unsent = { key: string; by: string | null }

/** A database that outlives the servers that work on it. */
export type LastingDatabase = {
  /** What a server is started with. */
  settings: Record<string, string>
  /** Opens it by the Local API, for as long as no server holds it. */
  visit: <Result>(body: (payload: Payload) => Promise<Result>) => Promise<Result>
  /** What is not sent yet, while a server is at work. */
  unsent: () => Promise<Unsent[]>
  /** The same when it was killed: nothing is touched of what it left. */
  unsentBehind: () => Promise<Unsent[]>
  remove: () => Promise<void>
}

type Given = {
  /** Of MongoDB's, in place of the run's own server. */
  DATABASE_URL?: string
  /** A folder that is there. */
  DATA_DIR?: string
}

/** @param given what is not made for it */
export async function lastingDatabase(given: Given = {}): Promise<LastingDatabase> {
  const dataDir = given.DATA_DIR ?? (await mkdtemp(path.join(tmpdir(), 'cpof-kill-')))
  const secret = () => randomBytes(32).toString('base64url')
  const settings = {
    APP_MODE: 'test',
    LOG_LEVEL: 'warn',
    DATA_DIR: dataDir,
    PAYLOAD_SECRET: secret(),
    TOKEN_SECRET: secret(),
  }
  if (given.DATABASE_URL !== undefined) return onMongo(settings, given.DATABASE_URL)
  return process.env['TEST_DATABASE'] === 'mongo' ? onMongo(settings, freshMongoUrl()) : onSqlite(settings)
}

type Settings = Record<string, string> & { DATA_DIR: string }

/** The config reads the environment when it is imported, and an adapter serves once. */
async function open(settings: Settings): Promise<Payload> {
  vi.resetModules()
  Object.assign(process.env, settings)
  const { default: config } = await import('../../payload.config.ts')
  return new BasePayload().init({ config })
}

async function onMongo(given: Settings, url: string): Promise<LastingDatabase> {
  const settings = { ...given, DATABASE_URL: url }
  const payload = await open(settings)
  const unsent = async () => {
    const { docs } = await payload.find({
      collection: 'messages',
      where: { status: { in: ['owed', 'sending'] } },
      pagination: false,
      limit: 0,
      depth: 0,
    })
    return docs.map(({ key, leaseBy }) => ({ key, by: leaseBy ?? null }))
  }
  return {
    settings,
    visit: (body) => body(payload),
    unsent,
    unsentBehind: unsent,
    remove: async () => {
      await payload.destroy()
      await rm(given.DATA_DIR, { recursive: true, force: true })
    },
  }
}

function onSqlite(given: Settings): LastingDatabase {
  const file = path.join(given.DATA_DIR, 'cpof.db')
  const settings = { ...given, DATABASE_URL: `file:${file}` }
  return {
    settings,
    visit: async (body) => {
      const payload = await open(settings)
      try {
        return await body(payload)
      } finally {
        await payload.destroy()
      }
    },
    unsent: () => unsentIn(file),
    // Who opens what a killed process left mends it, and that is for the next server to do: a copy is looked into.
    unsentBehind: async () => {
      const copy = path.join(given.DATA_DIR, 'left-behind.db')
      for (const part of ['', '-wal']) {
        await rm(copy + part, { force: true })
        if (existsSync(file + part)) await copyFile(file + part, copy + part)
      }
      return unsentIn(copy)
    },
    remove: () => rm(given.DATA_DIR, { recursive: true, force: true }),
  }
}

async function unsentIn(file: string): Promise<Unsent[]> {
  const client = createClient({ url: `file:${file}` })
  try {
    const { rows } = await client.execute("SELECT key, lease_by FROM messages WHERE status IN ('owed', 'sending')")
    return rows.map(({ key, lease_by: by }) => ({
      key: typeof key === 'string' ? key : '',
      by: typeof by === 'string' ? by : null,
    }))
  } finally {
    client.close()
  }
}
