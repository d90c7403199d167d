import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Demo, openDemo } from '../support/panel.ts'

const EDITOR = 'Inès Caradec'

let demo: Demo

beforeAll(async () => {
  demo = await openDemo()
})

afterAll(() => demo?.close())

const sessionsOf = (page: Page) => page.getByRole('region', { name: 'Sessions ouvertes' }).getByRole('listitem')

const isAtTheDoor = (page: Page) => page.getByRole('button', { name: 'Se connecter' }).waitFor()

/** Types address and password at the door. */
async function knock(page: Page, account: string): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(`${account}@demo.cpof.example`)
  await page.getByLabel('Mot de passe').fill(demo.password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

describe('one’s own account in the panel', () => {
  it('shows where one is signed in, and ends a session elsewhere', async () => {
    const [here, elsewhere] = [await demo.panel.signIn('redaction'), await demo.panel.signIn('redaction')]
    await here.goto('/admin/account')
    await expect.poll(() => sessionsOf(here).count()).toBe(2)
    await sessionsOf(here).getByRole('button', { name: 'Fermer' }).click()
    await expect.poll(() => sessionsOf(here).count()).toBe(1)
    await elsewhere.goto('/admin')
    await isAtTheDoor(elsewhere)
    await here.context().close()
    await elsewhere.context().close()
  })

  it('takes a second factor, which is asked at the next sign-in; a recovery code stands for it', async () => {
    const page = await demo.panel.signIn('bureau5')
    await page.goto('/admin/account')
    const factors = page.getByRole('region', { name: 'Second facteur' })
    await factors.getByLabel('Mot de passe actuel').fill(demo.password)
    await factors.getByRole('button', { name: 'Ajouter une application de codes' }).click()
    const secret = Secret.fromBase32(await factors.locator('.sign-in__secret').innerText())
    await factors
      .getByLabel('Code à six chiffres')
      .fill(new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: 30 }).generate())
    await factors.getByRole('button', { name: 'Enregistrer l’application' }).click()
    await factors.getByRole('button', { name: 'Je les ai gardés' }).waitFor()
    const codes = await factors.getByRole('listitem').locator('code').allInnerTexts()
    expect(codes).toHaveLength(10)
    await factors.getByRole('button', { name: 'Je les ai gardés' }).click()

    await page.goto('/admin/logout')
    await page.getByText('Vous avez été déconnecté').waitFor()
    await page.goto('/admin')
    await knock(page, 'bureau5')
    await page.getByRole('heading', { name: 'Confirmez que c’est vous' }).waitFor()
    await page.getByLabel('Code de votre application').fill('000000')
    await page.getByRole('button', { name: 'Confirmer', exact: true }).click()
    await page.getByText('Ce code n’est pas le bon').waitFor()
    await page.getByRole('button', { name: 'J’ai perdu mon appareil' }).click()
    await page.getByLabel('Code de secours').fill(codes[0] ?? '')
    await page.getByRole('button', { name: 'Confirmer', exact: true }).click()
    await page.getByRole('link', { name: 'Compte', exact: true }).waitFor()
    await page.context().close()
  })
})

/** Goes where a link of the menu leads, which may be folded away. */
async function follow(page: Page, name: string): Promise<void> {
  await page.goto((await page.getByRole('link', { name }).getAttribute('href')) ?? '')
}

describe('an account that is suspended in the panel', () => {
  it('is out at once and stays out, and the security journal says who did it', async () => {
    const editor = await demo.panel.signIn('redaction')
    const secretary = await demo.panel.signIn('secretariat')
    await secretary.goto('/admin/comptes')
    await secretary
      .getByRole('region', { name: EDITOR, exact: true })
      .getByRole('button', { name: 'Suspendre', exact: true })
      .click()
    const dialog = secretary.getByRole('dialog')
    await dialog.getByLabel('Motif').fill('Ordinateur volé')
    await dialog.getByRole('button', { name: 'Suspendre le compte' }).click()
    await secretary.getByText(/suspendu par Claire Nogaret .* Ordinateur volé/).waitFor()

    await editor.goto('/admin')
    await isAtTheDoor(editor)
    await knock(editor, 'redaction')
    await editor.getByText('Ce compte est suspendu').waitFor()

    await secretary.goto('/admin/securite')
    await secretary
      .getByRole('cell', { name: new RegExp(`^Claire Nogaret .*a suspendu le compte de ${EDITOR}`) })
      .waitFor()
    await follow(secretary, 'Notifications automatiques')
    await secretary.getByText('Aucun réseau n’a fait enregistrer d’adresse.').waitFor()
    await editor.context().close()
    await secretary.context().close()
  })
})

describe('the register of processing', () => {
  it('is the secretariat’s and the administrators’, with the terms that are applied', async () => {
    const secretary = await demo.panel.signIn('secretariat')
    await follow(secretary, 'Registre des traitements')
    await secretary.getByRole('heading', { name: 'Demandes d’adhésion' }).waitFor()
    const cell = secretary.getByRole('cell', { name: /1\s+an après le refus, le classement ou le retrait/ })
    expect(await cell.count()).toBe(1)
    await secretary.context().close()
  })
})
