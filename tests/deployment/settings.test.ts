import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { envTable, readEnv } from '../../src/env.ts'

const example = readFileSync('.env.example', 'utf8')

/** As an operator leaves it: what is empty filled in, two more lines taken out of their comments. */
const filled = example
  .replace(/^PUBLIC_URL=$/m, 'PUBLIC_URL=https://adhesions.cpof-essai.fr')
  .replace(/^PAYLOAD_SECRET=$/m, `PAYLOAD_SECRET=${'a/+='.repeat(11)}`)
  .replace(/^TOKEN_SECRET=$/m, `TOKEN_SECRET=${'b/+='.repeat(11)}`)
  .replace(/^SMTP_URL=$/m, 'SMTP_URL=smtps://user:pass%20word@smtp.cpof-essai.fr')
  .replace(/^MAIL_FROM=$/m, 'MAIL_FROM=ne-pas-repondre@cpof-essai.fr')
  .replace(/^#(DATABASE_URL)=.*$/m, '$1=mongodb://a.cpof-essai.fr,b.cpof-essai.fr/cpof?replicaSet=rs0')
  .replace(/^#(S3_BUCKET)=.*$/m, '$1=cpof')

/** Docker's and systemd's reading of such a file: what stands behind the first `=` is the value, to the last byte. */
const toTheLetter = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )

const inShell = (text: string): Record<string, string> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cpof-env-'))
  const file = path.join(folder, 'cpof.env')
  writeFileSync(file, text)
  const printed = execFileSync('env', ['-i', 'sh', '-c', 'set -a; . "$0"; set +a; env -0', file], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  const all = Object.fromEntries(
    printed
      .split('\0')
      .filter(Boolean)
      .map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]),
  )
  return Object.fromEntries(Object.keys(toTheLetter(text)).map((name) => [name, String(all[name])]))
}

describe('.env.example', () => {
  it('names every setting of an instance, once', () => {
    const named = [...example.matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name)
    const commands = ['CPOF_DEV', 'CPOF_BUILD', 'DEMO_PASSWORD', 'MAIL_PORT']
    expect(named.sort()).toEqual(
      envTable()
        .map(({ name }) => name)
        .filter((name) => !commands.includes(name))
        .sort(),
    )
  })

  it('is read alike by a shell, systemd, docker and node', () => {
    const letter = toTheLetter(filled)
    expect(inShell(filled)).toEqual(letter)
    expect({ ...parseEnv(filled) }).toEqual(letter)
  })

  it('starts an instance once it is filled in, and names what is missing before', () => {
    expect(readEnv(toTheLetter(filled)).database).toBe('mongodb')
    for (const name of ['PUBLIC_URL', 'PAYLOAD_SECRET', 'TOKEN_SECRET', 'SMTP_URL'])
      expect(() => readEnv(toTheLetter(example))).toThrow(name)
  })

  it('has every value that is not commented out on a line that all readers agree on', () => {
    for (const [name, value] of Object.entries(toTheLetter(filled)))
      expect(`${name}=${value}`).toMatch(/^[A-Z][A-Z0-9_]*=[\w@:/.,?=%+-]*$/)
  })
})
