// @ts-check
import { existsSync } from 'node:fs'
import path from 'node:path'

import { aptInstall } from './apt.mjs'

/** A program that is on this machine already, or undefined. @param {string} name */
export const onPath = (name) =>
  [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/bin', '/sbin', '/bin']
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file))

/**
 * A program of Debian's: the one on the path, else installed where this machine lets us.
 * @param {string} name the program
 * @param {string} [debianPackage] the package that brings it
 * @returns {Promise<string | null>} its path, null when it is not to be had here
 */
export const provideProgram = async (name, debianPackage = name) => {
  const found = onPath(name)
  if (found) return found
  return (await aptInstall([debianPackage])) ? (onPath(name) ?? null) : null
}
