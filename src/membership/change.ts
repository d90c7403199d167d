import { isDay, type Day } from '../lib/dates.ts'
import { isMemberStatus, type MemberStatus } from './statuses.ts'

/** The paper signature that a member entered by hand rests on. */
export type PaperSignature = {
  /** Id of the charter version. */
  charterVersion: string
  /** Name of who signed. */
  signatory: string
  signedOn: Day
  /** The scan among the attachments, and the SHA-256 of its bytes. */
  scan: { attachment: string; sha256: string } | null
}

/** A change of a member's record that waits for a second person. */
export type MemberChange =
  | { kind: 'entry'; signature: PaperSignature }
  | { kind: 'status'; status: MemberStatus; day: Day }

/** Reads a stored proposal back. */
export function isMemberChange(value: unknown): value is MemberChange {
  if (typeof value !== 'object' || value === null) return false
  const { kind, signature, status, day }: Record<string, unknown> = Object.fromEntries(Object.entries(value))
  if (kind === 'status') return isMemberStatus(status) && isDay(day)
  return kind === 'entry' && isPaperSignature(signature)
}

function isPaperSignature(value: unknown): value is PaperSignature {
  if (typeof value !== 'object' || value === null) return false
  const { charterVersion, signatory, signedOn, scan }: Record<string, unknown> = Object.fromEntries(
    Object.entries(value),
  )
  const scanned =
    scan === null ||
    (typeof scan === 'object' &&
      'attachment' in scan &&
      typeof scan.attachment === 'string' &&
      'sha256' in scan &&
      typeof scan.sha256 === 'string')
  return typeof charterVersion === 'string' && typeof signatory === 'string' && isDay(signedOn) && scanned
}
