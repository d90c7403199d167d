import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { phone } from '../support/browser.ts'
import {
  asked,
  begin,
  choose,
  columnsOf,
  mark,
  type Demo,
  openDemo,
  queue,
  rowOf,
  wasReloaded,
  widthOf,
} from '../support/panel.ts'

/** `WRITE_PICTURES=1` renews the pictures of the documentation; a plain run leaves the working tree as it is. */
const renewing = process.env['WRITE_PICTURES'] === '1'
const picture = path.resolve(import.meta.dirname, '..', '..', 'docs', 'pictures', 'file-view.png')

const FRESH = 'Objectif Métiers Normandie'
const DECISIVE = 'Passerelles Emploi Champagne'

let demo: Demo

beforeAll(async () => {
  demo = await openDemo()
})

afterAll(() => demo?.close())

afterEach(() => {
  expect(demo.panel.heard(), 'nothing on the consoles').toEqual([])
  expect(demo.server.output(), 'nor from the server').not.toMatch(/⨯|TypeError|"level":"error"/)
})

/** Follows the line of a queue to the file. */
async function openFrom(page: Page, title: string, name: string): Promise<void> {
  await queue(page, title).getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await mark(page)
}

const states = (page: Page, state: string) =>
  page.locator('.file-view__state strong', { hasText: new RegExp(`^${state}$`) }).waitFor()

describe('a file in the panel', () => {
  it('is taken in hand by the secretariat and put to the Bureau, where a member finds it and votes', async () => {
    const secretary = await demo.panel.signIn('secretariat')
    await openFrom(secretary, 'Demandes à instruire', FRESH)
    await states(secretary, 'À instruire')
    await (await begin(secretary, 'Prendre en charge')).getByRole('button', { name: 'Prendre en charge' }).click()
    await states(secretary, 'En instruction')
    await secretary.getByText('Vous instruisez ce dossier', { exact: true }).waitFor()

    const form = await begin(secretary, 'Soumettre au Bureau')
    await form.getByLabel(/pouvoir du signataire/).fill('Extrait du registre du 2 novembre 2026')
    await form.getByRole('button', { name: 'Soumettre au Bureau' }).click()
    await states(secretary, 'Devant le Bureau')
    expect(await wasReloaded(secretary)).toBe(false)
    await secretary.context().close()

    const elector = await demo.panel.signIn('bureau4')
    await openFrom(elector, 'Votre voix est attendue', FRESH)
    const ballot = await begin(elector, 'Voter')
    await ballot.getByLabel('Pour', { exact: true }).check()
    expect(await ballot.getByRole('status').innerText()).toBe('')
    await ballot.getByRole('button', { name: 'Enregistrer mon vote' }).click()
    await elector.getByText(/^Vous avez voté\s:\spour\./).waitFor()
    await states(elector, 'Devant le Bureau')
    expect(await wasReloaded(elector)).toBe(false)
    await elector.goto('/admin')
    await queue(elector, 'Votre voix est attendue').getByRole('link', { name: DECISIVE }).waitFor()
    expect(await queue(elector, 'Votre voix est attendue').getByRole('link', { name: FRESH }).count()).toBe(0)
    await elector.context().close()
  })

  it('tells the chair that her vote decides before she gives it, and the organisation is a member after', async () => {
    const chair = await demo.panel.signIn('presidence')
    await openFrom(chair, 'Votre voix est attendue', DECISIVE)
    expect(await chair.getByText('Grand Est', { exact: true }).count(), 'the region by its name').toBe(1)
    if (renewing) await chair.screenshot({ path: picture, clip: { x: 0, y: 0, width: 1280, height: 868 } })
    const ballot = await begin(chair, 'Voter')
    await ballot.getByLabel('Abstention').check()
    expect(await ballot.getByRole('status').innerText()).toBe('')
    await ballot.getByLabel('Pour', { exact: true }).check()
    await ballot.getByText(/^Votre voix emporte la décision\s: l’adhésion sera validée aussitôt\.$/).waitFor()
    const members = `members?where[legalName][equals]=${encodeURIComponent(DECISIVE)}&depth=0`
    expect(await asked(chair, members)).toEqual([])
    await ballot.getByRole('button', { name: 'Enregistrer mon vote' }).click()
    await states(chair, 'Validée')
    expect(await wasReloaded(chair)).toBe(false)
    const id = new URL(chair.url()).pathname.split('/').at(-1)
    expect(await asked(chair, members)).toMatchObject([
      { kind: 'member', status: 'active', origin: 'adhesion', adhesion: id },
    ])
    await chair.context().close()
  })
})

