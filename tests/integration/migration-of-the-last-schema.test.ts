import path from 'node:path'
import { createClient, type Client } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { afterAll, expect, it } from 'vitest'
import { migrations } from '../../src/db/migrations/index.ts'
import { bringToPresent } from '../../src/db/upgrade.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { quickFolder } from '../support/quick-folder.ts'

const ROWS = 3

/** Tables that a migration gave another name. */
const RENAMED: Readonly<Record<string, string>> = { ballots: 'rounds' }

/** The earliest schema that is filled here: rounds were called ballots in it. */
const FIRST = migrations.findIndex(({ name }) => name.endsWith('_rounds'))
let app: TestApp | null = null

afterAll(() => app?.stop())

type Column = { name: string; type: string; primary: boolean }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const tablesOf = async (client: Client): Promise<string[]> => {
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'payload_migrations' ORDER BY name",
  )
  return rows.map(({ name }) => textOf(name))
}

const columnsOf = async (client: Client, table: string): Promise<Column[]> => {
  const { rows } = await client.execute(`PRAGMA table_info("${table}")`)
  return rows.map(({ name, type, pk }) => ({ name: textOf(name), type: textOf(type).toLowerCase(), primary: pk !== 0 }))
}

/** What a round holds, and what a ballot held under names that a migration changed. */
const STORED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ballots: {
    tally: { counts: { for: 2 }, voicesToCome: 1 },
    session: { present: ['p'], voices: { counts: { for: 2 }, chairChoice: 'for' } },
  },
  people: { name: 'Élise  ŒUVRARD' },
  rounds: {
    tally: { counts: { for: 2 }, votesToCome: 1 },
    session: { present: ['p'], votes: { counts: { for: 2 }, chairChoice: 'for' } },
  },
}

const read = (value: unknown): unknown => JSON.parse(textOf(value))

/** Fills every table with rows of which each refers to the row of its number in the tables that it points to. */
async function fill(client: Client): Promise<void> {
  await client.execute('PRAGMA foreign_keys=OFF')
  for (const table of await tablesOf(client)) {
    const columns = await columnsOf(client, table)
    const { rows: references } = await client.execute(`PRAGMA foreign_key_list("${table}")`)
    const pointing = new Map(references.map(({ from, table: to }) => [textOf(from), textOf(to)]))
    for (let row = 1; row <= ROWS; row += 1) {
      const values = await Promise.all(
        columns.map(async ({ name, type, primary }) => {
          const stored = STORED[table]?.[name]
          if (stored !== undefined) return JSON.stringify(stored)
          const target = pointing.get(name)
          const kind = target ? ((await columnsOf(client, target)).find((each) => each.primary)?.type ?? 'text') : type
          if (target || primary) return kind === 'integer' ? row : `${target ?? table}-${row}`
          // A text that is JSON as well: nothing tells here which columns hold it.
          return type === 'text' ? JSON.stringify(`${name}-${row}`) : row
        }),
      )
      await client.execute({
        sql: `INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        args: values,
      })
    }
  }
  expect((await client.execute('PRAGMA foreign_key_check')).rows).toEqual([])
}

const counts = async (client: Client, tables: readonly string[]): Promise<Record<string, number>> => {
  const entries = await Promise.all(
    tables.map(
      async (table) =>
        [table, Number((await client.execute(`SELECT count(*) AS n FROM "${table}"`)).rows[0]?.['n'])] as const,
    ),
  )
  return Object.fromEntries(entries)
}

it.each(migrations.slice(FIRST).map(({ name }, place) => [name, FIRST + place] as const))(
  'brings a filled file of the schema before %s to the present one when it is opened, and loses no row of any table',
  async (_name, known) => {
    process.env['TEST_DATABASE'] = 'sqlite'
    const file = path.join(quickFolder('cpof-earlier-'), 'cpof.db')
    const earlier = migrations.slice(0, known)
    expect(earlier.length).toBeGreaterThan(0)
    const client = createClient({ url: `file:${file}` })
    const db = drizzle(client)
    for (const { up } of earlier) await up({ db } as never)
    await fill(client)
    for (const { name } of earlier)
      await client.execute({
        sql: 'INSERT INTO payload_migrations (id, name, batch) VALUES (?, ?, 1)',
        args: [name, name],
      })
    const tables = await tablesOf(client)
    const before = await counts(client, tables)
    const rounds = tables.find((table) => table === 'ballots' || table === 'rounds')
    expect(Object.values(before).every((count) => count === ROWS)).toBe(true)
    client.close()

    // One start a file of tests: the others are what a start does first.
    if (known === FIRST) app = await startApp({ DATABASE_URL: `file:${file}` })
    else await bringToPresent(file, migrations)
    const after = createClient({ url: `file:${file}` })
    const called = (table: string): string => RENAMED[table] ?? table
    expect(await counts(after, tables.map(called))).toEqual(
      Object.fromEntries(Object.entries(before).map(([table, count]) => [called(table), count])),
    )
    const { rows } = await after.execute(
      "SELECT v.id, v.subject, v.round_id, a.current_round_id, r.tally, r.session FROM votes v JOIN rounds r ON r.id = v.round_id JOIN adhesions a ON v.subject = 'adhesion:' || a.id ORDER BY v.id",
    )
    // What stands for a subject in later schemas names no application: there is nothing to carry over any more.
    const carried = earlier.some(({ name }) => name.endsWith('_subjects')) ? [] : [1, 2, 3]
    expect(rows.map(({ tally, session, ...ids }) => ({ ...ids, tally: read(tally), session: read(session) }))).toEqual(
      carried.map((row) => ({
        id: `votes-${row}`,
        subject: `adhesion:adhesions-${row}`,
        round_id: `${rounds}-${row}`,
        current_round_id: `${rounds}-${row}`,
        ...STORED['rounds'],
      })),
    )
    if (!earlier.some(({ name }) => name.endsWith('_list_keys')))
      expect((await after.execute('SELECT DISTINCT search_key FROM people')).rows).toEqual([
        { search_key: '"elise oeuvrard"' },
      ])
    expect((await after.execute('PRAGMA foreign_key_check')).rows).toEqual([])
    expect((await after.execute('SELECT name FROM payload_migrations')).rows).toHaveLength(migrations.length)
    after.close()
  },
)
