import { findFirst } from '../../db/find.ts'
import type { UnitOfWork } from '../../db/unit-of-work.ts'
import type { Entry } from './entries.ts'

/** How far the time at which a session was last used may lag behind its use. */
const LAG_MS = 5 * 60_000
/** How long an author may take their own words back alone: a session that ended meanwhile leaves no trace. */
const ALONE_MS = 15 * 60_000

/**
 * Whether somebody else may have read an entry: unless its own author asks within a quarter of an hour, and nobody else
 * of the team has used the panel since it was written. A message has been sent to its reader.
 */
export async function mayHaveBeenRead(
  { payload, req }: UnitOfWork,
  { what, author, at }: Entry,
  { account, now }: { account: string; now: Date },
): Promise<boolean> {
  if (what === 'message' || author !== account || now.getTime() - at.getTime() > ALONE_MS) return true
  const other = await findFirst({ payload, req }, 'staff-sessions', {
    where: {
      and: [
        { account: { not_equals: account } },
        { lastSeenAt: { greater_than_equal: new Date(at.getTime() - LAG_MS).toISOString() } },
      ],
    },
  })
  return other !== null
}
