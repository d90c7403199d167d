import type { RequestHandler } from 'express'
import { badPath } from '../../api/gate-faults.ts'

/**
 * Reads the address once, as browsers do (`..`, `.`, `\`), and hands on what it means: a limit put on a path is then
 * not passed by writing the path another way.
 * @param origin the configured one: `Host` and an absolute request target say nothing here
 */
export const address =
  (origin: string): RequestHandler =>
  (req, _res, next) => {
    try {
      if (!req.url.startsWith('/')) throw badPath()
      const { pathname, search } = new URL(origin + req.url)
      if (decodeURIComponent(pathname).includes('\0')) throw badPath()
      req.url = pathname + search
      next()
    } catch {
      next(badPath())
    }
  }
