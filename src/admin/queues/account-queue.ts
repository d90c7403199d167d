import { findAll } from '../../db/find.ts'
import { waitingOn } from '../../accounts/governor.ts'
import { formatDateTime } from '../../lib/dates.ts'
import { ACCOUNTS, ACCOUNTS_PATH } from '../accounts/words.ts'
import type { Reader } from '../reader.ts'
import { queueOf } from './files.ts'
import type { Queue } from './model.ts'
import { LINES } from './words.ts'

/** What waits on accounts for another person who gives rights; what concerns oneself is not for oneself. */
export async function accountQueue({ payload, req, user }: Reader): Promise<Queue> {
  const docs = await findAll({ payload, req }, 'users', { sort: 'name' })
  const items = docs.flatMap((account) => {
    const waiting = waitingOn(account)
    if (!waiting || account.id === user.id) return []
    const said =
      waiting.proposedBy === user.id
        ? LINES.yours
        : LINES.proposedBy(waiting.proposedByName, formatDateTime(new Date(waiting.proposedAt)))
    return [{ id: account.id, href: ACCOUNTS_PATH, name: account.name, detail: account.email, when: said }]
  })
  return queueOf(ACCOUNTS.queue, items)
}
