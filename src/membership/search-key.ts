import { fold } from '../lib/fold.ts'

/** Legal name and acronym in the form in which members are searched and sorted. */
export function searchKeyOf(legalName: unknown, acronym: unknown): string {
  return fold([legalName, acronym].filter((part) => typeof part === 'string').join(' '))
}
