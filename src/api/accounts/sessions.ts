import type { PayloadRequest } from 'payload'
import { unknownSession } from '../../accounts/errors.ts'
import { holderOf, type Holder } from '../../accounts/holder.ts'
import { endSession, endSessionsOf, liveSessionsOf } from '../../accounts/sessions.ts'
import { unitOfWork } from '../../db/unit-of-work.ts'
import { noteSecurityEvent } from '../../security/journal.ts'
import { endpoint, respond, signInFirst } from '../respond.ts'
import type { OwnEndpoint } from '../posting.ts'
import { sessionCookie } from './visitor.ts'

/** Whose session asks, and which one it is. @throws DomainError 401 `unauthorized` */
async function ownOf(req: PayloadRequest): Promise<Holder> {
  const holder = await holderOf(req)
  if (!holder) throw signInFirst()
  return holder
}

/** One's own sessions: which there are, how they end. Nobody sees or ends another's here. */
export const sessionEndpoints: OwnEndpoint[] = [
  {
    path: '/sessions',
    method: 'get',
    handler: endpoint(async ({ req }) => {
      const { user, sid } = await ownOf(req)
      const docs = (await liveSessionsOf(req.payload, user.id)).map(
        ({ id, label, ip, createdAt, lastSeenAt, endsAt }) => ({
          id,
          device: label ?? null,
          network: ip ?? null,
          since: createdAt,
          lastSeen: lastSeenAt,
          endsAt,
          current: id === sid,
        }),
      )
      return respond({ docs, totalDocs: docs.length })
    }),
  },
  {
    path: '/sessions/end-others',
    method: 'post',
    handler: endpoint(async ({ req, client, json }) => {
      const { user, sid } = await ownOf(req)
      await json()
      const ended = await unitOfWork(req.payload, async (unit) => {
        const count = await endSessionsOf(unit, user.id, { but: sid })
        await noteSecurityEvent(
          req.payload,
          { type: 'session-ended', account: user.id, by: user.id, ...client, data: { count } },
          unit.req,
        )
        return count
      })
      return respond({ message: 'Les autres sessions sont fermées.', ended })
    }),
  },
  {
    path: '/sessions/:id/end',
    method: 'post',
    handler: endpoint(async ({ req, client, param, json }) => {
      const { user, sid } = await ownOf(req)
      const id = param('id')
      await json()
      await unitOfWork(req.payload, async (unit) => {
        if (!(await endSession(unit, user.id, id))) throw unknownSession()
        await noteSecurityEvent(
          req.payload,
          { type: 'session-ended', account: user.id, by: user.id, ...client, data: { count: 1 } },
          unit.req,
        )
      })
      const answer = respond({ message: 'La session est fermée.' })
      if (id === sid) answer.headers.append('Set-Cookie', sessionCookie(req, null))
      return answer
    }),
  },
  {
    path: '/logout',
    method: 'post',
    handler: endpoint(async ({ req, client }) => {
      const { user, sid } = await ownOf(req)
      await unitOfWork(req.payload, async (unit) => {
        if (req.searchParams.get('allSessions') === 'true') await endSessionsOf(unit, user.id)
        else await endSession(unit, user.id, sid)
        await noteSecurityEvent(req.payload, { type: 'signed-out', account: user.id, by: user.id, ...client }, unit.req)
      })
      const answer = respond({ message: 'Vous êtes déconnecté.' })
      answer.headers.append('Set-Cookie', sessionCookie(req, null))
      // What the panel left in this browser; what is private is in no cache, and the cookie of the device gives no right.
      answer.headers.set('Clear-Site-Data', '"storage"')
      return answer
    }),
  },
  {
    // The panel asks for it from time to time. A session ends when it ends: signing in again begins another.
    path: '/refresh-token',
    method: 'post',
    handler: endpoint(async ({ req }) => {
      const { user, exp } = await ownOf(req)
      const seen = await req.payload.findByID({
        collection: 'users',
        id: user.id,
        depth: 0,
        overrideAccess: false,
        user: { ...user, collection: 'users' },
        disableErrors: true,
        req,
      })
      return respond({
        message: 'La session continue.',
        exp,
        user: seen ? { ...seen, collection: 'users', _strategy: 'staff-session' } : null,
        strategy: 'staff-session',
      })
    }),
  },
]
