import { hmacSha256, sameSecret } from '../lib/hash.ts'

/** What a session's token says: which session, of which account, until when (seconds), and whether it may only enrol a second factor. */
export type SessionClaims = { sid: string; id: string; collection: 'users'; exp: number; enrol?: true }

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The one header that is made and accepted: an algorithm named by a token decides nothing (RFC 8725, 3.1). */
const HEADER = encode({ alg: 'HS256', typ: 'JWT' })

const signatureOf = (key: string, text: string): string => hmacSha256(key, text).toString('base64url')

/** A session's token: a JWT signed with the key of sessions. */
export function mintSessionToken(key: string, claims: SessionClaims): string {
  const text = `${HEADER}.${encode(claims)}`
  return `${text}.${signatureOf(key, text)}`
}

/** What a token says, or null when it was not made here or its time is over. Whether its session still stands is asked elsewhere. */
export function readSessionToken(key: string, token: string, now: Date): SessionClaims | null {
  const [header, body = '', signature = '', ...rest] = token.split('.')
  if (header !== HEADER || rest.length > 0 || !sameSecret(signature, signatureOf(key, `${header}.${body}`))) return null
  const claims: unknown = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
  return isClaims(claims) && claims.exp * 1000 > now.getTime() ? claims : null
}

function isClaims(value: unknown): value is SessionClaims {
  return (
    typeof value === 'object' &&
    value !== null &&
    'sid' in value &&
    typeof value.sid === 'string' &&
    'id' in value &&
    typeof value.id === 'string' &&
    'exp' in value &&
    typeof value.exp === 'number'
  )
}
