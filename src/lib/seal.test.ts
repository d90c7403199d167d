import { expect, it } from 'vitest'
import { seal, unseal } from './seal.ts'

const key = 'ab'.repeat(32)

it('seals a text that its key alone opens, each time otherwise', () => {
  const sealed = seal(key, 'SECRET')
  expect([unseal(key, sealed), sealed.includes('SECRET'), seal(key, 'SECRET') === sealed]).toEqual([
    'SECRET',
    false,
    false,
  ])
  expect(() => unseal('cd'.repeat(32), sealed)).toThrow()
})

it('opens nothing of which one bit was changed', () => {
  const bytes = Buffer.from(seal(key, 'SECRET'), 'base64url')
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    expect(() => unseal(key, changed.toString('base64url')), String(at)).toThrow()
  }
})
