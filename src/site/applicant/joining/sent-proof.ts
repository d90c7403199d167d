import { readSigned, signed } from '../../../lib/signed.ts'

/** The query parameter by which the page of thanks knows that an application was sent. */
export const SENT_PROOF = 'recu'

/** Milliseconds for which the page of thanks says to which addresses the e-mails went: they are somebody's. */
const SHOWN_FOR = 60 * 60_000

const purposeOf = (reference: string): string => `joined:${reference}`

/** The proof that an application was sent, and when, so that nobody's made-up reference is thanked for. */
export const sentProof = (secret: string, reference: string, at: Date): string =>
  `${SENT_PROOF}=${signed(secret, purposeOf(reference), String(at.getTime()))}`

/** Reads what {@link sentProof} wrote of a reference; null for anything else. */
export function readSentProof(
  secret: string,
  reference: string,
  proof: unknown,
  now: Date,
): { isRecent: boolean } | null {
  const time = typeof proof === 'string' ? readSigned(secret, purposeOf(reference), proof) : null
  return time === null ? null : { isRecent: now.getTime() - Number(time) < SHOWN_FOR }
}
