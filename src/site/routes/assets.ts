import type { Router } from 'express'
import { exactRouter } from '../exact-router.ts'
import type { Site } from '../site.ts'

/** The files of the look. Their addresses change with their content, so browsers keep them for good. */
export function assetRoutes({ assets }: Site): Router {
  const router = exactRouter()
  const byPath = new Map(assets.files.map((file) => [file.path, file]))
  router.get('/assets/:name', (req, res, next) => {
    const file = byPath.get(req.path)
    if (!file) {
      next()
      return
    }
    res.set('Cache-Control', 'public, max-age=31536000, immutable').type(file.type).send(file.body)
  })
  return router
}
