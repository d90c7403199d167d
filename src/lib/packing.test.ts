import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import zlib from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { isWorthPacking, pack, packable, packedOnce, preferredPacking } from './packing.ts'

const hasZstd = typeof Reflect.get(zlib, 'zstdCompress') === 'function'
const zstdOr = (other: string) => (hasZstd ? 'zstd' : other)

describe('the packing that a client likes best', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0.5, gzip', 'gzip'],
    ['gzip;q=0.5, br;q=0.6', 'br'],
    ['br;q=0, gzip;q=0.1', 'gzip'],
    ['gzip, zstd', zstdOr('gzip')],
    ['zstd;q=1.0, br;q=0.9', zstdOr('br')],
    ['*', 'br'],
    ['*;q=0.1, br;q=0', zstdOr('gzip')],
    ['x-gzip', 'gzip'],
    ['GZIP', 'gzip'],
    [' br ; q=1 ', 'br'],
    ['identity;q=0.5, gzip', 'gzip'],
    ['gzip;q=0.5, identity', null],
    ['deflate', null],
    ['identity', null],
    ['br;q=0', null],
    ['br;q=abc', null],
    ['br;q=2', null],
    ['', null],
    [undefined, null],
  ])('of %s is %s', (accepted, packing) => {
    expect(preferredPacking(accepted)).toBe(packing)
  })
})

describe('what is packed', () => {
  const bytes = Buffer.from('Former, c’est émanciper. '.repeat(200))

  it('is unpacked as it was', async () => {
    expect(brotliDecompressSync(await pack('br', bytes)).equals(bytes)).toBe(true)
    expect(gunzipSync(await pack('gzip', bytes)).equals(bytes)).toBe(true)
  })

  it('is packed once for all who ask', async () => {
    const kept = packable(bytes)
    const [first, second] = await Promise.all([packedOnce(kept, 'br'), packedOnce(kept, 'br')])
    expect(second).toBe(first)
    expect(await packedOnce(kept, 'gzip')).not.toBe(first)
  })

  it('is text of some length, and no picture', () => {
    for (const type of [
      'text/html; charset=utf-8',
      'application/json',
      'application/javascript; charset=UTF-8',
      'text/x-component',
      'image/svg+xml',
      'application/manifest+json',
      'application/atom+xml; charset=utf-8',
      'text/calendar',
    ]) {
      expect([type, isWorthPacking(type, 5_000), isWorthPacking(type, null), isWorthPacking(type, 300)]).toEqual([
        type,
        true,
        true,
        false,
      ])
    }
    for (const type of [
      'image/png',
      'image/webp',
      'application/pdf',
      'font/woff2',
      'application/zip',
      'application/octet-stream',
      '',
    ])
      expect([type, isWorthPacking(type, 5_000)]).toEqual([type, false])
  })
})
