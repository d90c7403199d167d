import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { databaseUnavailable } from '../../db/unavailable.ts'
import { within } from '../../db/within.ts'

/** Milliseconds. */
const LONGEST_ANSWER = 5_000

/** Seconds after which a page that says so is loaded again by itself. */
const RELOADED_AFTER = '5'

/**
 * Lets nobody into the panel while the database is away: it would take whoever is signed in for nobody, and lead them to
 * its login page. A page says so instead, and loads again by itself; what was being typed stays in the page before.
 */
export const databaseAnswers =
  ({ db }: Payload): RequestHandler =>
  async (req, res, next) => {
    try {
      await within(LONGEST_ANSWER, db.findOne({ collection: 'counters', where: {} }))
      next()
    } catch (error) {
      if (req.method === 'GET') res.set('Refresh', RELOADED_AFTER)
      next(databaseUnavailable(error))
    }
  }
