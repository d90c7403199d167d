// @ts-check
import { spawn } from 'node:child_process'

import { root } from './project.mjs'

/** @type {NodeJS.Signals[]} */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const killedBy = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

/** Why a program ended that did not end by itself: SIGKILL from outside is, nearly always, the system without memory. @param {NodeJS.Signals} signal */
const endedBy = (signal) =>
  signal === 'SIGKILL'
    ? 'It was killed from outside (SIGKILL): most likely the machine had too little memory. Building needs 2 GB of memory, running 512 MB: build on another machine with "npm run build -- --archive" and carry dist/cpof-….tar.gz over, or add swap.'
    : `It was ended by ${signal}.`

/**
 * Runs a program in our own process group and waits for its end. A signal that asks us to stop is passed on to it,
 * and we stop when it has: nothing stays behind.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, quiet?: boolean, timeout?: number }} [options] `quiet` keeps the output instead
 *   of showing it; `timeout` in milliseconds ends the program
 * @returns {Promise<{ status: number, output: string }>} status 127 when the program does not exist
 */
export const run = (command, args, { env = {}, quiet = false, timeout } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      timeout,
    })
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text))
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text))

    /** @type {keyof typeof killedBy | undefined} */
    let asked
    const forward = (/** @type {keyof typeof killedBy} */ signal) => {
      asked = signal
      child.kill(signal)
    }
    for (const signal of stopSignals) process.on(signal, forward)
    const end = (/** @type {number} */ status) => {
      for (const signal of stopSignals) process.off(signal, forward)
      if (asked) process.exit(killedBy[asked])
      resolve({ status, output })
    }
    child.once('error', (error) => {
      output += error.message
      end(127)
    })
    child.once('close', (code, signal) => {
      if (signal) output += `\n${endedBy(signal)}\n`
      end(code ?? 1)
    })
  })

/**
 * Runs a step that takes a while: one line, seconds counted on a terminal, its output only if it fails.
 *
 * @param {string} title
 * @param {import('./words.mjs').Words} words
 * @param {() => Promise<{ status: number, output: string }>} work
 * @returns {Promise<boolean>} whether it succeeded
 */
export const step = async (title, words, work) => {
  const started = Date.now()
  const elapsed = () => words.seconds(Math.round((Date.now() - started) / 1000))
  const terminal = process.stdout.isTTY
  process.stdout.write(terminal ? `${title} …` : `${title} …\n`)
  const ticking = setInterval(
    () => process.stdout.write(terminal ? `\r${title} … ${elapsed()}` : '.'),
    terminal ? 1000 : 5000,
  )
  const { status, output } = await work().finally(() => clearInterval(ticking))
  process.stdout.write(terminal ? `\r${title} … ${elapsed()}\n` : ` ${elapsed()}\n`)
  if (status === 0) return true
  console.error(output)
  console.error(words.failed(title))
  return false
}
