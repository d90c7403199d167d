import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { parisDay } from '../lib/dates.ts'
import { oweMessage, type MessageContent } from '../record/messages.ts'
import { idOf } from '../lib/ids.ts'
import { mandatesOfBody } from './mandates.ts'

/** The address at which a person is told: of the account, by which they sign in, else of their record. */
export async function addressOf({ payload, req }: UnitOfWork, personId: string): Promise<string | null> {
  const person = await payload.findByID({
    collection: 'people',
    id: personId,
    depth: 1,
    overrideAccess: true,
    disableErrors: true,
    req,
  })
  const account = person?.account
  return (typeof account === 'object' && account !== null ? account.email : null) ?? person?.email ?? null
}

/** An e-mail to the holders of a body, without its recipient. */
export type Notice = MessageContent extends infer Each
  ? Each extends MessageContent
    ? Omit<Each, 'recipient'>
    : never
  : never

/**
 * Tells everybody who holds a mandate in force in a body, and those named besides: whoever could change its
 * mandates or its rule could decide for it, so its holders hear of every change.
 */
export async function tellHolders(
  unit: UnitOfWork,
  bodyId: string,
  subject: string,
  notice: Notice,
  besides: readonly string[] = [],
): Promise<void> {
  const mandates = await mandatesOfBody(unit.payload, bodyId, parisDay(now()), unit.req)
  const people = new Set([...mandates.map(({ person }) => idOf(person)).filter((id) => id !== null), ...besides])
  const told = new Set<string>()
  for (const person of people) {
    const recipient = await addressOf(unit, person)
    if (recipient === null || told.has(recipient)) continue
    told.add(recipient)
    await oweMessage(unit, { ...notice, subject, recipient })
  }
}
