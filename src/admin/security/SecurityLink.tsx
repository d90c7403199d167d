import type { ServerProps } from 'payload'
import { securityReaders } from '../../../access/security-readers.ts'
import { readerFor } from '../reader.ts'
import { SECURITY, SECURITY_PATH } from './words.ts'

/** The way to the security journal, for who may read it. */
export async function SecurityLink({ payload, user }: ServerProps) {
  const reader = await readerFor(payload, user)
  if (!reader || !(await securityReaders(reader))) return null
  return (
    <a className="nav__link" href={SECURITY_PATH}>
      <span className="nav__link-label">{SECURITY.title}</span>
    </a>
  )
}
