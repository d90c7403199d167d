import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

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
