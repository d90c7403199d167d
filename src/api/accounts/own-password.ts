import { addDataAndFileToRequest, addLocalesToRequestFromData, type PayloadHandler, type PayloadRequest } from 'payload'
import { staff } from '../../../access/actors.ts'
import { ownPassword, setOwnPassword } from '../../accounts/change-password.ts'
import { claimsShown } from '../../accounts/session-strategy.ts'
import { clientOf } from '../../lib/caller.ts'
import { OF_PASSWORDS } from '../document-sent.ts'
import type { OwnEndpoint } from '../posting.ts'
import { respond } from '../respond.ts'

/**
 * Changes an account as Payload does, but for one's own password, which is proved and hashed before any transaction is
 * open and stored in a unit of work of its own, after whatever else was sent. Not wrapped as ours: the gate looks at the
 * document that is sent, as it does for Payload's own.
 */
const change: PayloadHandler = async (req) => {
  await addDataAndFileToRequest(req)
  addLocalesToRequestFromData(req)
  const user = staff(req)
  const { payload, data = {} } = req
  const { password, currentPassword, code } = data
  if (!user || req.routeParams?.['id'] !== user.id || typeof password !== 'string' || password === '')
    return asPayloadDoes(req)
  const hashed = await ownPassword(payload, user, { password, proof: { currentPassword, code } })
  const rest = Object.fromEntries(Object.entries(data).filter(([name]) => !OF_PASSWORDS.some((each) => each === name)))
  req.data = rest
  const answer = Object.keys(rest).length > 0 ? await asPayloadDoes(req) : null
  if (answer && !answer.ok) return answer
  await setOwnPassword(payload, user, { hashed, sid: claimsShown(payload, req.headers)?.sid ?? null, ...clientOf(req) })
  if (answer) return answer
  const doc = await payload.findByID({ collection: 'users', id: user.id, user, overrideAccess: false, depth: 0 })
  return respond({ doc, message: req.t('general:updatedSuccessfully') })
}

/** Leads on to the endpoint that this one stands before. What was sent has been read into `data`, and is not read again. */
async function asPayloadDoes(req: PayloadRequest): Promise<Response> {
  const endpoints = req.payload.collections.users.config.endpoints || []
  const next = endpoints.find(
    ({ path, method, handler }) => path === '/:id' && method === 'patch' && handler !== change,
  )
  if (!next) throw new Error('Payload has no endpoint to change an account')
  Object.defineProperty(req, 'body', { value: null, configurable: true })
  return next.handler(req)
}

/** `PATCH /api/users/:id`. */
export const ownPasswordEndpoint: OwnEndpoint = { path: '/:id', method: 'patch', handler: change }
