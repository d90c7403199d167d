import type { ServerProps } from 'payload'
import { panelLink } from '../panel-link.tsx'
import { officeOfReader } from './read-accounts.ts'
import { ACCOUNTS, ACCOUNTS_PATH } from './words.ts'

/** The way to the accounts, for those who give rights by two. */
export const AccountsLink = (props: ServerProps) =>
  panelLink(props, {
    title: ACCOUNTS.title,
    path: ACCOUNTS_PATH,
    mayRead: async (reader) => (await officeOfReader(reader)) !== null,
  })
