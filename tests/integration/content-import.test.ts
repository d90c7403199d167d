import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleFile, endBundler } from '../../scripts/lib/bundle.mjs'
import { inProject, nodeFlags, root } from '../../scripts/lib/project.mjs'
import { lexicalToMarkdown } from '../../src/content/lexical-markdown.ts'
import { startApp, type TestApp } from '../support/app.ts'

const bundles = inProject('node_modules', '.cache', `import-${randomBytes(4).toString('hex')}`)
const command = path.join(bundles, 'content-import.js')

const PAGE =
  'Le Cercle des ateliers\nUne mission commune\nNous defendons l’idée que chacun peut apprendre un métier à tout âge.\n- Publier ;\n- Réunir.\n'
const CHARTER =
  '# Charte du Cercle\n\n## 1. Valeurs\n\n- **Ouverture :** la porte reste ouverte.\n\n**Nom de l’atelier :** ____\n\n**Date et signature :** ____\n'

let app: TestApp | null = null
let settings: Record<string, string>

beforeAll(async () => {
  // Opened to have a migrated database, then given back: one process at a time has a SQLite file.
  app = await startApp()
  const { env } = app.config.custom as { env: Record<string, string> }
  settings = Object.fromEntries(
    ['APP_MODE', 'PUBLIC_URL', 'DATA_DIR', 'DATABASE_URL', 'PAYLOAD_SECRET', 'TOKEN_SECRET'].map((name) => [
      name,
      env[name] ?? '',
    ]),
  )
  await mkdir(bundles, { recursive: true })
  await bundleFile('src/server/commands/content-import.ts', command)
})

afterAll(async () => {
  await endBundler()
  await app?.stop()
  await rm(bundles, { recursive: true, force: true })
})

type Ended = { status: number; out: string; err: string }

async function run(text: string, ...args: string[]): Promise<Ended> {
  const file = path.join(bundles, `${randomBytes(4).toString('hex')}.txt`)
  await writeFile(file, text)
  const { PATH, HOME, TMPDIR } = process.env
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...nodeFlags, command, file, ...args],
      { cwd: root, env: { PATH, HOME, TMPDIR, NODE_ENV: 'production', ...settings } },
      (error, out, err) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
      },
    )
  })
}

describe('the import of a text', () => {
  it('says what it needs, and changes nothing', async () => {
    expect(await run(PAGE)).toMatchObject({
      status: 1,
      err: expect.stringContaining('--as page or --as charter') as string,
    })
    expect(await run(PAGE, '--as', 'poem')).toMatchObject({ status: 1 })
  }, 120_000)

  it('is refused in a sentence while another process holds a SQLite file, and makes drafts that nobody reads yet', async () => {
    if (!app) throw new Error('The application was not started')
    const { database, payload } = app
    if (database === 'sqlite') {
      expect(await run(PAGE, '--as', 'page')).toMatchObject({
        status: 1,
        err: expect.stringMatching(/Another process is using .*Nothing was changed\./) as string,
      })
      await payload.destroy()
    }
    const page = await run(PAGE, '--as', 'page')
    expect(page).toMatchObject({ status: 0 })
    expect(page.out).toContain('Draft page "Le Cercle des ateliers" made: /admin/collections/pages/')
    expect(page.out).toContain('were made headings:\n  Une mission commune')
    expect(page.out).toContain('left as they are:\n  defendons')
    const charter = await run(CHARTER, '--as', 'charter')
    expect(charter.out).toContain('Draft version 1 of the charter, "Charte du Cercle", made')
    expect(charter.out).toContain('the frame to sign:\n  Nom de l’atelier\n  Date et signature')

    if (database === 'sqlite') await payload.init({ config: app.config })
    const { docs: pages } = await payload.find({ collection: 'pages', draft: true, overrideAccess: true })
    expect(pages).toMatchObject([
      {
        title: 'Le Cercle des ateliers',
        slug: 'le-cercle-des-ateliers',
        _status: 'draft',
        layout: [{ blockType: 'opening' }, { blockType: 'richText' }],
      },
    ])
    expect((await payload.find({ collection: 'pages', overrideAccess: false })).docs).toEqual([])
    const { docs: versions } = await payload.find({ collection: 'charter-versions', overrideAccess: true })
    expect(versions).toMatchObject([
      { number: 1, status: 'draft', signatureLines: 'Nom de l’atelier\nDate et signature' },
    ])
    expect(versions[0]?.sha256 ?? null).toBeNull()
    expect(lexicalToMarkdown(versions[0]?.content)).toBe(
      '# Charte du Cercle\n\n## 1\\. Valeurs\n\n- **Ouverture :** la porte reste ouverte.\n',
    )
  }, 240_000)
})
