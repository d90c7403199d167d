import type { PayloadRequest, Where } from 'payload'
import { publicSince } from '../src/governance/public-window.ts'
import { now } from '../src/lib/clock.ts'
import { parisDay } from '../src/lib/dates.ts'
import { staff } from './actors.ts'

/** Confirmed mandates that have begun and are in force, or ended less than a year ago. */
export function publicMandates(): Where {
  const today = parisDay(now())
  return {
    and: [
      { confirmed: { equals: true } },
      { firstDay: { less_than_equal: today } },
      { or: [{ lastDay: { exists: false } }, { lastDay: { greater_than_equal: publicSince(today) } }] },
    ],
  }
}

/** All mandates for the team, the public ones for everybody. */
export const publicMandatesOrStaff = ({ req }: { req: PayloadRequest }): true | Where =>
  staff(req) ? true : publicMandates()
