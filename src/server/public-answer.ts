import { sha256 } from '../lib/hash.ts'

/** What of an answer the pages of others may see. */
const SEEN_ELSEWHERE = 'ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id'
/** What others' pages may send with a reading; credentials are not among it. */
const SENT_FROM_ELSEWHERE = 'Accept-Language, If-None-Match'
const A_DAY = 86_400

/** The headers by which pages of other sites may read what anybody may (Fetch standard, CORS). */
export const allowReading = (method: string): Record<string, string> => ({
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': SEEN_ELSEWHERE,
  ...(method === 'OPTIONS'
    ? {
        'Access-Control-Allow-Methods': 'GET, HEAD',
        'Access-Control-Allow-Headers': SENT_FROM_ELSEWHERE,
        'Access-Control-Max-Age': String(A_DAY),
      }
    : {}),
})

/** Whether a client says that it has this very answer (RFC 9110, 13.1.2): one weak tag stands for all packed forms. */
const hasIt = (given: string | null, etag: string): boolean =>
  given !== null && (given.trim() === '*' || given.split(',').some((each) => plain(each) === plain(etag)))
const plain = (tag: string): string => tag.trim().replace(/^W\//, '')

/**
 * An answer that anybody is given: known again by its tag, and kept by whoever likes, who asks each time whether it still
 * holds. Another one is given to who shows who they are, or asks for another language.
 */
export async function asPublic(response: Response, asked: Headers): Promise<Response> {
  if (response.status !== 200) return response
  const body = await response.text()
  const etag = `W/"${sha256(body).slice(0, 32)}"`
  const isKnown = hasIt(asked.get('if-none-match'), etag)
  const answer = new Response(isKnown ? null : body, { status: isKnown ? 304 : 200, headers: response.headers })
  answer.headers.set('ETag', etag)
  answer.headers.set('Cache-Control', 'public, no-cache')
  answer.headers.set('Vary', 'Authorization, Cookie, Accept-Language')
  return answer
}
