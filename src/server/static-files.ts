import type { RequestHandler } from 'express'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { LRUCache } from 'lru-cache'
import { sha256 } from '../lib/hash.ts'
import { packable } from '../lib/packing.ts'
import { sendKept, type Sendable } from '../site/kept/send-kept.ts'

/** How many bytes of files are kept in memory, with about what their packed forms take beside them. */
const MOST_BYTES = 48 * 1024 * 1024
const WITH_PACKED = 1.6

type Asked = {
  folder: string
  /** The address of the folder. */
  at: string
  cacheControl: string
}

/**
 * Sends the files of a folder as they were at the start, read and packed once: for any other address the disk is not
 * asked. A folder that is not there has none.
 */
export function staticFiles({ folder, at, cacheControl }: Asked): RequestHandler {
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : []
  const fileAt = new Map(
    names
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .map((file) => [addressOf(at, path.relative(folder, file)), file]),
  )
  const kept = new LRUCache<string, Promise<Sendable>>({ max: 2_000, maxSize: MOST_BYTES })

  const read = async (file: string, type: string): Promise<Sendable> => {
    const bytes = await readFile(file)
    return { ...packable(bytes), type, etag: `W/"${sha256(bytes).slice(0, 32)}"` }
  }

  return async (req, res, next) => {
    const file = req.method === 'GET' || req.method === 'HEAD' ? fileAt.get(req.path) : undefined
    if (file === undefined) {
      next()
      return
    }
    const type = String(res.type(path.extname(file)).getHeader('Content-Type'))
    const found = kept.get(file)
    const reading = found ?? read(file, type)
    const sendable = await reading
    if (!found) kept.set(file, reading, { size: Math.ceil(sendable.bytes.length * WITH_PACKED) + 1 })
    res.locals['route'] ??= `${at}/*`
    res.setHeader('Cache-Control', cacheControl)
    await sendKept(res, sendable)
  }
}

const addressOf = (at: string, name: string): string =>
  `${at}/${name.split(path.sep).map(encodeURIComponent).join('/')}`
