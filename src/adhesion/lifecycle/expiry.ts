import { addParisDays, parisDay, type Day } from '../../lib/dates.ts'
import type { Adhesion } from '../../payload-types.ts'

/** Days a file waits for its signature, counted from its last entry into that state. */
export const SIGNATURE_DAYS = 60

/** Days before the end at which everybody is told. */
export const NOTICE_DAYS = 14

/** The moment at which a file that was never signed expires. */
export const expiresAt = ({ enteredStateAt }: Pick<Adhesion, 'enteredStateAt'>): Date =>
  addParisDays(new Date(enteredStateAt), SIGNATURE_DAYS)

/** The day on which that moment lies. */
export const expiryDay = (adhesion: Pick<Adhesion, 'enteredStateAt'>): Day => parisDay(expiresAt(adhesion))

/** The moment from which the coming end is announced. */
export const noticeAt = (adhesion: Pick<Adhesion, 'enteredStateAt'>): Date =>
  addParisDays(expiresAt(adhesion), -NOTICE_DAYS)
