import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { databaseAnswers } from '../../db/database-answers.ts'

/** Seconds after which a page that says so is loaded again by itself. */
const RELOADED_AFTER = '5'

/**
 * Lets nobody into the panel while the database is away: it would take whoever is signed in for nobody, and lead them to
 * its login page. A page says so instead, and loads again by itself; what was being typed stays in the page before.
 */
export const panelNeedsDatabase =
  (payload: Payload): RequestHandler =>
  async (req, res, next) => {
    try {
      await databaseAnswers(payload)
      next()
    } catch (error) {
      if (req.method === 'GET') res.set('Refresh', RELOADED_AFTER)
      next(error)
    }
  }
