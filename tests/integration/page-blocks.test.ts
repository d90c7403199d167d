import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatDay, parisDay } from '../../src/lib/dates.ts'
import { memberHref } from '../../src/site/kinds/members/kind.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { TestDoor } from '../support/door.ts'
import { makeBody, makeMandate, makeMember, makePerson, richText } from '../support/governance.ts'
import { picture, publishedPage } from '../support/pages.ts'
import { openSiteDoor, visitor } from '../support/site.ts'

let app: TestApp
let door: TestDoor
let site: ReturnType<typeof visitor>

beforeAll(async () => {
  app = await startApp()
  door = await openSiteDoor(app)
  site = visitor(door)
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

const found = async (words: string) => (await site.get(`/recherche?q=${words}`)).html.split('<main').at(-1)

describe('what editors write', () => {
  it('has questions whose answers open without a script, and the search finds both', async () => {
    await publishedPage(app.payload, {
      slug: 'questions',
      title: 'Questions',
      layout: [
        {
          blockType: 'questions',
          title: 'On nous demande',
          items: [
            { question: 'Combien coûte l’adhésion ?', answer: richText('Rien la première année, dit le jardinier.') },
          ],
        },
      ],
    })
    const { html } = await site.get('/questions')
    expect(html).toContain(
      '<details><summary>Combien coûte l’adhésion ?</summary><div class="prose"><p>Rien la première année, dit le jardinier.</p></div></details>',
    )
    await expect.poll(() => found('jardinier'), { timeout: 5_000 }).toContain('href="/questions"')
  })

  it('has commitments in order', async () => {
    await publishedPage(app.payload, {
      slug: 'engagements',
      title: 'Nos engagements',
      layout: [
        {
          blockType: 'commitments',
          title: 'Nous nous engageons',
          lead: 'Devant tous.',
          items: [
            { title: 'Écouter', text: 'Chacun.' },
            { title: 'Rendre compte', text: 'Chaque année.' },
          ],
        },
      ],
    })
    const { html } = await site.get('/engagements')
    expect(html).toMatch(/<ol><li><h3>Écouter<\/h3><p>Chacun\.<\/p><\/li><li><h3>Rendre compte<\/h3>/)
    await expect.poll(() => found('rendre+compte'), { timeout: 5_000 }).toContain('href="/engagements"')
  })

  it('has pictures beside texts and logos, sized, loaded late, and named for who does not see them', async () => {
    const [photo, ornament, logo] = [
      await picture(app.payload, 'salle', { alt: 'La salle des conférences' }),
      await picture(app.payload, 'frise', { decorative: true }),
      await picture(app.payload, 'logo', { alt: 'Un rond' }),
    ]
    const trap = { image: logo.id, name: 'Piège', href: 'javascript:alert(1)' }
    const withTrap = publishedPage(app.payload, {
      slug: 'piege',
      title: 'Piège',
      layout: [{ blockType: 'logos', items: [trap] }],
    })
    await expect(withTrap).rejects.toMatchObject({
      status: 400,
      data: { errors: [{ path: 'layout.0.items.0.href', message: expect.stringContaining('adresse web') as string }] },
    })
    const { id } = await publishedPage(app.payload, {
      slug: 'images',
      title: 'Images',
      layout: [
        {
          blockType: 'imageWithText',
          image: photo.id,
          title: 'La salle',
          content: richText('On s’y retrouve.'),
          caption: 'En séance',
        },
        { blockType: 'imageWithText', image: ornament.id, side: 'end', title: 'La frise' },
        {
          blockType: 'logos',
          title: 'Nos soutiens',
          items: [
            { image: logo.id, name: 'Atelier du Pont', href: 'https://atelier.example' },
            { image: logo.id, name: 'Piège' },
          ],
        },
      ],
    })
    // As it was stored before anybody looked at it.
    const { layout } = await app.payload.findByID({ collection: 'pages', id, depth: 0 })
    const before = (layout ?? []).map((block) =>
      block.blockType === 'logos'
        ? { ...block, items: (block.items ?? []).map((each) => (each.name === 'Piège' ? { ...each, ...trap } : each)) }
        : block,
    )
    await app.payload.db.updateOne({ collection: 'pages', id, data: { layout: { fr: before } } })
    const { html, status } = await site.get('/images')
    expect(status).toBe(200)
    const images = [...html.matchAll(/<img [^>]*>/g)].map(([tag]) => tag)
    expect(images).toHaveLength(4)
    for (const tag of images) expect(tag).toMatch(/width="1" height="1" loading="lazy"/)
    expect(images.map((tag) => /alt="([^"]*)"/.exec(tag)?.[1])).toEqual([
      'La salle des conférences',
      '',
      'Atelier du Pont',
      'Piège',
    ])
    expect(html).toContain('<figcaption>En séance</figcaption>')
    expect(html).toContain('class="with-image at-end"')
    expect(html).toContain('<a href="https://atelier.example"><figure>')
    expect(html).not.toContain('javascript:')
    const [, source = ''] = /src="([^"]+)"/.exec(images[0] ?? '') ?? []
    expect((await fetch(door.url + new URL(source, 'http://localhost:3000').pathname)).status).toBe(200)
  })
})

