import { findById } from '../../db/find.ts'
import { unitOfWork } from '../../db/unit-of-work.ts'
import { DomainError } from '../../lib/errors.ts'
import { oweAgain } from '../../record/messages.ts'
import { wakeSender } from '../../record/wake.ts'
import { exportEndpoint } from '../exports/export-endpoint.ts'
import { clerkOf, NOTHING } from '../governance/secretariat-endpoint.ts'
import { posting, type OwnEndpoint } from '../posting.ts'
import { respond } from '../respond.ts'
import { messageAndSome } from '../description/answer-shapes.ts'
import { saying } from '../description/said.ts'

const unknownMessage = () =>
  new DomainError('NotFound', 'unknown-message', 404, {
    fr: 'Ce courriel n’existe pas.',
    en: 'There is no such e-mail.',
  })

const notFailed = (status: string) =>
  new DomainError(
    'Conflict',
    'not-failed',
    409,
    {
      fr: 'Ce courriel n’est pas en échec\u00a0: il est parti, ou partira sans que vous ayez rien à faire.',
      en: 'This e-mail has not failed: it has left, or will without your doing anything.',
    },
    { extra: { status } },
  )

const superseded = () =>
  new DomainError('Conflict', 'link-superseded', 409, {
    fr: 'Le lien de ce courriel n’ouvre plus rien\u00a0: envoyez un nouveau lien depuis le dossier.',
    en: 'The link of this e-mail opens nothing any more: send a new link from the file.',
  })

const AGAIN = { fr: 'Le courriel repart dans un instant.', en: 'The e-mail leaves again in a moment.' }

/** `POST /api/messages/:id/send-again`: the secretariat has an e-mail sent that was given up. The list is `GET /api/messages?where[status][equals]=failed`. */
const sendAgain = posting('/:id/send-again', NOTHING, async ({ body, ...ask }) => {
  clerkOf(ask)
  const { payload } = ask.req
  const id = ask.param('id')
  const row = await findById({ payload }, 'messages', id)
  if (!row) throw unknownMessage()
  await body()
  if (row.status !== 'failed') throw notFailed(row.status)
  if (row.lastError === 'superseded') throw superseded()
  if (!(await unitOfWork(payload, (unit) => oweAgain(unit, id)))) throw notFailed('owed')
  wakeSender(payload)
  return respond({ message: AGAIN[ask.language], doc: { id, status: 'owed' } })
})

export const messageEndpoints: OwnEndpoint[] = [
  exportEndpoint('messages'),
  saying(sendAgain, { by: ['secretariat'], answer: messageAndSome() }),
]
