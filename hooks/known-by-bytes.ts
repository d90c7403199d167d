import type { CollectionConfig, PayloadRequest, Where } from 'payload'
import { ANSWERED_ETAG } from '../src/lib/answered-file.ts'
import { sha256 } from '../src/lib/hash.ts'

type Slug = 'files' | 'media'
type Handler = NonNullable<Exclude<CollectionConfig['upload'], boolean | undefined>['handlers']>[number]

/** The row of a file, or of what it was made from. Payload looks for none where anybody may read all of them. */
async function rowOf(req: PayloadRequest, collection: Slug, filename: string): Promise<unknown> {
  const { upload } = req.payload.collections[collection].config
  const names = ['filename', ...(upload.imageSizes ?? []).map(({ name }) => `sizes.${name}.filename`)]
  const where: Where = { or: names.map((name) => ({ [name]: { equals: filename } })) }
  const { docs } = await req.payload.db.find({ collection, where, limit: 1, pagination: false, req })
  return docs[0]
}

/** The key by which a file is known again: the hash of its bytes, and for one made from it the name as well. */
function etagOf(doc: unknown, filename: string): string | null {
  if (
    typeof doc !== 'object' ||
    doc === null ||
    !('sha256' in doc) ||
    typeof doc.sha256 !== 'string' ||
    doc.sha256 === ''
  )
    return null
  const isOriginal = 'filename' in doc && doc.filename === filename
  return isOriginal ? `"${doc.sha256}"` : `"${sha256(`${doc.sha256} ${filename}`)}"`
}

/** Whether a client says that it has it (RFC 9110, 13.1.2): compared weakly. */
const isAmong = (etag: string, named: string): boolean =>
  named.trim() === '*' || named.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)

/**
 * Lets who has a file that anybody may read ask whether it is still the same, after Payload has found that they may read
 * it. What only some may read nobody keeps, and it is known by nothing.
 */
export function knownByBytes(collection: Slug): Handler {
  // All media are public.
  const isPublic = collection === 'media'
  const answer = async (req: PayloadRequest, doc: unknown, filename: string): Promise<Response | undefined> => {
    if (!isPublic && req.user) return undefined
    const etag = etagOf(doc ?? (await rowOf(req, collection, filename)), filename)
    if (etag === null) return undefined
    const cacheControl = isPublic ? 'public, max-age=300' : 'public, no-cache'
    req.responseHeaders ??= new Headers()
    req.responseHeaders.set(ANSWERED_ETAG, etag)
    req.responseHeaders.set('Cache-Control', cacheControl)
    const known = req.headers.get('if-none-match')
    if (known !== null && isAmong(etag, known)) return new Response(null, { status: 304 })
    // A part of what has changed meanwhile would be put to parts of something else.
    const onlyIf = req.headers.get('if-range')
    if (onlyIf !== null && onlyIf !== etag) req.headers.delete('range')
    return undefined
  }
  // Payload goes on to the next handler, or to the file, where there is no answer; its type does not say so of a promise.
  return (req, { doc, params: { filename } }) => answer(req, doc, filename) as Promise<Response>
}
