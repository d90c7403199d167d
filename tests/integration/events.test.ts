import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '../../src/lib/clock.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { makeUser, richText } from '../support/governance.ts'
import { makeEvent, makePdf } from '../support/publishing.ts'
import { openSiteDoor, visitor } from '../support/site.ts'

/** Words that stand in what nobody may read yet, and nowhere else. */
const SECRETS = ['Capucine', 'Jacinthe'] as const
const [DRAFT, REVISED] = SECRETS

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>

beforeAll(async () => {
  app = await startApp()
  const { payload } = app
  const secret = async (word: string) => ({
    title: word,
    summary: word,
    place: word,
    link: `https://${word.toLowerCase()}.example/`,
    programme: richText(word),
    speakers: [{ name: word, role: word }],
    documents: [{ title: word, file: (await makePdf(payload, word.toLowerCase())).id }],
  })
  await makeEvent(payload, {
    title: 'Conférence de Brest',
    slug: 'conference-de-brest',
    kind: 'conference',
    region: '53',
    startsAt: '2027-03-27T08:00:00.000Z',
    endsAt: '2027-03-27T16:30:00.000Z',
    place: 'Salle du port\n2 quai Neuf, Brest',
    link: 'https://inscription.example/brest',
    summary: 'Une journée pour <b>débattre</b> ; entrée libre, sans réserve.',
    programme: richText('Le matin : les glycines.'),
    speakers: [{ name: 'Ada Martin', role: 'Sociologue' }, { name: 'Jean Dupré' }],
  })
  await makeEvent(payload, {
    title: 'Assemblée de printemps',
    slug: 'assemblee',
    kind: 'assembly',
    startsAt: '2026-10-24T07:00:00.000Z',
    endsAt: '2026-10-25T11:00:00.000Z',
    documents: [{ title: 'Compte rendu', file: (await makePdf(payload, 'compte-rendu')).id }],
  })
  await makeEvent(payload, {
    title: 'Webinaire d’été',
    slug: 'ete',
    startsAt: '2027-06-21T08:00:00.000Z',
    endsAt: '2027-06-21T09:00:00.000Z',
  })
  await makeEvent(payload, { ...(await secret(DRAFT)), slug: 'en-projet', _status: 'draft' })
  const revised = await makeEvent(payload, { title: 'Table ronde', slug: 'table-ronde' })
  await payload.update({
    collection: 'events',
    id: revised.id,
    data: { ...(await secret(REVISED)), _status: 'draft' },
    draft: true,
  })
  door = await openSiteDoor(app)
  site = visitor(door)
})

afterEach(() => setClock(null))
afterAll(async () => {
  await door.close()
  await app.stop()
})

const leaks = (text: string): string[] => SECRETS.filter((word) => text.toLowerCase().includes(word.toLowerCase()))

describe('a draft of an event', () => {
  it('has not a word on any page, in a calendar, the sitemap, the search or the API', async () => {
    const ids = (await app.payload.find({ collection: 'events', pagination: false, overrideAccess: true })).docs.map(
      ({ id }) => id,
    )
    expect(ids).toHaveLength(5)
    const pages = [
      '/evenements',
      '/evenements.atom',
      '/evenements?nature=conference',
      '/evenements/table-ronde',
      '/evenements/table-ronde.ics',
      '/sitemap.xml',
      '/regions/bretagne',
    ]
    for (const path of pages) {
      const { status, html } = await site.get(path)
      expect({ path, status, leaks: leaks(html) }).toEqual({ path, status: 200, leaks: [] })
    }
    const others = [
      '/evenements/en-projet',
      '/evenements/en-projet.ics',
      '/api/events/versions',
      '/api/files/file/capucine.pdf',
      '/api/files/file/jacinthe.pdf',
    ]
    for (const path of others) {
      const { status, html } = await site.get(path)
      expect({ path, closed: status >= 400 && status < 500, leaks: leaks(html) }).toEqual({
        path,
        closed: true,
        leaks: [],
      })
    }
    const queries = [
      '',
      '?draft=true',
      '?draft=true&depth=2',
      '?where[_status][equals]=draft&draft=true',
      '?where[slug][equals]=en-projet',
      '?locale=all&limit=100',
    ]
    for (const path of [
      ...queries.map((query) => `events${query}`),
      ...ids.flatMap((id) => [`events/${id}`, `events/${id}?draft=true&depth=2`]),
      'files?limit=100',
    ]) {
      expect({ path, leaks: leaks((await site.get(`/api/${path}`)).html) }).toEqual({ path, leaks: [] })
    }
    for (const word of SECRETS) {
      expect((await site.get(`/recherche?q=${word}`)).text).toContain('Rien ne correspond')
      for (const field of ['title', 'place', 'speakers.name', 'documents.title']) {
        const { html } = await site.get(`/api/events/count?where[${field}][like]=${word}&draft=true`)
        expect({ word, field, found: /"totalDocs":[1-9]/.test(html) }).toEqual({ word, field, found: false })
      }
    }
    expect((await site.get('/api/events/count?where[speakers.name][like]=Ada')).html).toContain('"totalDocs":1')
  })
})

