// @ts-check
import { existsSync } from 'node:fs'
import path from 'node:path'

/** The folder of the project, whatever folder the command was started in. */
export const root = path.resolve(import.meta.dirname, '..', '..')

/** @param {string[]} parts */
export const inProject = (...parts) => path.join(root, ...parts)

/**
 * What Node is given wherever it runs the project outside a bundle of Next's: without the `production` condition
 * Lexical's Node build never settles on Node 20 in half of the starts.
 */
export const nodeFlags = ['--conditions=production', '--enable-source-maps', '--disable-warning=ExperimentalWarning']

/** @param {string} relative a path inside the project */
export const has = (relative) => existsSync(inProject(relative))

/**
 * Stops when Node was started without {@link nodeFlags}: a process cannot take them on later.
 * @param {string} command the npm command that gives them
 * @param {{ startWith: (command: string) => string }} words
 */
export const requireFlags = (command, words) => {
  const given = `${process.execArgv.join(' ')} ${process.env.NODE_OPTIONS ?? ''}`
  if (given.includes('--conditions=production')) return
  console.error(words.startWith(command))
  process.exit(1)
}