describe('the list of files', () => {
  it('says of each its state, how long it has waited there and who instructs it, and is searched without accents', async () => {
    const secretary = await demo.panel.signIn('secretariat')
    await secretary.goto('/admin/collections/adhesions')
    expect(await columnsOf(secretary)).toEqual([
      'Référence',
      'Organisme',
      'État',
      'Dans cet état',
      'Échéance',
      'Instruite par',
    ])
    const [reference, ...cells] = await rowOf(secretary, 'Coopérative Terre et Savoirs')
    expect(reference).toMatch(/^CPOF-\d{4}-\d{6}$/)
    expect(cells.toSpliced(3, 1)).toEqual([
      'Coopérative Terre et Savoirs',
      'En instruction',
      'depuis 9 jours',
      'Claire Nogaret',
    ])
    expect(cells.at(3)).toMatch(/^dans \d+ jours$/)
    expect((await rowOf(secretary, 'Certif’Minute')).at(3), 'an ended file shows its day').toMatch(
      /^\d{1,2}(er)? \p{L}+ \d{4}$/u,
    )

    await secretary.getByPlaceholder(/^Rechercher par Référence/).fill('elan corse')
    await secretary
      .locator('.collection-list tbody tr')
      .filter({ hasText: 'Tremplin des Alpes' })
      .waitFor({ state: 'detached' })
    expect(await secretary.locator('.collection-list tbody tr .cell-organisation__legalName').allInnerTexts()).toEqual([
      'Nouvel Élan Corse',
    ])
    await secretary.context().close()
  })

  it('is filtered by state and sorted by age', async () => {
    const secretary = await demo.panel.signIn('secretariat')
    await secretary.goto('/admin/collections/adhesions')
    const names = secretary.locator('.collection-list tbody tr .cell-organisation__legalName')
    await secretary.getByRole('button', { name: 'Trier par Dans cet état Ascendant' }).click()
    await secretary.waitForURL(/sort=enteredStateAt/)
    await names.first().filter({ hasText: 'Collectif Horizons Auvergne' }).waitFor()
    const oldest = await names.allInnerTexts()
    await secretary.getByRole('button', { name: /^Trier par Dans cet état Descendant/ }).click()
    await secretary.waitForURL(/sort=-enteredStateAt/)
    await names.last().filter({ hasText: 'Collectif Horizons Auvergne' }).waitFor()
    expect(await names.allInnerTexts()).toEqual(oldest.toReversed())

    await secretary.getByRole('button', { name: 'Filtres', exact: true }).click()
    await secretary.getByRole('button', { name: 'Ajouter un filtre' }).click()
    await secretary.locator('.condition__field').getByRole('combobox').click()
    await secretary.getByRole('option', { name: 'État', exact: true }).click()
    await secretary.locator('.condition__value').getByRole('combobox').click()
    await secretary.locator('.rs__option', { hasText: /^Renvoyée en séance$/ }).click()
    await names.filter({ hasText: 'Collectif Horizons Auvergne' }).waitFor({ state: 'detached' })
    expect(await names.allInnerTexts()).toEqual(['Digital Formation Express'])
    await secretary.context().close()
  })

  it('acts on those that are ticked, tells of each, and is found again by a view of one’s own', async () => {
    const secretary = await demo.panel.signIn('secretariat')
    await secretary.goto('/admin/collections/adhesions')
    for (const name of ['Tremplin des Alpes', 'Coopérative Terre et Savoirs'])
      await secretary.locator('.collection-list tbody tr', { hasText: name }).getByRole('checkbox').check()
    const several = secretary.getByRole('region', { name: 'Agir sur plusieurs dossiers' })
    await several.getByText('2 dossiers cochés').waitFor()
    await several.getByRole('button', { name: 'Prendre en charge' }).click()
    const form = secretary.getByRole('dialog')
    await form.getByText(/^Chaque dossier coché est examiné à part/).waitFor()
    await form.getByRole('button', { name: 'Prendre en charge' }).click()
    await several.getByText('Un dossier traité sur 2.').waitFor()
    const results = several.getByRole('listitem')
    await results.filter({ hasText: 'Coopérative Terre et Savoirs' }).getByText('En instruction').waitFor()
    await results
      .filter({ hasText: 'Tremplin des Alpes' })
      .getByText(/^Non traité/)
      .waitFor()

    await secretary.getByLabel('Région', { exact: true }).selectOption('Grand Est')
    await secretary.waitForURL(/address\.region/)
    await secretary.getByLabel('Nom de cette vue').fill('Dans l’Est')
    await secretary.getByRole('button', { name: 'Enregistrer ces filtres' }).click()
    await secretary.getByRole('button', { name: /^Oublier la vue/ }).waitFor()
    await secretary.goto('/admin/collections/adhesions')
    await secretary.getByRole('link', { name: 'Dans l’Est' }).click()
    await secretary.waitForURL(/address\.region/)
    await expect.poll(() => secretary.getByLabel('Région', { exact: true }).inputValue()).not.toBe('-1')
    await secretary.context().close()
  })

  it('has its words in the first answer already, and so have the other lists', async () => {
    const lists = {
      secretariat: [
        'adhesions',
        'members',
        'mandates',
        'people',
        'governance-bodies',
        'charter-versions',
        'charter-signatures',
      ],
      redaction: ['pages'],
      admin: ['users'],
    }
    for (const [account, collections] of Object.entries(lists)) {
      const page = await demo.panel.signIn(account)
      for (const collection of collections) {
        const cells = await cellsOf(page, `/admin/collections/${collection}`)
        expect(cells.length, collection).toBeGreaterThan(0)
        expect(
          cells.filter((cell) => /chargement|<pas de|sans titre|vrai|faux|\d{4}-\d{2}-\d{2}/i.test(cell)),
          collection,
        ).toEqual([])
      }
      await page.context().close()
    }
  })
})

