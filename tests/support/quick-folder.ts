import { existsSync, mkdtempSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import path from 'node:path'

const MEMORY = '/dev/shm'
const GB = 1024 ** 3

/**
 * A new empty folder for the data of tests: in memory where the machine has a file system there with room for a whole
 * run (Linux's /dev/shm, 6 GB), else among the temporary files. What a test says of commits and rollbacks does not
 * depend on the disk; where the disk is what is tried (killing, copies, a full disk), the folder is a temporary one.
 *
 * @param prefix how the folder's name begins
 * @returns the absolute path of the folder, which the caller removes
 */
export const quickFolder = (prefix: string): string => mkdtempSync(path.join(quick() ? MEMORY : tmpdir(), prefix))

const quick = (): boolean => {
  if (!existsSync(MEMORY)) return false
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize > 6 * GB && freemem() > 6 * GB
}
