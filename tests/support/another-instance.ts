import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { bundleFile, endBundler } from '../../scripts/lib/bundle.mjs'
import { nodeFlags, root } from '../../scripts/lib/project.mjs'
import type { TestApp } from './app.ts'
import { openSiteDoor } from './site.ts'

/** Another instance of the house: on MongoDB in another process, on SQLite, where there is no such thing, in this one. */
export async function anotherInstance(app: TestApp): Promise<{ url: string; end: () => Promise<void> }> {
  if (app.database === 'sqlite') {
    const other = await openSiteDoor(app)
    return { url: other.url, end: other.close }
  }
  // Below the project, so that it finds its packages.
  const file = path.join(root, 'node_modules', '.cache', `second-instance-${randomBytes(4).toString('hex')}.mjs`)
  await bundleFile('tests/support/second-instance.ts', file)
  await endBundler()
  const child = fork(file, [], { execArgv: nodeFlags, env: { ...process.env, PORT: '3000' } })
  const [told]: unknown[] = await once(child, 'message')
  if (typeof told !== 'object' || told === null || !('url' in told) || typeof told.url !== 'string')
    throw new Error('The other instance did not start.')
  const ended = once(child, 'exit')
  return {
    url: told.url,
    end: async () => {
      child.disconnect()
      await ended
      await rm(file, { force: true })
    },
  }
}