describe('what gives a right', () => {
  const PERSON = 'Nolwenn Le Goff'
  const MANDATE = `${PERSON}, membre – Bureau`

  it('is entered by one person of the secretariat and counts once another has confirmed it', async () => {
    const first = await demo.panel.signIn('secretariat')
    await first.goto('/admin/collections/people/create')
    await first.getByLabel(/^Prénom/).fill('Nolwenn')
    await first.getByLabel(/^Nom/).fill('Le Goff')
    await first.getByRole('button', { name: 'Enregistrer' }).click()
    await first.getByRole('heading', { level: 1, name: PERSON }).waitFor()

    await first.goto('/admin/collections/mandates/create')
    await choose(first, 'Personne', PERSON)
    await choose(first, 'Instance', 'Bureau')
    await first.getByLabel(/^Premier jour/).fill('2026-01-01')
    await first.getByLabel(/^Référence de la délibération/).fill('Assemblée générale du 12 décembre 2025, résolution 4')
    await first.getByRole('button', { name: 'Enregistrer' }).click()
    await first.getByRole('heading', { level: 1, name: MANDATE }).waitFor()
    await first
      .getByText('C’est votre saisie\u00a0: une autre personne du secrétariat doit la confirmer.', { exact: true })
      .waitFor()
    expect(await first.getByRole('button', { name: 'Confirmer' }).count(), 'nobody confirms what they entered').toBe(0)
    expect(await first.getByRole('button', { name: 'Enregistrer' }).count(), 'a mandate is not saved again').toBe(0)
    expect(await first.getByLabel(/^Premier jour/).isDisabled()).toBe(true)
    const mandate = first.url()
    await first.context().close()

    const second = await demo.panel.signIn('secretariat2')
    await queue(second, 'Saisies à confirmer').getByRole('link', { name: MANDATE }).click()
    await second.getByText('À confirmer par une seconde personne', { exact: true }).waitFor()
    expect(second.url()).toBe(mandate)
    await mark(second)
    await (await begin(second, 'Confirmer')).getByRole('button', { name: 'Confirmer' }).click()
    await second.getByText('Confirmé par', { exact: true }).waitFor()
    await second.getByRole('button', { name: 'Proposer la fin du mandat' }).waitFor()
    expect(await wasReloaded(second)).toBe(false)
    await second.goto('/admin/collections/mandates')
    expect(await columnsOf(second)).toEqual(['Personne', 'Instance', 'Rôle', 'État', 'Premier jour', 'Dernier jour'])
    expect(await rowOf(second, PERSON)).toEqual([PERSON, 'Bureau', 'Membre', 'En cours', '1er janvier 2026', '–'])

    await second.getByRole('link', { name: PERSON }).click()
    const end = await begin(second, 'Proposer la fin du mandat')
    await end.getByLabel(/^Dernier jour/).fill('2026-06-30')
    await end.getByLabel(/^Référence/).fill('Bureau du 3 juin 2026, point 2')
    await end.getByRole('button', { name: 'Proposer la fin du mandat' }).click()
    await second.getByText('À confirmer par une seconde personne', { exact: true }).waitFor()
    await second.getByText('30 juin 2026', { exact: true }).waitFor()
    await second.context().close()
  })

  it('is thrown away by a second person too, and the list is shown again', async () => {
    const first = await demo.panel.signIn('secretariat')
    await first.goto('/admin/collections/mandates/create')
    await choose(first, 'Personne', 'Colette Faugeras')
    await choose(first, 'Instance', 'Comité scientifique')
    await first.getByLabel(/^Premier jour/).fill('2026-01-01')
    await first.getByLabel(/^Référence de la délibération/).fill('Assemblée générale du 12 décembre 2025, résolution 5')
    await first.getByRole('button', { name: 'Enregistrer' }).click()
    await first.getByText(/^C’est votre saisie/).waitFor()
    await (await begin(first, 'Écarter')).getByRole('button', { name: 'Écarter la saisie' }).click()
    await first.waitForURL(/\/admin\/collections\/mandates(\?|$)/)
    await first.getByRole('heading', { level: 1, name: 'Mandats' }).waitFor()
    expect(await asked(first, 'mandates?where[title][contains]=Faugeras&depth=0')).toHaveLength(1)
    await first.context().close()
  })

  it('stands on a body in words, and changes by a proposal that shows what it would change', async () => {
    const first = await demo.panel.signIn('secretariat')
    await first.goto('/admin/collections/governance-bodies')
    await first.getByRole('link', { name: 'Bureau', exact: true }).click()
    await first.getByText(/^Le quorum est atteint lorsque la moitié au moins/).waitFor()
    await mark(first)
    const form = await begin(first, 'Proposer une règle')
    await form.getByLabel(/^Article des statuts/).fill('Article 14')
    await form.getByLabel(/^Référence/).fill('Assemblée générale du 12 décembre 2025, résolution 6')
    await form.getByRole('button', { name: 'Proposer cette règle' }).click()
    await first.getByText('À confirmer par une seconde personne', { exact: true }).waitFor()
    await first.getByText('Article 14', { exact: true }).waitFor()
    expect(await wasReloaded(first)).toBe(false)
    await first.context().close()
  })
})

