import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { applied } from '../support/applications.ts'
import { adoptCharter, PASSWORD, staffUser } from '../support/factories.ts'
import { draftPage, publishedPage } from '../support/pages.ts'
import { openSiteDoor, visitor } from '../support/site.ts'

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>
const tokens = new Map<string, string>()

beforeAll(async () => {
  app = await startApp()
  door = await openSiteDoor(app)
  site = visitor(door)
  for (const role of ['editor', 'secretariat', 'admin'] as const) {
    const { email } = await staffUser(app.payload, { name: role, roles: [role] })
    const { token } = await app.payload.login({ collection: 'users', data: { email, password: PASSWORD } })
    tokens.set(role, token ?? '')
  }
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

const soon = { timeout: 5_000, interval: 100 }

const ask = (who: string, path: string, body?: object) =>
  fetch(`${door.url}/api/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(tokens.has(who) ? { Authorization: `JWT ${tokens.get(who)}` } : {}),
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })

const around = (html: string, tag: 'header' | 'footer') => new RegExp(`<${tag}[\\s\\S]*</${tag}>`).exec(html)?.[0] ?? ''
const hrefs = (html: string) => [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)

describe('identity and menus', () => {
  it('are read by everybody and written by editors alone', async () => {
    for (const slug of ['identity', 'privacy-notice', 'header', 'footer']) {
      for (const who of ['nobody', 'editor', 'secretariat', 'admin']) {
        expect([slug, who, (await ask(who, `globals/${slug}`)).status]).toEqual([slug, who, 200])
        expect([slug, who, (await ask(who, `globals/${slug}`, {})).status === 200]).toEqual([
          slug,
          who,
          who === 'editor',
        ])
        expect([slug, who, (await ask(who, `globals/${slug}/versions`)).status === 200]).toEqual([
          slug,
          who,
          who === 'editor',
        ])
      }
    }
  })
})

describe('who publishes the site', () => {
  it('stands under the legal notice once editors have said it, and nothing does before', async () => {
    await publishedPage(app.payload, { slug: 'mentions-legales', title: 'Mentions légales' })
    expect((await site.get('/mentions-legales')).text).not.toContain('Qui édite ce site')
    const wrong = await ask('editor', 'globals/identity', { siren: '123456789' })
    expect(wrong.status).toBe(400)
    const told = {
      legalName: 'Association du jardin',
      siren: '732829320',
      seat: '1 rue des Lilas\n29200 Brest',
      publicationDirector: 'Ada Martin',
      registers: [{ name: 'HATVP', number: 'H1', href: 'https://registre.example/h1' }],
    }
    expect((await ask('editor', 'globals/identity', told)).status).toBe(200)
    await expect.poll(async () => (await site.get('/mentions-legales')).html, soon).toContain('Association du jardin')
    const { html, text } = await site.get('/mentions-legales')
    expect(html).toContain('1 rue des Lilas<br/>29200 Brest')
    expect(html).toContain('<a href="https://registre.example/h1">H1</a>')
    expect(text).toContain('Direction de la publication Ada Martin')
    expect(text).not.toContain('RNA')
  })
})

describe('the privacy notice', () => {
  const NEEDED =
    'Écrivez à {courriel}, pour {responsable}. Membre {durée membre}, refus {durée refus}, sans signature {durée sans signature}.'
  const apply = async () => app.payload.findByID({ collection: 'adhesions', id: (await applied(app)).id, depth: 0 })
  const shown = async () => (await site.get('/nous-rejoindre')).text

  it('is the software’s until editors write theirs, with the terms that are applied', async () => {
    await adoptCharter(app.payload)
    expect(await shown()).toMatch(
      /refusée, classée ou retirée est effacée au bout de 1 an, une demande jamais signée au bout de 3 mois/,
    )
    expect((await apply()).privacyNoticeVersion).toBe('2026-11-30')
  })

  it('promises nothing by hand, names nothing that is not, and leaves nothing needed out', async () => {
    for (const [text, told] of [
      ['Nous gardons tout.', 'Il manque {responsable}'],
      [`${NEEDED} Selon {humeur}.`, '{humeur} ne correspond à rien'],
      [`${NEEDED} Effacées au bout de 6 mois.`, '6 mois'],
      [`${NEEDED} Effacées au bout de deux ans.`, 'deux ans'],
    ] as const) {
      const answer = await ask('editor', 'globals/privacy-notice', { text })
      expect([text, answer.status]).toEqual([text, 400])
      expect(await answer.text()).toContain(told)
    }
  })

  it('is what the form shows at once, under its own page too, and each application keeps which it was', async () => {
    await publishedPage(app.payload, { slug: 'donnees-personnelles', title: 'Données personnelles' })
    const saved = await ask('editor', 'globals/privacy-notice', { text: `${NEEDED}\n\nEt voilà.` })
    const { result } = (await saved.json()) as { result: { updatedAt: string } }
    expect(saved.status).toBe(200)
    expect(await shown()).toContain('pour Association du jardin. Membre 5 ans, refus 1 an, sans signature 3 mois.')
    await expect.poll(async () => (await site.get('/donnees-personnelles')).text, soon).toContain('Et voilà.')
    expect((await site.get('/donnees-personnelles')).text).toContain('5 ans après la fin de l’adhésion')
    expect((await apply()).privacyNoticeVersion).toBe(result.updatedAt)
  })
})

/** What stands in the head whatever its menu. */
const ALWAYS = ['/recherche', '/nous-rejoindre']

describe('the menus', () => {
  it('are what stands by itself until editors choose, and then their links in their order', async () => {
    const { payload } = app
    const page = await publishedPage(payload, { slug: 'missions', title: 'Nos missions' })
    const draft = await draftPage(payload, { slug: 'secret', title: 'Un secret' })
    await expect
      .poll(async () => hrefs(around((await site.get('/')).html, 'header')), soon)
      .toEqual([...['/', '/gouvernance', '/membres', '/publications', '/evenements', '/charte'], ...ALWAYS])
    const chosen = [
      { href: '/membres', label: 'Ceux qui en sont' },
      { page: page.id },
      { page: draft.id, label: 'Bientôt' },
      { href: 'https://ailleurs.example', label: 'Ailleurs' },
    ]
    expect((await ask('editor', 'globals/header', { links: chosen })).status).toBe(200)
    expect((await ask('editor', 'globals/footer', { links: [{ page: page.id, label: 'Missions' }] })).status).toBe(200)
    expect(
      (await ask('editor', 'globals/header', { links: [{ href: 'javascript:alert(1)', label: 'Piège' }] })).status,
    ).toBe(400)
    await expect
      .poll(async () => hrefs(around((await site.get('/')).html, 'header')), soon)
      .toEqual(['/', '/membres', '/missions', 'https://ailleurs.example', ...ALWAYS])
    const { html } = await site.get('/')
    expect(around(html, 'header')).toContain('>Nos missions</a>')
    const [, atTheFoot = ''] = around(html, 'footer').split('id="pied-site"')
    expect(hrefs(atTheFoot)).toEqual(['/missions'])
    for (const hidden of ['Un secret', 'Bientôt', '/secret']) expect(html).not.toContain(hidden)
    expect((await ask('editor', 'globals/header', { links: [] })).status).toBe(200)
    await expect.poll(async () => hrefs(around((await site.get('/')).html, 'header')), soon).toContain('/gouvernance')
  })
})
