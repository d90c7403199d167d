import type { Response } from 'express'
import { isWorthPacking, packedOnce, preferredPacking, type Packable } from '../../lib/packing.ts'

/** Bytes that are kept ready to be sent, with what they are and what they are known again by. */
export type Sendable = Packable & { type: string; etag: string }

const withoutWeakness = (tag: string): string => tag.trim().replace(/^W\//, '')

/** Whether a client says that it has this very answer (RFC 9110, 13.1.2), compared weakly; what it asks of caches is for caches. */
const hasIt = (given: string | undefined, etag: string): boolean =>
  given !== undefined &&
  (given.trim() === '*' || given.split(',').some((each) => withoutWeakness(each) === withoutWeakness(etag)))

/**
 * Sends what is kept, in the form that the client likes best; or that it has it already. One (weak) tag stands for all
 * forms. Express leaves the body out for a HEAD.
 */
export async function sendKept(res: Response, kept: Sendable): Promise<void> {
  const { bytes, type, etag } = kept
  const { req } = res
  const packs = isWorthPacking(type, bytes.length)
  res.setHeader('ETag', etag)
  if (packs) res.vary('Accept-Encoding')
  if (hasIt(req.headers['if-none-match'], etag)) {
    res.status(304).end()
    return
  }
  res.setHeader('Content-Type', type)
  const packing = packs ? preferredPacking(req.get('accept-encoding')) : null
  const body = packing === null ? bytes : await packedOnce(kept, packing)
  if (packing !== null) res.setHeader('Content-Encoding', packing)
  res.setHeader('Content-Length', body.length)
  res.end(body)
}
