import type { Router } from 'express'
import { sha256 } from '../../lib/hash.ts'
import { packable } from '../../lib/packing.ts'
import { exactRouter } from '../exact-router.ts'
import { sendKept } from '../kept/send-kept.ts'
import type { Site } from '../site.ts'

/** The files of the look. Their addresses change with their content, so browsers keep them for good. */
export function assetRoutes({ assets }: Site): Router {
  const router = exactRouter()
  const byPath = new Map(
    assets.files.map(({ path, type, body }) => [
      path,
      { ...packable(body), type, etag: `W/"${sha256(body).slice(0, 32)}"` },
    ]),
  )
  router.get('/assets/:name', async (req, res, next) => {
    const file = byPath.get(req.path)
    if (!file) {
      next()
      return
    }
    res.set('Cache-Control', 'public, max-age=31536000, immutable')
    await sendKept(res, file)
  })
  return router
}
