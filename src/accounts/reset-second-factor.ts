import type { Payload } from 'payload'
import { noSecondFactor, unknownAccount } from '../governance/account-errors.ts'
import { accountByEmail } from '../governance/accounts.ts'
import { now } from '../lib/clock.ts'
import type { User } from '../payload-types.ts'
import { secretariatUnit, takeInHand } from '../record/second-person.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { factorsOf } from '../security/second-factor/factors.ts'
import { endSessionsOf } from './sessions.ts'
import { BY_OPERATOR } from './governor.ts'
import { oweNotice } from '../governance/notices.ts'

/**
 * Takes every second factor and recovery code of an account away, for its holder who lost them: from the shell of the
 * server alone, never through the web. Sessions and sign-ins that were begun end; where a second factor is required,
 * the next sign-in by password leads to enrolling one and to nothing else.
 * @returns the account, and how many factors it had, recovery codes among them
 * @throws DomainError 404 `not-found`; 409 `no-second-factor`
 */
export function resetSecondFactor(
  payload: Payload,
  { email }: { email: string },
): Promise<{ account: User; removed: number }> {
  return secretariatUnit(payload, async (unit) => {
    const { req } = unit
    const found = await accountByEmail(payload, email, req)
    if (!found) throw unknownAccount()
    const account = await takeInHand(unit, 'users', found.id)
    const factors = await factorsOf(payload, account.id, req)
    if (factors.length === 0) throw noSecondFactor(email)
    await payload.db.deleteMany({ collection: 'second-factors', where: { account: { equals: account.id } }, req })
    await endSessionsOf(unit, account.id)
    await payload.db.updateMany({
      collection: 'sign-in-attempts',
      where: { and: [{ account: { equals: account.id } }, { endedAt: { exists: false } }] },
      data: { endedAt: now().toISOString() },
      req,
    })
    await noteSecurityEvent(
      payload,
      { type: 'second-factor-reset', account: account.id, data: { factors: factors.length } },
      req,
    )
    await oweNotice(unit, 'account-changed', {
      account,
      news: {
        what: 'second-factor-reset',
        before: null,
        after: null,
        by: BY_OPERATOR,
        confirmedBy: null,
        reason: '',
      },
    })
    return { account, removed: factors.length }
  })
}