describe('the version that runs', () => {
  it('stands at the foot of the menu, as readiness tells it', async () => {
    const page = await demo.panel.signIn('comite')
    const { version, build } = (await (await page.request.get('/health/ready')).json()) as Record<string, string>
    const foot = page.locator('.running-version')
    await foot.waitFor({ state: 'attached' })
    expect(await foot.textContent()).toBe(`Version ${version} (${build})`)
    await page.context().close()
  })
})

describe('an account', () => {
  it('is signed out from every page, and in by a field that hides what is typed and takes what is pasted', async () => {
    const page = await demo.panel.signIn('admin')
    await page.goto('/admin/collections/users')
    const out = page.getByRole('link', { name: 'Se déconnecter' })
    // The menu opens by itself once the page knows the window and what was chosen before; where it did not, it is opened.
    await vi.waitFor(
      () =>
        out.click({ timeout: 3_000 }).catch(async (error: unknown) => {
          await page.locator('.nav-toggler').first().click()
          throw error
        }),
      { timeout: 30_000 },
    )
    const password = page.getByLabel('Mot de passe')
    await password.waitFor()
    expect([await password.getAttribute('type'), await password.getAttribute('autocomplete')]).toEqual([
      'password',
      'current-password',
    ])
    expect(
      await password.evaluate((field) =>
        field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
      ),
    ).toBe(true)
    await page.goto('/admin/collections/users')
    await password.waitFor()
  })

  it('is made by the administrator without a password, and its holder gets the link', async () => {
    const admin = await demo.panel.signIn('admin')
    await admin.goto('/admin/collections/users/create')
    await admin.getByRole('heading', { level: 1, name: 'Inviter quelqu’un dans l’équipe' }).waitFor()
    expect(await admin.locator('input[type=password]').count()).toBe(0)
    expect(
      await admin.getByRole('checkbox').evaluateAll((boxes) => boxes.map((box) => box.closest('label')?.textContent)),
    ).toEqual(['Rédaction', 'Secrétariat', 'Administration'])
    await admin.getByLabel(/^Prénom et nom/).fill('Ewen Tanguy')
    await admin.getByLabel(/^Adresse électronique/).fill('ewen.tanguy@demo.cpof.example')
    await admin.getByLabel('Rédaction').check()
    await admin.getByRole('button', { name: 'Créer le compte et envoyer le lien' }).click()
    await admin.waitForURL(/\/admin\/collections\/users(\?|$)/)
    await admin.getByRole('link', { name: 'Ewen Tanguy' }).waitFor()
    expect(await rowOf(admin, 'Ewen Tanguy')).toEqual(['Ewen Tanguy', 'ewen.tanguy@demo.cpof.example', 'Rédaction'])
    await expect
      .poll(
        async () => (await (await admin.request.get('/courriels')).text()).includes('ewen.tanguy@demo.cpof.example'),
        { timeout: 20_000 },
      )
      .toBe(true)
    await admin.context().close()
  })

  it('shows nobody what means nothing to them', async () => {
    const all = [
      'Demandes d’adhésion',
      'Membres',
      'Signatures',
      'Versions de la charte',
      'Instances',
      'Mandats',
      'Personnes',
      'Équipe',
      'Pages',
      'Médias',
    ]
    const hidden = {
      admin: ['Demandes d’adhésion', 'Signatures', 'Pages', 'Médias'],
      redaction: ['Demandes d’adhésion', 'Signatures', 'Équipe'],
      secretariat: ['Équipe', 'Pages', 'Médias'],
      bureau3: ['Équipe', 'Pages', 'Médias'],
    }
    for (const [account, without] of Object.entries(hidden)) {
      const page = await demo.panel.signIn(account)
      const shown = await page.locator('.collections .card__title').allInnerTexts()
      expect(
        all.filter((title) => !shown.includes(title)),
        account,
      ).toEqual(without)
      await page.context().close()
    }
  })
})

