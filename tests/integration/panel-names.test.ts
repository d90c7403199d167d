import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { storedRecord } from '../../src/admin/fields/stored-record.ts'
import type { User } from '../../src/payload-types.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { makePerson, makeUser } from '../support/governance.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
})

afterAll(() => app.stop())

const read = async (user: User & { collection: 'users' }, collectionSlug: string, id: string | undefined) =>
  storedRecord({ req: await createLocalReq({ user }, app.payload), id, collectionSlug })

it('a form names others as they are stored, to those who may read them, whatever a browser sends', async () => {
  const [secretary, nobody] = [await makeUser(app.payload, ['secretariat']), await makeUser(app.payload, [])]
  const person = await makePerson(app.payload, { account: nobody.id })
  expect(await read(secretary, 'people', person.id)).toMatchObject({ id: person.id, account: nobody.id })
  expect((await read(nobody, 'people', person.id)) ?? {}).not.toHaveProperty('account')
  expect(await read(nobody, 'users', secretary.id)).toBeNull()
  for (const [slug, id] of [
    ['people', undefined],
    ['people', 'x'],
    ['constructor', person.id],
    ['__proto__', person.id],
  ] as const)
    expect(await read(secretary, slug, id)).toBeNull()
})
