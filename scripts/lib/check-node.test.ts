import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

const guard = path.resolve('scripts/lib/check-node.cjs')

/** Runs a program under the guard, on a Node that says it is of the given version. */
const under = (version: string, program: string, lifecycle = 'test') =>
  spawnSync(
    process.execPath,
    [
      '-e',
      `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require(${JSON.stringify(guard)}); ${program}`,
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', npm_lifecycle_event: lifecycle },
    },
  )

describe('the guard before every command', () => {
  it.each(['12.22.12', '18.20.8', '20.11.0', '20.18.3'])('stops on Node %s with one sentence', (version) => {
    const { status, stdout, stderr } = under(version, 'console.log("went on")')
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: `Node 20.19 or newer is needed; this is ${version}. Node 22 or 24 is best.\n`,
    })
  })

  it('says it in French to whoever starts the demo', () => {
    expect(under('18.20.8', '', 'demo').stderr).toMatch(
      /^Il faut Node 20\.19 ou une version plus récente ; celle-ci est 18\.20\.8\.[^\n]*\n$/,
    )
  })

  it.each(['20.19.0', '22.1.0', '24.0.0', '26.12.1'])('lets Node %s go on', (version) => {
    expect(under(version, 'console.log("went on")').stdout).toBe('went on\n')
  })

  it('keeps back what Node calls experimental, and nothing else', () => {
    const { stderr } = under(
      process.versions.node,
      'process.emitWarning("new", "ExperimentalWarning"); process.emitWarning("old", "DeprecationWarning")',
    )
    expect(stderr).toMatch(/old/)
    expect(stderr).not.toMatch(/new/)
  })
})

describe('the folder of the project', () => {
  const made: string[] = []
  afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

  /** What a command of the project does in a folder of that name, which holds programs that only say that they ran. */
  function inFolder(name: string, command: string) {
    const parent = mkdtempSync(path.join(tmpdir(), 'cpof-folder-'))
    made.push(parent)
    const folder = path.join(parent, name)
    const line = scripts[command] ?? ''
    const [, program = ''] = /(scripts\/\w+\.mjs)/.exec(line) ?? []
    mkdirSync(path.join(folder, 'scripts', 'lib'), { recursive: true })
    cpSync(guard, path.join(folder, 'scripts', 'lib', 'check-node.cjs'))
    writeFileSync(path.join(folder, program), 'console.log("went on")')
    return spawnSync('sh', ['-c', line], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', npm_lifecycle_event: command },
    })
  }

  it.each(['demo', 'build', 'start', 'test'])('is refused to `npm run %s` in one sentence', (command) => {
    for (const [name, sign] of [
      ['CPOF #2', '#'],
      ['quoi ?', '?'],
    ] as const) {
      const { status, stdout, stderr } = inFolder(name, command)
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
      expect(stderr).toMatch(
        command === 'demo' ? /^Le chemin du dossier [^\n]* sans # ni \? [^\n]*\n$/ : /^The path [^\n]* no \? [^\n]*\n$/,
      )
      expect(stderr).toContain(command === 'demo' ? `« ${sign} »` : `"${sign}"`)
      expect(stderr).toContain(name)
    }
  })

  it.each(['deux mots', 'é', '100 %', 'a%23b', '[a] (b)', "l'été & l'hiver"])('may be named %s', (name) => {
    expect(inFolder(name, 'build').stdout).toBe('went on\n')
  })
})
