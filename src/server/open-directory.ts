import type { RequestHandler } from 'express'
import { methodNotAllowed } from '../api/gate-refusals.ts'
import { allowReading } from './public-answer.ts'

/** The open directory below `/api`. */
export const OPEN_DIRECTORY = ['/directory.json', '/directory.csv']

const METHODS = ['GET', 'HEAD', 'OPTIONS']

/** Leads from the API to the site, whose routes make and keep the open directory. */
export const openDirectory: RequestHandler = (req, res, next) => {
  res.set(allowReading(req.method))
  if (req.method === 'OPTIONS') res.status(204).set('Allow', METHODS.join(', ')).end()
  else if (METHODS.includes(req.method)) next('router')
  else next(methodNotAllowed(METHODS))
}
