import { expect, it } from 'vitest'
import { canonicalJson } from './canonical.ts'
import { sameSecret, sha256 } from './hash.ts'

it('gives one text for one value, whatever the order of its keys', () => {
  expect(canonicalJson({ b: [1, 'é'], a: { d: null, c: 1e21 } })).toBe('{"a":{"c":1e+21,"d":null},"b":[1,"é"]}')
})

it('refuses a value that JSON cannot hold', () => {
  expect(() => canonicalJson(undefined)).toThrow(TypeError)
})

it('hashes text as UTF-8', () => {
  expect(sha256('é')).toBe(sha256(new Uint8Array([0xc3, 0xa9])))
  expect(sameSecret('a', 'a')).toBe(true)
  expect(sameSecret('a', 'b')).toBe(false)
})
