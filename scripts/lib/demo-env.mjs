// @ts-check
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'

import { root } from './project.mjs'

/** Where everything that the project keeps stands. @returns {string} */
export const dataDir = () => path.resolve(root, process.env.DATA_DIR || 'data')

const place = () => path.join(dataDir(), 'demo.env')

/** @returns {Record<string, string>} */
const read = () =>
  existsSync(place()) ? /** @type {Record<string, string>} */ (parseEnv(readFileSync(place(), 'utf8'))) : {}

/** In quotes that the value does not hold: Node's reader of such files knows no escapes. @param {string} value */
const quoted = (value) => {
  const quote = ["'", '"', '`'].find((mark) => !value.includes(mark))
  if (!quote || value.includes('\n')) throw new Error('DEMO_PASSWORD holds all three kinds of quotes, or a line break.')
  return `${quote}${value}${quote}`
}

/** @param {Record<string, string>} values @param {(from: string, to: string) => void} put */
const write = (values, put) => {
  mkdirSync(dataDir(), { recursive: true, mode: 0o700 })
  const draft = `${place()}.${randomBytes(4).toString('hex')}`
  const lines = Object.entries(values).map(([name, value]) => `${name}=${quoted(value)}`)
  writeFileSync(
    draft,
    ['# Made by "npm run demo". Secrets of a demonstration: never use them elsewhere.', ...lines, ''].join('\n'),
    {
      mode: 0o600,
    },
  )
  try {
    put(draft, place())
  } finally {
    rmSync(draft, { force: true })
  }
}

/** `link` refuses an existing target: of two demos that start together, both end up with the first one's secrets. */
const putOnce = (/** @type {string} */ from, /** @type {string} */ to) => {
  try {
    linkSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/** A password that one can read out: 4 groups, 78 bits, no letter that looks like a digit. */
const makePassword = () => {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const bytes = [...randomBytes(64)].filter((byte) => byte < letters.length * 8).slice(0, 16)
  return bytes.map((byte, at) => (at && at % 4 === 0 ? '-' : '') + letters[byte % letters.length]).join('')
}

/** What an instance of one's own has been given: a process with any of these is none of the demo's. */
const OWN = ['PAYLOAD_SECRET', 'TOKEN_SECRET', 'DATABASE_URL', 'PUBLIC_URL', 'SMTP_URL']

/**
 * Puts the demo's settings, where there are some, under the real environment, which always wins: for commands on the
 * demo, which are those with `APP_MODE=demo` or without any setting of an instance. Never for a server, but for the demo
 * itself: no demo secret can end up in production.
 * @returns {boolean} whether there were settings to take
 */
export const useDemoEnv = () => {
  if (process.env.APP_MODE ? process.env.APP_MODE !== 'demo' : OWN.some((name) => process.env[name])) return false
  const kept = Object.entries(read())
  for (const [name, value] of kept) process.env[name] ??= value
  return kept.length > 0
}

/**
 * Makes the demo's settings at its first start. The password kept in them is the one that the accounts were made
 * with: another one is taken only when the demo starts over.
 *
 * @param {{ reset: boolean }} options
 * @returns {{ passwordKept: boolean }} whether another password was asked for and not taken
 */
export const provideDemoEnv = ({ reset }) => {
  const wished = process.env.DEMO_PASSWORD
  write(
    {
      APP_MODE: 'demo',
      PAYLOAD_SECRET: randomBytes(32).toString('base64url'),
      TOKEN_SECRET: randomBytes(32).toString('base64url'),
      DEMO_PASSWORD: wished || makePassword(),
    },
    putOnce,
  )
  const kept = read()
  if (reset && wished && wished !== kept.DEMO_PASSWORD) write({ ...kept, DEMO_PASSWORD: wished }, renameSync)
  const passwordKept = !reset && Boolean(wished) && wished !== kept.DEMO_PASSWORD
  if (passwordKept) process.env.DEMO_PASSWORD = kept.DEMO_PASSWORD
  process.env.APP_MODE = 'demo'
  useDemoEnv()
  return { passwordKept }
}
