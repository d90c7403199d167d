import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { freePort } from '../../scripts/lib/free-port.mjs'
import { launchBrowser } from '../support/browser.ts'
import { type BuiltServer, startBuiltServer } from '../support/built-server.ts'
import { type Panel, panelOf } from '../support/panel.ts'

const PASSWORD = randomBytes(12).toString('base64url')
const EDITOR = 'Inès Caradec'

let dataDir: string
let server: BuiltServer
let browser: Browser
let panel: Panel

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'cpof-accounts-'))
  const secret = () => randomBytes(32).toString('base64url')
  ;[server, browser] = await Promise.all([
    startBuiltServer(await freePort(), { APP_MODE: 'demo', DATA_DIR: dataDir, PAYLOAD_SECRET: secret(), TOKEN_SECRET: secret(), DEMO_PASSWORD: PASSWORD }),
    launchBrowser(),
  ])
  panel = panelOf(browser, server.url, PASSWORD)
})

afterAll(async () => {
  await browser?.close()
  await server?.end('SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
})

const sessionsOf = (page: Page) => page.getByRole('region', { name: 'Sessions ouvertes' }).getByRole('listitem')

const isAtTheDoor = (page: Page) => page.getByRole('button', { name: 'Se connecter' }).waitFor()

/** Types address and password at the door. */
async function knock(page: Page, account: string): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(`${account}@demo.cpof.example`)
  await page.getByLabel('Mot de passe').fill(PASSWORD)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

describe('one’s own account in the panel', () => {
  it('shows where one is signed in, and ends a session elsewhere', async () => {
    const [here, elsewhere] = [await panel.signIn('redaction'), await panel.signIn('redaction')]
    await here.goto('/admin/account')
    await expect.poll(() => sessionsOf(here).count()).toBe(2)
    await sessionsOf(here).getByRole('button', { name: 'Fermer' }).click()
    await expect.poll(() => sessionsOf(here).count()).toBe(1)
    await elsewhere.goto('/admin')
    await isAtTheDoor(elsewhere)
    await here.context().close()
    await elsewhere.context().close()
  })
})

describe('an account that is suspended in the panel', () => {
  it('is out at once and stays out, and the security journal says who did it', async () => {
    const editor = await panel.signIn('redaction')
    const secretary = await panel.signIn('secretariat')
    await secretary.goto('/admin/comptes')
    await secretary.getByRole('region', { name: EDITOR, exact: true }).getByRole('button', { name: 'Suspendre', exact: true }).click()
    const dialog = secretary.getByRole('dialog')
    await dialog.getByLabel('Motif').fill('Ordinateur volé')
    await dialog.getByRole('button', { name: 'Suspendre le compte' }).click()
    await secretary.getByText(/suspendu par Claire Nogaret .* Ordinateur volé/).waitFor()

    await editor.goto('/admin')
    await isAtTheDoor(editor)
    await knock(editor, 'redaction')
    await editor.getByText('Ce compte est suspendu').waitFor()

    await secretary.goto('/admin/securite')
    await secretary.getByRole('cell', { name: new RegExp(`^Claire Nogaret .*a suspendu le compte de ${EDITOR}`) }).waitFor()
    await editor.context().close()
    await secretary.context().close()
  })
})
