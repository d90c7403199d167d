import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { publishedPage } from '../support/pages.ts'
import { makeEvent, makePublication } from '../support/publishing.ts'
import { openSiteDoor, visitor } from '../support/site.ts'

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>

beforeAll(async () => {
  app = await startApp()
  const { payload } = app
  for (const month of ['01', '02', '03', '04'])
    await makePublication(payload, {
      title: `Note de ${month}`,
      slug: `note-${month}`,
      publishedOn: `2026-${month}-01`,
    })
  await makePublication(payload, { title: 'Un rapport', slug: 'rapport', kind: 'report', publishedOn: '2025-01-01' })
  await makePublication(payload, { title: 'Secret', slug: 'secret', publishedOn: '2026-09-01', _status: 'draft' })
  await makePublication(payload, {
    title: 'Sous embargo',
    slug: 'embargo',
    publishedOn: '2026-09-01',
    embargoUntil: new Date(Date.now() + 3_600_000).toISOString(),
  })
  await makeEvent(payload, {
    title: 'Passé',
    slug: 'passe',
    startsAt: '2020-01-01T09:00:00.000Z',
    endsAt: '2020-01-01T10:00:00.000Z',
  })
  await makeEvent(payload, {
    title: 'Plus tard',
    slug: 'plus-tard',
    kind: 'hearing',
    startsAt: '2090-06-01T08:00:00.000Z',
    endsAt: '2090-06-01T09:00:00.000Z',
    place: 'Halle aux Grains\nBlois',
  })
  await publishedPage(payload, {
    slug: 'a-la-une',
    title: 'À la une',
    layout: [
      { blockType: 'latestPublications', title: 'À lire' },
      { blockType: 'latestPublications', title: 'Rapports', kind: 'report' },
      { blockType: 'comingEvents', title: 'Rendez-vous' },
    ],
  })
  door = await openSiteDoor(app)
  site = visitor(door)
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

describe('a page', () => {
  it('shows the three latest publications and the events to come, and nothing before its time', async () => {
    const { text, html } = await site.get('/a-la-une')
    expect(text).toMatch(
      /À lire Note de 04 Communiqué, 1er avril 2026 Note de 03 Communiqué, 1er mars 2026 Note de 02 Communiqué, 1er février 2026 Toutes les publications/,
    )
    expect(text).toMatch(/Rapports Un rapport Rapport d’analyse, 1er janvier 2025 Toutes/)
    expect(text).toMatch(
      /Rendez-vous 1 juin Plus tard Audition publique, 1er juin 2090 à 10 h 00, Halle aux Grains Tous les événements/,
    )
    expect(html).toContain('href="/publications/note-04"')
    for (const word of ['Secret', 'embargo', 'Passé', 'Note de 01']) expect(text).not.toContain(word)
  })
})
