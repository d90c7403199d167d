import type { Fault } from '../../lib/errors.ts'
import { type Address, type Declaration, KINDS } from '../declaration-types.ts'
import { NOT_AN_OBJECT, NOTICE_UNREAD } from './flaws.ts'
import { type Findings, isObject, ObjectReader, withoutAbsent } from './object-reader.ts'
import { readOrganisation } from './read-organisation.ts'
import { readContact, readRepresentative } from './read-people.ts'

export type ParsedDeclaration =
  | { ok: true; declaration: Declaration; warnings: Fault[] }
  | { ok: false; faults: Fault[] }

/** What an adhesion holds that only its own course may set. */
const NOT_SETTABLE = [
  ...['id', '_id', '_status', 'createdAt', 'updatedAt', 'deletedAt', 'title', 'reference'],
  ...['status', 'rev', 'slot', 'identifierKey', 'searchKey', 'everSubmitted', 'enteredStateAt', 'endedAt', 'openedBy'],
  ...['representativeEmailKey', 'contactEmailKey', 'privacyNoticeVersion', 'charterVersion', 'warnings'],
  ...['signature', 'signedAt', 'linkSentAt', 'expiryNoticeAt', 'claimedBy', 'claimedAt', 'powerToBind'],
  ...[
    'round',
    'ballot',
    'decidedOn',
    'decision',
    'member',
    'refusal',
    'closeReason',
    'reopenAgreement',
    'anonymisedAt',
  ],
]

const MOTIVATION = { max: 5000, lines: 'several' } as const

/**
 * Reads what an applicant declares. Everything wrong is told at once, in the order of the shape; a field that
 * does not exist or is not a caller's to set is refused by name (`unknown-field`, `not-settable`). Warnings
 * are questions for the secretariat and refuse nothing. `settled` is an address whose region was told before:
 * as long as it stays the same the region is not asked again.
 */
export function parseDeclaration(body: unknown, settled?: Address): ParsedDeclaration {
  if (!isObject(body)) return { ok: false, faults: [{ path: '', ...NOT_AN_OBJECT }] }
  const findings: Findings = { faults: [], warnings: [] }
  const reader = new ObjectReader(body, '', findings)
  const kind = reader.choice('kind', KINDS)
  const organisation = readOrganisation(reader.part('organisation'), {
    asMember: reader.value('kind') === 'member',
    settled,
  })
  const representative = readRepresentative(reader.part('representative'), organisation)
  const contact = reader.optionalPart('contact')
  const declaration: Declaration = {
    kind,
    organisation,
    representative,
    contact: contact && readContact(contact, organisation),
    motivation: reader.optionalText('motivation', MOTIVATION),
    privacyNoticeRead: true,
  }
  if (reader.value('privacyNoticeRead') !== true) reader.refuse('privacyNoticeRead', NOTICE_UNREAD)
  reader.refuseOthers(NOT_SETTABLE)
  const { faults, warnings } = findings
  return faults.length > 0 ? { ok: false, faults } : { ok: true, declaration: withoutAbsent(declaration), warnings }
}
