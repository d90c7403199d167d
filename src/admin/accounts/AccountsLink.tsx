import type { ServerProps } from 'payload'
import { readerFor } from '../reader.ts'
import { officeOfReader } from './read-accounts.ts'
import { ACCOUNTS, ACCOUNTS_PATH } from './words.ts'

/** The way to the accounts, for those who give rights by two. */
export async function AccountsLink({ payload, user }: ServerProps) {
  const reader = await readerFor(payload, user)
  if (!reader || (await officeOfReader(reader)) === null) return null
  return (
    <a className="nav__link" href={ACCOUNTS_PATH}>
      <span className="nav__link-label">{ACCOUNTS.title}</span>
    </a>
  )
}
