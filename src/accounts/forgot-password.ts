import type { Payload } from 'payload'
import { databaseAnswers } from '../db/database-answers.ts'
import { unitOfWork } from '../db/unit-of-work.ts'
import { accountByEmail } from '../governance/accounts.ts'
import { sendPasswordReset } from '../governance/password-choice.ts'
import { afterwards } from '../lib/afterwards.ts'
import { wakeSender } from '../record/wake.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import type { Visitor } from './client.ts'

/**
 * Sends who forgot a password the link to choose another, after the answer: the answer comes at once, and is the same,
 * whether somebody has the address or nobody. Nothing is promised that could not be kept: the database is asked for a row
 * that has nothing to do with the address first.
 * @throws DomainError 503 `database-unavailable` while the database is away
 */
export async function forgotPassword(
  payload: Payload,
  { email, visitor }: { email: string; visitor: Visitor },
): Promise<void> {
  await databaseAnswers(payload)
  afterwards(payload, 'a forgotten password', async () => {
    const account = await accountByEmail(payload, email)
    await noteSecurityEvent(payload, {
      type: 'password-reset-asked',
      account: account?.id ?? null,
      ip: visitor.ip,
      userAgent: visitor.userAgent,
    })
    if (!account || account.suspended === true) return
    await unitOfWork(payload, (unit) => sendPasswordReset(unit, account))
    wakeSender(payload)
  })
}