describe('the events', () => {
  it('are those to come, the next first, then those that are over, the last first', async () => {
    setClock(() => new Date('2027-03-27T16:29:59Z'))
    const read = async () => {
      const { text } = await site.get('/evenements')
      const [coming = '', past = ''] = text.slice(text.indexOf('À venir')).split('Passés')
      return { coming, past }
    }
    await expect
      .poll(async () => (await read()).coming, { timeout: 5_000 })
      .toMatch(/Conférence de Brest.*Webinaire d’été/)
    expect((await read()).past).toMatch(/Assemblée de printemps.*Table ronde/)
    setClock(() => new Date('2027-03-27T16:30:00Z'))
    await expect
      .poll(async () => (await read()).past, { timeout: 5_000 })
      .toMatch(/Conférence de Brest.*Assemblée de printemps/)
    expect((await read()).coming).not.toContain('Brest')
  })

  it('each say when by the clock of Paris, where, and who speaks', async () => {
    const { status, text, html } = await site.get('/evenements/conference-de-brest')
    expect(status).toBe(200)
    for (const words of [
      'Conférence régionale',
      '27 mars 2027, de 9 h 00 à 17 h 30 (heure de Paris)',
      '2 quai Neuf, Brest',
      'Bretagne',
      'glycines',
      'Ada Martin, Sociologue',
      'Jean Dupré',
    ])
      expect(text).toContain(words)
    expect(html).toContain('href="https://inscription.example/brest"')
    expect(html).toContain('&lt;b&gt;débattre')
    const assembly = await site.get('/evenements/assemblee')
    expect(assembly.text).toContain('du 24 octobre 2026 à 9 h 00 au 25 octobre 2026 à 12 h 00 (heure de Paris)')
    expect(assembly.text).toContain('Compte rendu (PDF, 1 ko)')
    expect((await site.get('/api/files/file/compte-rendu.pdf')).status).toBe(200)
    for (const path of ['/evenements/rien', '/evenements/rien.ics', '/evenements/%00'])
      expect([400, 404]).toContain((await site.get(path)).status)
  })

  it('say that they are called off or put off: on their page, in lists, to engines and to calendars', async () => {
    const { id } = await makeEvent(app.payload, {
      title: 'Journée d’étude',
      slug: 'journee-d-etude',
      startsAt: '2027-07-01T08:00:00.000Z',
      endsAt: '2027-07-01T09:00:00.000Z',
      place: 'Salle des fêtes\nRennes',
      link: 'https://inscription.example/',
    })
    const ics = async () => (await site.get('/evenements/journee-d-etude.ics')).html
    const sequence = (text: string): number => Number(/SEQUENCE:(\d+)/.exec(text)?.[1])
    const announced = await ics()
    expect(announced).toContain('STATUS:CONFIRMED')
    const page = await site.get('/evenements/journee-d-etude')
    expect(page.text).toContain('Inscription')
    expect(page.html).not.toContain('VirtualLocation')
    const put = (state: 'cancelled' | 'postponed') =>
      app.payload.update({ collection: 'events', id, data: { state, _status: 'published' } })
    await put('cancelled')
    await expect.poll(async () => (await site.get('/evenements/journee-d-etude')).text).toContain('est annulé')
    expect((await site.get('/evenements/journee-d-etude')).html).toContain('https://schema.org/EventCancelled')
    expect((await site.get('/evenements')).text).toContain('Annulé. Webinaire')
    expect(await ics()).toMatch(/STATUS:CANCELLED[^]*SUMMARY:Annulé/)
    expect(sequence(await ics())).toBeGreaterThanOrEqual(sequence(announced))
    await put('postponed')
    await expect.poll(async () => (await site.get('/evenements/journee-d-etude')).text).toContain('est reporté')
    await app.payload.delete({ collection: 'events', id })
  })

  it('each come as a calendar file', async () => {
    const { status, html, headers } = await site.get('/evenements/conference-de-brest.ics')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const lines = html.replaceAll('\r\n ', '').split('\r\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTART:20270327T080000Z',
        'DTEND:20270327T163000Z',
        'SUMMARY:Conférence de Brest',
        'LOCATION:Salle du port\\n2 quai Neuf\\, Brest',
        'DESCRIPTION:Une journée pour <b>débattre</b> \\; entrée libre\\, sans réserve.',
        'URL:http://localhost:3000/evenements/conference-de-brest',
      ]),
    )
  })

  it('are chosen by kind, region and year, and what is no filter is as if it were not there', async () => {
    const titles = async (query: string) =>
      [...(await site.get(`/evenements?${query}`)).html.matchAll(/<a href="\/evenements\/[^"]+">([^<]+)<\/a>/g)].map(
        ([, title]) => title,
      )
    expect(await titles('nature=conference')).toEqual(['Conférence de Brest'])
    expect(await titles('region=53')).toEqual(['Conférence de Brest'])
    expect(await titles('annee=2026&nature=assembly')).toEqual(['Assemblée de printemps'])
    expect(await titles('annee=2026&nature=hearing')).toEqual([])
    expect((await site.get('/evenements?annee=2026&nature=hearing')).text).toContain('Aucun événement ne correspond')
    expect(await titles('nature=toString&annee=x&region=99')).toEqual(await titles(''))
    expect((await site.get('/evenements?region=53')).html).toContain('noindex')
  })

  it('are a feed, whatever was announced or changed last first', async () => {
    const { html, status } = await site.get('/evenements.atom')
    expect(status).toBe(200)
    expect(html.match(/<entry>/g)).toHaveLength(4)
    expect(html).toContain(
      '<link rel="alternate" type="text/html" href="http://localhost:3000/evenements/conference-de-brest"/>',
    )
    expect(html).toContain('Conférence régionale, 27 mars 2027 à 9')
    expect((await site.get('/evenements')).html).toContain('href="/evenements.atom"')
  })

  it('are shown by the region where they are held, while they are to come', async () => {
    expect((await site.get('/regions/bretagne')).text).toContain('Prochains événements 27 mars Conférence de Brest')
    setClock(() => new Date('2027-03-27T16:30:00Z'))
    await expect
      .poll(async () => (await site.get('/regions/bretagne')).text, { timeout: 5_000 })
      .not.toContain('Conférence de Brest')
  })

  it('are found by the search, and named to search engines', async () => {
    expect((await site.get('/recherche?q=glycines')).text).toContain('Conférence de Brest Événement')
    expect((await site.get('/sitemap.xml')).html).toContain('/evenements/conference-de-brest</loc>')
  })
})

describe('an editor', () => {
  it('is told of an end before the beginning and of a link that is none', async () => {
    const editor = await makeUser(app.payload, ['editor'])
    const create = (data: object) =>
      app.payload.create({
        collection: 'events',
        user: editor,
        overrideAccess: false,
        data: {
          title: 'Essai',
          slug: 'essai',
          kind: 'webinar',
          startsAt: '2026-05-05T08:00:00.000Z',
          startsAt_tz: 'Europe/Paris',
          endsAt: '2026-05-05T10:00:00.000Z',
          endsAt_tz: 'Europe/Paris',
          _status: 'published',
          ...data,
        },
      })
    await expect(create({ endsAt: '2026-05-05T08:00:00.000Z' })).rejects.toThrow('La fin vient après le début.')
    await expect(create({ link: 'javascript:alert(1)' })).rejects.toThrow(/Lien/)
    await expect(create({})).resolves.toMatchObject({ slug: 'essai' })
  })
})
