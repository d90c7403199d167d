import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnv } from '../../src/env.ts'
import { openSite } from '../../src/site/routes.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { visitor } from '../support/site.ts'

const INSIDE = 'mot de passe de la base'

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>

beforeAll(async () => {
  app = await startApp()
  const { errorPage } = await openSite({ payload: app.payload, env: readEnv(process.env) })
  door = await openDoor(app, {}, { site: (_req, _res, next) => next(new Error(INSIDE)), errorPage })
  site = visitor(door)
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

describe('a page that fails', () => {
  it('says so in the dress of the site, with the number under which it was noted, and nothing of what failed', async () => {
    const { status, html, text, headers } = await site.get('/quelque-part')
    expect(status).toBe(500)
    expect(text).toContain('Le service a rencontré un problème')
    expect(text).toContain('Aller à l’accueil')
    expect(html).toContain('rel="stylesheet"')
    expect(html).not.toContain(INSIDE)
    expect(headers.get('cache-control')).toBe('no-store')
    const noted = door.lines.filter((line) => 'err' in line)
    expect(noted.map((line) => line['requestId'])).toEqual([headers.get('x-request-id')])
    expect(text).toContain(headers.get('x-request-id'))
    expect(text).toContain('Si vous nous écrivez, donnez cette référence')
  })

  it('says it in English under /en', async () => {
    const { status, text } = await site.get('/en/somewhere')
    expect(status).toBe(500)
    expect(text).toContain('The service ran into a problem')
  })

  it('is data to who asks for data', async () => {
    const answer = await fetch(`${door.url}/quelque-part`, { headers: { accept: 'application/json' } })
    expect(answer.status).toBe(500)
    expect(await answer.json()).toMatchObject({ errors: [{ code: 'internal' }] })
  })
})
