import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OwnEndpoint } from '../../src/api/posting.ts'
import { isOwnHandler } from '../../src/api/respond.ts'
import { callApi } from '../support/api.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { beforeBureau, houseWith, membersOf, seat, votes, type House } from '../support/bureau.ts'
import { PASSWORD } from '../support/factories.ts'

let app: TestApp
let house: House

beforeAll(async () => {
  app = await startApp()
  house = await houseWith(app)
})

afterAll(() => app.stop())

async function tokenOf(email: string): Promise<string> {
  const { token } = await app.payload.login({ collection: 'users', data: { email, password: PASSWORD } })
  if (!token) throw new Error('No session was opened')
  return token
}

describe('a decision under a key', () => {
  it('is answered again as it was, although nobody may vote any more', async () => {
    const id = await beforeBureau(house)
    await votes(house, id, ['for', 'for'])
    const token = await tokenOf(seat(house, 2).user.email)
    const vote = () =>
      callApi(app, `/adhesions/${id}/vote`, { body: { choice: 'for' }, token, headers: { 'Idempotency-Key': 'vote' } })
    const first = await vote()
    expect([first.status, first.body['status']]).toEqual([200, 'validated'])
    const again = await vote()
    expect([again.status, again.body, again.headers.get('idempotent-replayed')]).toEqual([200, first.body, 'true'])
    expect(await membersOf(app.payload, id)).toHaveLength(1)
  })
})

describe('every POST of ours', () => {
  const own = (endpoints: readonly { method: string; path: string; handler: object }[] | false): OwnEndpoint[] =>
    (endpoints || []).filter((each): each is OwnEndpoint => each.method === 'post' && isOwnHandler(each.handler))

  it('reads what is sent, so that a key has its say, or gives answers that are secret', async () => {
    let token = await tokenOf(house.secretary.user.email)
    const silent: string[] = []
    for (const { slug, endpoints } of app.config.collections)
      for (const { path } of own(endpoints)) {
        const address = `/${slug}${path === '/' ? '' : path}`
        const { status } = await callApi(app, address.replaceAll(/:\w+/g, house.secretary.user.id), {
          body: {},
          token,
          headers: { 'Idempotency-Key': 'with a space' },
        })
        if (status < 400) silent.push(address)
        if (path === '/logout') token = await tokenOf(house.secretary.user.email)
      }
    expect(silent).toEqual(['/users/logout', '/users/refresh-token'])
  })
})
