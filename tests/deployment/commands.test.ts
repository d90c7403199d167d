import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../support/free-port.mjs'
import { copyOfProject, type ProjectCopy } from '../support/project-copy.ts'

let copy: ProjectCopy
beforeAll(() => {
  copy = copyOfProject()
})
afterAll(() => copy.remove())

/** What npm runs of a command: its words of package.json, behind Node's own. */
const flags = ['--conditions=production', '--enable-source-maps']
const environment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  NODE_ENV: 'development',
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  DATA_DIR: path.join(copy.folder, 'data'),
  ...more,
})

/** Resolves with all that a process printed when that holds one of the texts, or when it has ended. */
async function printed(child: ChildProcess, ...texts: string[]): Promise<string> {
  let output = ''
  const said = new Promise<void>((resolve) => {
    const hear = (words: unknown) => {
      output += String(words)
      if (texts.some((text) => output.includes(text))) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
  })
  await Promise.race([said, once(child, 'exit')])
  return output
}

describe('npm run dev', () => {
  it('says which commands a changed collection asks for, instead of what the database lacks', async () => {
    copy.change('collections/events.ts', '  fields: [', "  fields: [\n    { name: 'headcount', type: 'number' },")
    const dev = spawn(process.execPath, [...flags, 'scripts/dev.mjs'], {
      cwd: copy.folder,
      env: environment({ PORT: String(await freePort()) }),
    })
    const output = await printed(dev, 'The server starts when that is done.', 'no such ')
    dev.kill('SIGTERM')
    await once(dev, 'close')
    expect(output).toContain('src/payload-types.ts is not what the sources make: run "npm run generate".')
    expect(output).toContain(
      'The collections have changed since the last SQLite migration: run "npm run migration -- NAME".',
    )
    expect(output).not.toMatch(/no such table|no such column/)
  })
})

describe('npm run payload', () => {
  const payload = (command: string, settings: Record<string, string> = {}) =>
    spawnSync(process.execPath, [...flags, 'scripts/payload.mjs', command], {
      cwd: copy.folder,
      env: environment(settings),
      encoding: 'utf8',
    })

  it('runs the command line of Payload, without settings where none are needed', () => {
    const { status, stdout } = payload('info')
    expect([status, stdout]).toEqual([0, expect.stringContaining('payload: 3.')])
  })

  it('leaves migrations to the server, which copies the database first', () => {
    const { status, stderr } = payload('migrate')
    expect([status, stderr]).toEqual([1, expect.stringContaining('npm run migration -- NAME')])
  })

  it('says in sentences which settings are missing', () => {
    const { status, stderr } = payload('jobs:run', { APP_MODE: 'production' })
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^PAYLOAD_SECRET is required in production mode\.$/m)])
  })
})
