import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { beforeBureau, fileOf, houseWith, seat, type House } from '../support/bureau.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { PASSWORD } from '../support/factories.ts'

let app: TestApp
let house: House
let door: TestDoor

beforeAll(async () => {
  app = await startApp()
  house = await houseWith(app)
  door = await openDoor(app)
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

const READS = [
  'count',
  'find',
  'findDistinct',
  'findGlobal',
  'findGlobalVersions',
  'findOne',
  'findVersions',
  'queryDrafts',
] as const

/** What is read of the database, by its collection, while something is done. */
async function readsOf(act: () => Promise<void>): Promise<string[]> {
  const { db } = app.payload
  const reads: string[] = []
  const before = READS.map((name) => [name, db[name]] as const)
  for (const [name, read] of before) {
    const counted = (args: { collection?: string }): unknown => {
      reads.push(`${name} ${args.collection ?? ''}`)
      return Reflect.apply(read, db, [args])
    }
    Object.assign(db, { [name]: counted })
  }
  try {
    await act()
  } finally {
    Object.assign(db, Object.fromEntries(before))
  }
  return reads
}

it('a vote reads the database at most 25 times, from the request to its answer', async () => {
  const id = await beforeBureau(house)
  const { token } = await app.payload.login({
    collection: 'users',
    data: { email: seat(house, 1).user.email, password: PASSWORD },
  })
  const { rev } = await fileOf(app.payload, id)
  let status = 0
  const reads = await readsOf(async () => {
    const answer = await fetch(`${door.url}/api/adhesions/${id}/vote`, {
      method: 'POST',
      headers: { Authorization: `JWT ${token ?? ''}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ choice: 'for', rev }),
    })
    status = answer.status
  })
  expect(status).toBe(200)
  expect(reads.length, reads.join('\n')).toBeLessThanOrEqual(25)
})
