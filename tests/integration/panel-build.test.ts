import { Router } from 'express'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { onePanelBuild, type PanelBuild } from '../../src/server/panel-build.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor } from '../support/door.ts'

describe('instances of two builds on one database', () => {
  let app: TestApp
  const running: PanelBuild[] = []

  beforeAll(async () => {
    app = await startApp({ LOG_LEVEL: 'silent' })
  })

  afterAll(async () => {
    await Promise.all(running.map(({ stop }) => stop()))
    await app.stop()
  })

  const instanceOf = async (build: string) => {
    const panelBuild = await onePanelBuild({ payload: app.payload, build, renewal: 50 })
    running.push(panelBuild)
    const door = await openDoor(
      app,
      {},
      { next: async (_req, res) => void res.end('the panel'), panelBuild, site: Router() },
    )
    const status = async (path = '/admin', method = 'GET'): Promise<number> =>
      (await fetch(door.url + path, { method, redirect: 'manual' })).status
    return { status, door, stop: panelBuild.stop }
  }

  it('serve the panel from the first one alone, until its last instance has stopped', async () => {
    const first = await instanceOf('build-a')
    const twin = await instanceOf('build-a')
    const other = await instanceOf('build-b')
    expect([await first.status(), await twin.status()]).toEqual([200, 200])
    for (const path of ['/admin', '/admin/login', '/_next/static/chunks/a.js'])
      expect([path, await other.status(path)]).toEqual([path, 503])
    const answer = await fetch(`${other.door.url}/admin`, { headers: { Accept: 'text/html' } })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await answer.text()).toMatch(/mise à jour/)
    expect((await fetch(`${other.door.url}/api/pages`)).status).toBe(200)

    await first.stop()
    await twin.stop()
    await app.payload.db.updateOne({
      collection: 'leases',
      where: { key: { equals: 'panel-build' } },
      data: { until: new Date(0).toISOString() },
    })
    await vi.waitFor(async () => expect(await other.status()).toBe(200), { timeout: 20_000 })
    for (const { door } of [first, twin, other]) await door.close()
  })
})
