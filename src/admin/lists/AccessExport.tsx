import type { ServerProps } from 'payload'
import { holdsRole } from '../../governance/roles.ts'
import { ACCESS } from './words.ts'

/** The form by which the secretariat takes everything that is kept of somebody, by their e-mail address. */
export function AccessExport({ user }: ServerProps) {
  if (user?.collection !== 'users' || !holdsRole(user, 'secretariat')) return null
  return (
    <form className="list-on-day" method="get" action="/api/people/access">
      <label htmlFor="access-email">{ACCESS.label}</label>
      <input id="access-email" type="email" name="email" required autoComplete="off" />
      <button type="submit" className="btn btn--style-secondary btn--size-small">
        {ACCESS.take}
      </button>
    </form>
  )
}
