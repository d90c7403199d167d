import { expect, it } from 'vitest'
import { mintSessionToken, readSessionToken } from './session-token.ts'

const now = new Date('2026-11-30T10:00:00Z')
const claims = { sid: 's', id: 'a', collection: 'users' as const, exp: now.getTime() / 1000 + 60 }
const token = mintSessionToken('key', claims)

it('says what it was made for until its time is over', () => {
  expect(readSessionToken('key', token, now)).toEqual(claims)
  expect(readSessionToken('key', token, new Date(now.getTime() + 60_000))).toBeNull()
})

it('is believed with our own signature alone, whatever algorithm it names', () => {
  const [, body = '', signature = ''] = token.split('.')
  const header = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const forged = Buffer.from(JSON.stringify({ ...claims, id: 'b' })).toString('base64url')
  for (const other of [
    '',
    'x',
    `${header({ alg: 'none' })}.${body}.`,
    `${header({ alg: 'none', typ: 'JWT' })}.${body}.${signature}`,
    `${token.split('.')[0] ?? ''}.${forged}.${signature}`,
    `${token}.x`,
    mintSessionToken('other', claims),
  ]) {
    expect(readSessionToken('key', other, now)).toBeNull()
  }
})
