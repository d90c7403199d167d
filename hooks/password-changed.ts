import type { CollectionAfterChangeHook } from 'payload'
import { tellPasswordChanged } from '../src/accounts/notices.ts'
import { endSessionsOf } from '../src/accounts/sessions.ts'
import type { User } from '../src/payload-types.ts'
import { noteSecurityEvent } from '../src/security/journal.ts'
import { asUseCase } from './as-use-case.ts'

/** Says in a request's context that a password changes: the session that asks goes on. */
export const PASSWORD_CHANGED = 'cpofPasswordChanged'

/** Whoever changes a password is signed in nowhere else any more, and its holder is told. */
export const passwordChanged: CollectionAfterChangeHook<User> = async ({ context, doc, operation, req }) => {
  const sid = context[PASSWORD_CHANGED]
  if (operation !== 'update' || sid === undefined) return
  delete context[PASSWORD_CHANGED]
  const unit = asUseCase(req)
  await endSessionsOf(unit, doc.id, typeof sid === 'string' ? { but: sid } : {})
  await tellPasswordChanged(unit, doc)
  await noteSecurityEvent(req.payload, { type: 'password-changed', account: doc.id, by: doc.id, ip: req.headers.get('x-cpof-ip'), userAgent: req.headers.get('user-agent') }, req)
}
