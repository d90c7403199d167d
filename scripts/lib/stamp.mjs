// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { inProject } from './project.mjs'

/** @typedef {{ files: Record<string, string>, folders: Record<string, string> }} Stamp */

/** @param {string} text */
const hash = (text) => createHash('sha256').update(text).digest('hex')

/** @param {string} file */
const hashOfFile = (file) => {
  const full = inProject(file)
  return existsSync(full) ? hash(readFileSync(full, 'utf8')) : 'absent'
}

/** Names only: it tells that a file came or went; what is in the files is told by their own hashes. @param {string} folder */
const hashOfFolder = (folder) => {
  const full = inProject(folder)
  if (!existsSync(full)) return 'absent'
  return hash(readdirSync(full, { recursive: true }).map(String).sort().join('\n'))
}

/**
 * What a build was made from: the bundler's own list of the files that it read, and the folders that it searched.
 * Taken before the build, so that what changes during the build makes it stale.
 *
 * @param {string[]} files relative to the project
 * @param {string[]} folders
 * @returns {Stamp}
 */
export const takeStamp = (files, folders) => ({
  files: Object.fromEntries(files.map((file) => [file, hashOfFile(file)])),
  folders: Object.fromEntries(folders.map((folder) => [folder, hashOfFolder(folder)])),
})

/** @param {string} place @param {Stamp} stamp */
export const writeStamp = (place, stamp) => {
  mkdirSync(path.dirname(inProject(place)), { recursive: true })
  writeFileSync(inProject(place), JSON.stringify(stamp, null, 1))
}

/** Whether everything that the build was made from is still as it was. @param {string} place */
export const isFresh = (place) => {
  if (!existsSync(inProject(place))) return false
  /** @type {Stamp} */
  const { files, folders } = JSON.parse(readFileSync(inProject(place), 'utf8'))
  return (
    Object.entries(files).every(([file, was]) => hashOfFile(file) === was) &&
    Object.entries(folders).every(([folder, was]) => hashOfFolder(folder) === was)
  )
}
