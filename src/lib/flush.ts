import { closeSync, fsyncSync, openSync } from 'node:fs'
import path from 'node:path'

function flush(place: string, flags: 'r' | 'r+'): void {
  const handle = openSync(place, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Returns once what was written to a file is on the disk, and not only in the system's memory. */
export const flushFile = (file: string): void => flush(file, 'r+')

/** Returns once the names in the folder of a file (a renaming, a new file) are on the disk. Windows keeps them by itself. */
export function flushFolderOf(file: string): void {
  if (process.platform !== 'win32') flush(path.dirname(file), 'r')
}