describe('on a phone', () => {
  it('a file and its forms fit', async () => {
    const member = await demo.panel.signIn('bureau5', phone)
    await openFrom(member, 'Votre voix est attendue', 'Campus des arts culinaires')
    const file = await widthOf(member)
    expect(file.content, 'the file').toBe(file.screen)
    await begin(member, 'Voter')
    const form = await widthOf(member)
    expect(form.content, 'the form').toBe(form.screen)
    await member.context().close()
  })

  const inEdit = ['members', 'mandates', 'people', 'governance-bodies', 'charter-versions', 'charter-signatures']
  const inCreation = ['mandates', 'people', 'governance-bodies', 'charter-versions']

  it('the first page, one’s own account and the lists fit', async () => {
    const secretary = await demo.panel.signIn('secretariat', phone)
    await fit(secretary, [
      '/admin',
      '/admin/account',
      '/admin/collections/adhesions',
      ...inEdit.map((list) => `/admin/collections/${list}`),
    ])
    await secretary.context().close()
  })

  it('the records fit', async () => {
    const secretary = await demo.panel.signIn('secretariat', phone)
    const addresses: string[] = []
    for (const list of inEdit) addresses.push(`/admin/collections/${list}/${await anyOf(secretary, list)}`)
    await fit(secretary, addresses)
    await secretary.context().close()
  })

  it('the forms for new records fit', async () => {
    const secretary = await demo.panel.signIn('secretariat', phone)
    await fit(
      secretary,
      inCreation.map((list) => `/admin/collections/${list}/create`),
    )
    await secretary.context().close()
  })

  it('the team fits', async () => {
    const admin = await demo.panel.signIn('admin', phone)
    await fit(
      admin,
      ['', '/create', `/${await anyOf(admin, 'users')}`].map((page) => `/admin/collections/users${page}`),
    )
    await admin.context().close()
  })
})

/** Looks at each page: none is wider than the screen. */
async function fit(page: Page, addresses: readonly string[]): Promise<void> {
  const unfit: string[] = []
  for (const address of addresses) {
    await page.goto(address)
    await page.locator('h1:visible, .queues').first().waitFor()
    const { content, screen } = await widthOf(page)
    if (content > screen) unfit.push(`${address}: ${content}`)
  }
  expect(unfit).toEqual([])
}

async function anyOf(page: Page, collection: string): Promise<string> {
  const [record] = await asked<{ id: string }>(page, `${collection}?limit=1&depth=0`)
  if (!record) throw new Error(`There is nothing in ${collection}`)
  return record.id
}

/** The cells of a list as the server sends them, before any script. */
const cellsOf = (page: Page, address: string): Promise<string[]> =>
  page.evaluate(async (url) => {
    const sent = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html')
    return [...sent.querySelectorAll('.collection-list tbody td')].map((cell) => cell.textContent ?? '')
  }, address)
