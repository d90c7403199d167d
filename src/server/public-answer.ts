import type { Response } from 'express'
import { sendKept } from '../site/kept/send-kept.ts'
import type { KeptAnswer } from './kept-answers.ts'

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

/**
 * Sends an answer that anybody is given: known again by its tag, and kept by whoever likes, who asks each time whether it
 * still holds. Another one is given to who shows who they are, or asks for another language.
 */
export async function sendPublic(res: Response, answer: KeptAnswer): Promise<void> {
  for (const [name, value] of answer.headers) res.setHeader(name, value)
  res.set(allowReading('GET')).set('Cache-Control', 'public, no-cache')
  res.vary('Authorization, Cookie, Accept-Language')
  await sendKept(res, answer)
}
