import type { Payload } from 'payload'
import { settingsOf } from '../lib/settings.ts'

/** The counter that says that this database was restored, and that its e-mails wait. */
export const HELD_KEY = 'mail-held-since-restore'

const where = { key: { equals: HELD_KEY } }

/**
 * Lets no e-mail leave from a database that was restored, whatever `MAIL` says, until somebody has released it: what was
 * owed when the copy was made has reached its people since.
 */
export async function holdIfRestored(payload: Payload): Promise<void> {
  if ((await payload.db.findOne({ collection: 'counters', where })) === null) return
  settingsOf(payload).MAIL = 'hold'
  payload.logger.warn({ msg: 'This database was restored: no e-mail leaves until "npm run release-mail".' })
}

/** Lets e-mails leave again. @returns whether they were held */
export async function releaseMail(payload: Payload): Promise<boolean> {
  if ((await payload.db.findOne({ collection: 'counters', where })) === null) return false
  await payload.db.deleteOne({ collection: 'counters', where })
  return true
}
