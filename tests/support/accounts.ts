import type { Payload } from 'payload'
import { settingsOf } from '../../src/lib/settings.ts'
import { passwordToken } from '../../src/security/password-link.ts'

/** The token that the latest e-mail to an account carries: it is made when the e-mail is sent, and stored nowhere. */
export async function passwordTokenOf(payload: Payload, account: string): Promise<string> {
  const { passwordLinks } = await payload.findByID({
    collection: 'users',
    id: account,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
  })
  return passwordToken(settingsOf(payload).TOKEN_SECRET, { account, version: passwordLinks ?? 0 })
}
