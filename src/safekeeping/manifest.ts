import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { SafekeepingRefused } from './errors.ts'
import type { Index } from './store.ts'

const manifest = z.object({
  format: z.literal(1),
  version: z.string(),
  madeAt: z.string(),
  engine: z.enum(['sqlite', 'mongodb']),
  migrations: z.array(z.string()),
  /** Rows of each table or collection. */
  rows: z.record(z.string(), z.number()),
  /** SHA-256 of each file of the backup, by its path in it. */
  files: z.record(z.string(), z.string()),
  /** Uploads, by their path in the backup. */
  uploads: z.array(
    z.object({
      collection: z.enum(['media', 'files', 'attachments']),
      name: z.string(),
      prefix: z.string(),
      type: z.string().optional(),
    }),
  ),
  /** Files that a row names and that were not there. */
  missing: z.array(z.string()),
  indexes: z.record(
    z.string(),
    z.array(z.custom<Index>((value) => typeof value === 'object' && value !== null && 'key' in value)),
  ),
})

/** What a backup says of itself. */
export type Manifest = z.infer<typeof manifest>

/** A backup is a folder of this name, by the moment when it was begun. */
export const BACKUP = /^cpof-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z$/

export const stampOf = (moment: Date): string => moment.toISOString().replace(/[:.]/g, '-')

/** The whole backups in a folder, oldest first. */
export async function backupsIn(folder: string): Promise<string[]> {
  return existsSync(folder) ? (await readdir(folder)).filter((name) => BACKUP.test(name)).sort() : []
}

/**
 * The manifest of a backup: of this folder, or of the newest in it.
 * @throws SafekeepingRefused where there is none
 */
export async function readBackup(folder: string): Promise<{ folder: string; manifest: Manifest }> {
  const newest = (await backupsIn(folder)).at(-1)
  const place = existsSync(path.join(folder, 'manifest.json'))
    ? folder
    : newest === undefined
      ? null
      : path.join(folder, newest)
  if (place === null) throw new SafekeepingRefused(`There is no backup in ${folder}. Nothing was changed.`)
  try {
    return {
      folder: place,
      manifest: manifest.parse(JSON.parse(await readFile(path.join(place, 'manifest.json'), 'utf8'))),
    }
  } catch (error) {
    throw new SafekeepingRefused(`${path.join(place, 'manifest.json')} cannot be read. Nothing was changed.`, {
      cause: error,
    })
  }
}
