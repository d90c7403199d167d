import { randomInt } from 'node:crypto'
import { hmacSha256 } from '../../lib/hash.ts'

const COUNT = 10
/** Without what is read as something else. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten codes for who lost a device: three groups of four signs, 59 bits each. Shown once. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: COUNT }, () => [group(), group(), group()].join('-'))

const group = (): string => Array.from({ length: 4 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('')

/** What is stored of a code, however it is typed. */
export const recoveryHash = (key: string, account: string, code: string): string =>
  hmacSha256(key, `recovery:${account}:${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`).toString('hex')
