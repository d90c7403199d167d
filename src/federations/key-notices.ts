import type { UnitOfWork } from '../db/unit-of-work.ts'
import type { Governor } from '../accounts/governor.ts'
import { formatDay } from '../lib/dates.ts'
import { oweNotice } from '../governance/notices.ts'
import type { ApiKey, Member } from '../payload-types.ts'
import { noteSecurityEvent } from '../security/journal.ts'
import { scopesInWords } from './scopes.ts'

type News = {
  what: 'proposed' | 'confirmed' | 'revoked'
  key: ApiKey & { rev: number }
  member: Pick<Member, 'legalName'> | null
  governor: Governor
  reason: string
}

const EVENTS = { proposed: 'api-key-proposed', confirmed: 'api-key-made', revoked: 'api-key-revoked' } as const

/** Says in the security journal and by e-mail what became of a key, in the unit of work that does it. */
export async function tellOfKey(unit: UnitOfWork, { what, key, member, governor, reason }: News): Promise<void> {
  const scopes = scopesInWords(key.scopes)
  const federation = member?.legalName ?? ''
  await noteSecurityEvent(
    unit.payload,
    {
      type: EVENTS[what],
      by: governor.id,
      ip: governor.ip ?? null,
      userAgent: governor.userAgent ?? null,
      data: { label: key.label, federation, scopes },
    },
    unit.req,
  )
  await oweNotice(unit, 'api-key-changed', {
    key: key.id,
    rev: key.rev,
    contact: key.contact.email,
    data: {
      what,
      label: key.label,
      federation,
      scopes,
      expiresOn: formatDay(new Date(key.expiresAt)),
      by: governor.name,
      reason,
    },
  })
}
