import { hmacSha256, sha256 } from '../lib/hash.ts'

/** Tells what is stored of a token from a token. */
const STORED = 'sha256:'

/** The token of the page where an account chooses its password; made anew when its e-mail is sent, never stored. */
export const passwordToken = (secret: string, { account, version }: { account: string; version: number }): string =>
  hmacSha256(secret, `password:${account}:${version}`).toString('hex')

/** What the database keeps of a token. */
export const storedToken = (token: string): string => STORED + sha256(token)

/** Whether a stored text is the hash of a token, and not a token in clear as earlier releases kept it. */
export const isStoredToken = (stored: string): boolean => stored.startsWith(STORED)
