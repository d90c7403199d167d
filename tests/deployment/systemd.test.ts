import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const unit = 'docs/deployment/cpof.service'
const valuesOf = (name: string): string[] =>
  [...readFileSync(unit, 'utf8').matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value]) => value ?? '')

describe('the systemd unit', () => {
  it('is one that systemd accepts without a word', () => {
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' })
    const about = `${stdout}${stderr}`
      .split('\n')
      .filter((line) => line.includes('cpof.service') && !/is not executable: No such file/.test(line))
    expect({ about, status }).toEqual({ about: [], status: 0 })
  })

  it('leaves the server little to touch', () => {
    const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', unit], { encoding: 'utf8' })
    const [, exposure] = /Overall exposure level for cpof\.service: ([\d.]+)/.exec(stdout) ?? []
    expect(Number(exposure)).toBeLessThan(2)
  })

  it('starts what `npm start` starts', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    const documented = scripts['start']?.replace(/^exec /, '').replace(/^node /, '')
    expect(valuesOf('ExecStart')).toEqual([`/usr/bin/node ${documented ?? ''}`])
  })
})
