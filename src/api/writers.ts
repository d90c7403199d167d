import { createLocalReq, executeAuthStrategies, type Access, type Payload } from 'payload'
import { keyHolder } from '../federations/key-in-use.ts'
import { DomainError, isDomainError } from '../lib/errors.ts'
import { refusalOfLink } from './adhesions/link-shown.ts'
import { FORBIDDEN } from './errors-catalogue.ts'
import { refusalOfPreference } from './preferences.ts'
import { signInFirst } from './respond.ts'
import type { ApiRoute } from './route-table.ts'

/** What anybody may send to: signing in and out, and a new password. */
export const OPEN_TO_ANYBODY: ReadonlySet<string> = new Set([
  '/login',
  '/logout',
  '/refresh-token',
  '/forgot-password',
  '/reset-password',
])

const forbidden = () => new DomainError('Forbidden', 'forbidden', 403, FORBIDDEN)

type Asked = {
  payload: Payload
  route: ApiRoute
  method: string
  headers: Headers
  /** Whether what is sent is a form that may hold files. */
  isForm: boolean
}

/**
 * Who may not write at an address is told so before a byte of what is sent is read: 401 for nobody, 403 for staff
 * whose account may not. Endpoints of ours ask by themselves; files they take from staff alone, but where anybody may send some.
 * @returns null where the writer may go on; Payload asks again, of the record itself
 */
export async function refusalOfWriter({ payload, route, method, headers, isForm }: Asked): Promise<DomainError | null> {
  // Who shows a link is known by it, and asked by the endpoint; here only before files are read.
  if (route.schemes.includes('Link')) return isForm ? refusalOfLink({ payload, headers }) : null
  if (route.formsOfAnybody) return isForm ? refusalOfKey(payload, headers) : null
  const open = route.own || (Boolean(route.collection?.auth) && OPEN_TO_ANYBODY.has(route.path))
  if (open && !isForm) return null
  const { user } = await executeAuthStrategies({ headers, payload })
  if (user?.collection !== 'users') return signInFirst()
  if (open) return null
  const ofPreference = await refusalOfPreference(payload, route, method, route.key, user.id)
  if (ofPreference) return ofPreference
  const access = rightNeeded(route, method)
  if (!access) return null
  const req = await createLocalReq({ user, req: { headers } }, payload)
  return (await access({ req, ...(route.id === undefined ? {} : { id: route.id }) })) ? null : forbidden()
}

/** Why the key that is shown opens nothing; null where it does, and where none is shown. */
const refusalOfKey = (payload: Payload, headers: Headers): Promise<DomainError | null> =>
  keyHolder(payload, { headers }, null).then(
    () => null,
    (error: unknown) => {
      if (isDomainError(error)) return error
      throw error
    },
  )

/** The rule that decides who writes at a route; null where being of the staff is enough to be asked more. */
export function rightNeeded(
  { collection, global, path }: Pick<ApiRoute, 'collection' | 'global' | 'path'>,
  method: string,
): Access | null {
  if (global) return path === '/access' ? null : global.access.update
  if (!collection) return null
  const { access } = collection
  if (path === '/unlock') return access.unlock ?? null
  if (path === '/:id/duplicate') return access.create
  if (path === '/versions/:id') return access.update
  if (path !== '/' && path !== '/:id') return null
  return method === 'POST' ? access.create : method === 'DELETE' ? access.delete : access.update
}
