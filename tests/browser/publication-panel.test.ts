import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { phone } from '../support/browser.ts'
import { asked, begin, type Demo, openDemo, queue, widthOf } from '../support/panel.ts'

const WAITING = 'Payer le temps de l’accueil'

let demo: Demo

beforeAll(async () => {
  demo = await openDemo()
})

afterAll(() => demo?.close())

afterEach(() => {
  expect(demo.panel.heard(), 'nothing on the consoles').toEqual([])
  expect(demo.server.output(), 'nor from the server').not.toMatch(/⨯|TypeError|"level":"error"/)
})

/** Follows the line of a queue to the publication. */
async function openFrom(page: Page, title: string, name: string): Promise<void> {
  await queue(page, title).getByRole('link', { name }).click()
  await page.getByRole('heading', { name: 'Approbation et avis' }).waitFor()
}

/** A browser notes what was refused, as it was meant to be. */
const refused = (status: number) => expect(demo.panel.heard()).toEqual([expect.stringContaining(`status of ${status}`)])

const said = (page: Page, term: string) =>
  page
    .locator('.pending .file-facts div', { has: page.locator('dt', { hasText: term }) })
    .locator('dd')
    .innerText()

describe('a publication in the panel', () => {
  it('goes from who writes it to who judges and adopts it, and back to be published', async () => {
    const editor = await demo.panel.signIn('redaction')
    await openFrom(editor, 'Publications en attente des instances', WAITING)
    expect(await said(editor, 'Approbation')).toBe('attendue')
    expect(await said(editor, 'Avis du comité scientifique')).toMatch(/^Avis favorable, Nadia Belkacem, le /)
    expect(await editor.getByRole('button', { name: /Approuver|avis/ }).count(), 'an editor says neither').toBe(0)

    await editor.getByLabel(/^Titre/).fill('Payer enfin l’accueil')
    // What is typed is saved by itself.
    await expect
      .poll(
        async () =>
          (
            await asked<{ title: string }>(
              editor,
              'publications?draft=true&where[slug][equals]=payer-le-temps-de-l-accueil',
            )
          )[0]?.title,
        { timeout: 20_000 },
      )
      .toBe('Payer enfin l’accueil')
    await editor.reload()
    await editor.getByRole('heading', { name: 'Approbation et avis' }).waitFor()
    expect(await said(editor, 'Avis du comité scientifique')).toMatch(
      /^caduc\s: le contenu a changé depuis l’avis de Nadia Belkacem, le /,
    )

    await (await begin(editor, 'Soumettre aux instances'))
      .getByRole('button', { name: 'Soumettre', exact: true })
      .click()
    await editor.getByText('Les instances sont prévenues.').first().waitFor()

    const reviewer = await demo.panel.signIn('comite2')
    await openFrom(reviewer, 'Publications à relire', 'Payer enfin l’accueil')
    expect(await reviewer.getByLabel(/^Titre/).isDisabled(), 'it is read').toBe(true)
    const opinion = await begin(reviewer, 'Rendre un avis')
    await opinion.getByLabel('Avis avec réserves').check()
    await opinion.getByRole('button', { name: 'Rendre cet avis' }).click()
    await opinion.getByText('Cette information est obligatoire.').first().waitFor()
    refused(400)
    await opinion.getByLabel(/^Commentaires/).fill('Une seule région est étudiée.')
    await opinion.getByRole('button', { name: 'Rendre cet avis' }).click()
    await reviewer.getByText('Une seule région est étudiée.').waitFor()
    await reviewer.context().close()

    const chair = await demo.panel.signIn('presidence')
    await openFrom(chair, 'Publications à approuver', 'Payer enfin l’accueil')
    expect(await said(chair, 'Avis du comité scientifique')).toMatch(/^Avis avec réserves, Grégoire Lanvin, le /)
    await (await begin(chair, 'Approuver ce contenu')).getByRole('button', { name: 'Approuver', exact: true }).click()
    await chair.getByText('Ce contenu peut paraître.').waitFor()
    expect(await said(chair, 'Approbation')).toMatch(/^Hélène Vasseur, pour Bureau, le /)
    await chair.context().close()

    await editor.goto('/admin')
    await openFrom(editor, 'Publications approuvées, à publier', 'Payer enfin l’accueil')
    // What is opened and published as it is stored is what was approved.
    await editor.getByRole('button', { name: 'Publier les modifications' }).click()
    await expect
      .poll(
        async () =>
          (await asked<{ _status: string }>(editor, 'publications?where[slug][equals]=payer-le-temps-de-l-accueil'))[0]
            ?._status,
      )
      .toBe('published')
    await editor.goto('/publications/payer-le-temps-de-l-accueil')
    await editor.getByText('Une seule région est étudiée.').waitFor()
    await editor.context().close()
  })

  it('says what is missing to who publishes too early', async () => {
    const editor = await demo.panel.signIn('redaction')
    const [statement] = await asked<{ id: string }>(editor, 'publications?where[kind][equals]=statement')
    await editor.goto(`/admin/collections/publications/${statement?.id}`)
    await editor.getByRole('heading', { name: 'Approbation et avis' }).waitFor()
    await editor.getByLabel(/^Titre/).fill('Sans que personne l’approuve')
    await editor.getByRole('button', { name: 'Publier les modifications' }).click()
    await editor.getByText(/Cette publication doit d’abord être approuvée/).waitFor()
    refused(409)
    expect(await asked(editor, `publications?where[id][equals]=${statement?.id}`)).toMatchObject([
      { title: 'Les formateurs ne sont pas une variable d’ajustement' },
    ])
    await editor.context().close()
  })

  it('fits a phone', async () => {
    const chair = await demo.panel.signIn('presidence', phone)
    const [position] = await asked<{ id: string }>(chair, 'publications?where[kind][equals]=position')
    await chair.goto(`/admin/collections/publications/${position?.id}`)
    await chair.getByRole('heading', { name: 'Approbation et avis' }).waitFor()
    const { content, screen } = await widthOf(chair)
    expect(content).toBe(screen)
    await chair.context().close()
  })
})
