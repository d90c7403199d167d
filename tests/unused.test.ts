import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const folder = mkdtempSync(path.join(tmpdir(), 'cpof-unused-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}

const run = (program: string, ...args: string[]) => {
  const { status, stdout } = spawnSync(process.execPath, [path.join(root, 'node_modules', program), ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return [status === 0, stdout] as const
}

write('package.json', '{ "name": "small", "type": "module" }')
write('tsconfig.json', '{ "compilerOptions": { "allowImportingTsExtensions": true, "noEmit": true } }')
write('payload.config.ts', "import { used } from './src/lib/one.ts'\nused()\n")
write(
  'src/lib/one.ts',
  "import type { Two } from './two.ts'\nexport type One = { two: Two }\nexport const used = () => 1\n",
)
write(
  'src/lib/two.ts',
  "import type { One } from './one.ts'\nexport type Two = { one?: One }\nexport const forgotten = 2\n",
)

it('a circle of types is found by the check for circles', { timeout: 60_000 }, () => {
  const [passed, said] = run(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    path.join(root, '.dependency-cruiser.mjs'),
    'src',
  )
  expect([passed, said]).toEqual([false, expect.stringContaining('no-circle: src/lib/')])
})

it('an export that nobody uses is found by the check for what is unused', { timeout: 60_000 }, () => {
  const [passed, said] = run(
    'knip/bin/knip.js',
    '--no-progress',
    '--exports',
    '-c',
    path.relative(folder, path.join(root, 'knip.config.js')),
  )
  expect([passed, said]).toEqual([false, expect.stringContaining('forgotten')])
})
