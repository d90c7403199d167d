import { promisify } from 'node:util'
import zlib, { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib'
import { Transform } from 'node:stream'

/** How an answer may be packed on its way (RFC 9110, 8.4.1). */
export type Packing = 'br' | 'zstd' | 'gzip'

type Packer = { whole: (bytes: Buffer) => Promise<Buffer>; stream: () => Transform }

/** Packed while somebody waits: the quality is where time begins to cost more than it saves. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 5 }
const GZIP = { level: 6 }

/** Node has it from 22.15 on; its types of version 20 do not know it. */
function zstd(): Packer | null {
  const compress: unknown = Reflect.get(zlib, 'zstdCompress')
  const create: unknown = Reflect.get(zlib, 'createZstdCompress')
  if (typeof compress !== 'function' || typeof create !== 'function') return null
  return {
    whole: (bytes) =>
      new Promise((resolve, reject) => {
        Reflect.apply(compress, zlib, [
          bytes,
          (error: Error | null, packed: Buffer) => (error ? reject(error) : resolve(packed)),
        ])
      }),
    stream: () => {
      const stream: unknown = Reflect.apply(create, zlib, [])
      if (stream instanceof Transform) return stream
      throw new TypeError('This Node makes no Zstandard stream')
    },
  }
}

const brotli: Packer = {
  whole: (bytes) =>
    promisify(brotliCompress)(bytes, { params: { ...BROTLI, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  stream: () => createBrotliCompress({ params: BROTLI }),
}
const gzipped: Packer = { whole: (bytes) => promisify(gzip)(bytes, GZIP), stream: () => createGzip(GZIP) }

const ours = zstd()
const PACKERS: ReadonlyMap<Packing, Packer> = new Map([
  ['br', brotli],
  ...(ours ? [['zstd', ours] as const] : []),
  ['gzip', gzipped],
])

/** Smaller bodies grow, or fit one packet as they are. */
const WORTH_PACKING = 1_400

/** Types whose bytes are not packed already. */
const PACKABLE =
  /^(text\/|application\/(json|javascript|xml|wasm|manifest\+json|vnd\.api\+json)|image\/(svg\+xml|x-icon|vnd\.microsoft\.icon)|font\/(ttf|otf)|[\w.+-]+\/[\w.+-]+\+(json|xml))/

/** Whether an answer becomes smaller when it is packed. @param length in bytes, where it is known */
export const isWorthPacking = (type: string, length: number | null): boolean =>
  PACKABLE.test(type.toLowerCase()) && (length === null || length >= WORTH_PACKING)

const WEIGHT = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/

/** The weights of an `Accept-Encoding` (RFC 9110, 12.5.3); what cannot be read weighs nothing. */
function weightsOf(accepted: string): ReadonlyMap<string, number> {
  return new Map(
    accepted.split(',').map((each) => {
      const [name = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase())
      const weight = parameters.find((part) => part.startsWith('q='))
      return [name, weight === undefined ? 1 : Number(WEIGHT.exec(weight)?.[1] ?? 0)] as const
    }),
  )
}

/**
 * The packing that a client likes best of ours; of those that it likes alike, brotli before Zstandard before gzip.
 * @returns null when it names none, or likes the bytes as they are better
 */
export function preferredPacking(accepted: string | undefined): Packing | null {
  if (accepted === undefined) return null
  const weights = weightsOf(accepted)
  const weightOf = (name: string): number =>
    weights.get(name) ?? (name === 'gzip' ? weights.get('x-gzip') : undefined) ?? weights.get('*') ?? 0
  const best = [...PACKERS.keys()].reduce<Packing | null>(
    (found, each) => (weightOf(each) > (found ? weightOf(found) : 0) ? each : found),
    null,
  )
  return best !== null && (weights.get('identity') ?? 0) <= weightOf(best) ? best : null
}

const packerOf = (packing: Packing): Packer => PACKERS.get(packing) ?? gzipped

/** Packs bytes that are at hand. */
export const pack = (packing: Packing, bytes: Buffer): Promise<Buffer> => packerOf(packing).whole(bytes)

/** Packs bytes as they come. */
export const packingStream = (packing: Packing): Transform => packerOf(packing).stream()

/** Bytes that are sent again and again, with each of their packed forms, made once. */
export type Packable = { bytes: Buffer; packed: Map<Packing, Promise<Buffer>> }

export const packable = (bytes: Buffer): Packable => ({ bytes, packed: new Map() })

/** A packed form, made by who asks first. */
export function packedOnce({ bytes, packed }: Packable, packing: Packing): Promise<Buffer> {
  const made = packed.get(packing) ?? pack(packing, bytes)
  packed.set(packing, made)
  return made
}
