import { randomBytes } from 'node:crypto'
import { foldEmail } from '../lib/fold.ts'
import { hmacSha256, sameSecret } from '../lib/hash.ts'

/** A browser that was signed in with before: its own number, and the addresses of the accounts that it signed in to, as hashes. */
export type Device = { id: string; accounts: readonly string[] }

/** Accounts that one browser is remembered for, the latest first. */
const MOST_ACCOUNTS = 6

const WELL_FORMED = /^[\w-]{22}\.[0-9a-f~]{0,200}\.[\w-]{43}$/

const macOf = (key: string, id: string, accounts: string): string =>
  hmacSha256(key, `device:${id}:${accounts}`).toString('base64url')

const hashOf = (key: string, email: string): string =>
  hmacSha256(key, `account:${foldEmail(email)}`)
    .toString('hex')
    .slice(0, 24)

/** The device that a cookie names, or null for none and for a cookie that was not made here. */
export function readDevice(key: string, cookie: string | null): Device | null {
  if (cookie === null || !WELL_FORMED.test(cookie)) return null
  const [id = '', accounts = '', mac = ''] = cookie.split('.')
  return sameSecret(mac, macOf(key, id, accounts)) ? { id, accounts: accounts === '' ? [] : accounts.split('~') } : null
}

/** A device that nobody signed in with yet. */
export const newDevice = (): Device => ({ id: randomBytes(16).toString('base64url'), accounts: [] })

/** Whether somebody signed in to the account of an address with this device. It gives no right: only a count of failures of its own. */
export const knowsAddress = (key: string, device: Device | null, email: string): boolean =>
  device?.accounts.includes(hashOf(key, email)) ?? false

/** The device after a sign-in. */
export function rememberAccount(key: string, device: Device | null, email: string): Device {
  const known = device ?? newDevice()
  const hash = hashOf(key, email)
  return { id: known.id, accounts: [hash, ...known.accounts.filter((each) => each !== hash)].slice(0, MOST_ACCOUNTS) }
}

/** The cookie by which it is known again. */
export function deviceCookie(key: string, { id, accounts }: Device): string {
  const list = accounts.join('~')
  return `${id}.${list}.${macOf(key, id, list)}`
}