describe('what the site says by itself', () => {
  it('is how many we are today, who sits where and who the members are, in both languages', async () => {
    const { payload } = app
    const open = { listed: true, city: 'Brest', region: '53' }
    const school = await makeMember(payload, { legalName: 'École du phare', kind: 'member', directory: open })
    await makeMember(payload, { legalName: 'Atelier du port', kind: 'member', directory: { ...open, region: '52' } })
    const partner = await makeMember(payload, { legalName: 'Fonds du large', kind: 'partner', directory: open })
    await makeMember(payload, { legalName: 'Caché du jour', directory: { ...open, listed: false } })
    const body = await makeBody(payload, { name: 'Comité des marées', slug: 'marees' })
    await makeBody(payload, { name: 'Comité des vents', slug: 'vents' })
    const sitting = await makePerson(payload, { firstName: 'Ada', lastName: 'Du Phare' })
    const gone = await makePerson(payload, { firstName: 'Léo', lastName: 'Parti' })
    await makeMandate(payload, sitting.id, body.id, { role: 'chair' })
    await makeMandate(payload, gone.id, body.id, { firstDay: '2019-01-01', lastDay: '2020-01-01' })
    const layout = [
      { blockType: 'figures' as const, title: 'En chiffres', shown: ['members' as const, 'regions' as const] },
      { blockType: 'governance' as const, title: 'Qui décide', body: body.id },
      { blockType: 'members' as const, title: 'Les partenaires', kind: 'partner' as const },
      { blockType: 'members' as const, title: 'En Bretagne', region: '53' },
    ]
    const { id } = await publishedPage(payload, { slug: 'qui', title: 'Qui nous sommes', layout })
    const { text, html } = await site.get('/qui')
    expect(html).toMatch(/<dt>adhérents<\/dt><dd>2<\/dd>.*<dt>régions où nous sommes présents<\/dt><dd>2<\/dd>/)
    expect(text).not.toContain('partenaire ')
    expect(text).toContain(`Chiffres du ${formatDay(parisDay(new Date()))}.`)
    expect(html).toContain('<strong>Ada Du Phare</strong><span lang="fr">Présidence</span>')
    expect(text).toContain('Comité des marées')
    for (const absent of ['Comité des vents', 'Léo', 'Caché du jour', 'Atelier du port'])
      expect(text).not.toContain(absent)
    expect(html.split(`href="${memberHref(partner)}"`)).toHaveLength(3)
    expect(html.split(`href="${memberHref(school)}"`)).toHaveLength(2)

    await payload.update({
      collection: 'pages',
      id,
      locale: 'en',
      data: {
        title: 'Who we are',
        translated: true,
        layout: [{ blockType: 'figures', title: 'Figures' }],
        _status: 'published',
      },
      overrideAccess: true,
    })
    await expect
      .poll(async () => (await site.get('/en/qui')).text, { timeout: 5_000 })
      .toMatch(/members .*2 .*partner .*1 .*As of \d+ \w+ \d{4}\./)
  })
})
