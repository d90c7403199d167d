import type { Payload, PayloadRequest, Where } from 'payload'
import type { z } from 'zod'
import { staff } from '../../../access/actors.ts'
import { secretariatOrAdmin } from '../../../access/secretariat-or-admin.ts'
import { wrongActor } from '../../adhesion/lifecycle/errors.ts'
import { EVENT_TYPES } from '../../adhesion/lifecycle/state-events.ts'
import { findById } from '../../db/find.ts'
import { keyHolder, type KeyHolder } from '../../federations/key-in-use.ts'
import { enableWebhook, revokeWebhook, rotateSecret } from '../../federations/webhooks/change.ts'
import { unknownWebhook } from '../../federations/webhooks/errors.ts'
import { testWebhook } from '../../federations/webhooks/owe-event.ts'
import { registerWebhook } from '../../federations/webhooks/register.ts'
import { deliveryInQuestion, sendAgain } from '../../federations/webhooks/send-again.ts'
import { shownDelivery, shownWebhook, webhookOf } from '../../federations/webhooks/webhook.ts'
import { choice, fields, optional, optionalList, parsed, text } from '../../input/fields.ts'
import { issueAt, refused } from '../../input/issue.ts'
import { LENGTHS } from '../../input/lengths.ts'
import { readOrRefuse } from '../../input/read.ts'
import type { Webhook } from '../../payload-types.ts'
import { saying, type Said } from '../description/said.ts'
import { badQuery } from '../gate-refusals.ts'
import { NOTHING } from '../governance/secretariat-endpoint.ts'
import { posting, postingSecret, type OwnEndpoint, type Posted } from '../posting.ts'
import { readingByKey } from '../reading-by-key.ts'
import { endpoint, respond, signInFirst, type Ask } from '../respond.ts'
import { ANSWERS } from './webhook-answers.ts'

const ASKED = fields({ url: text(LENGTHS.url), events: optionalList(choice(EVENT_TYPES)) })

const MOST_PAGES = 100_000
const MOST_ON_A_PAGE = 100
const ON_A_PAGE = 10
const numberUpTo = (most: number) =>
  parsed(6, (given) =>
    /^[1-9]\d*$/.test(given) && Number(given) <= most ? { value: Number(given) } : refused('not-a-number'),
  )
const PAGING = fields({ limit: optional(numberUpTo(MOST_ON_A_PAGE)), page: optional(numberUpTo(MOST_PAGES)) })

function pagingAsked({ query }: Pick<PayloadRequest, 'query'>): { limit: number; page: number } {
  const { limit, page } = readOrRefuse(PAGING, { limit: query['limit'], page: query['page'] })
  return { limit: limit?.value ?? ON_A_PAGE, page: page?.value ?? 1 }
}

/** Who shows a key that is good for webhooks. @throws DomainError 401, 403 `scope-missing` */
async function holderIn({ req }: Pick<Ask, 'req'>): Promise<KeyHolder> {
  const holder = await keyHolder(req.payload, req, 'webhooks')
  if (!holder) throw signInFirst()
  return holder
}

/** The federation that asks, or null for the secretariat and administrators. @throws DomainError 401, 403 */
async function memberOrStaff({ req }: Pick<Ask, 'req'>): Promise<string | null> {
  const holder = await keyHolder(req.payload, req, 'webhooks')
  if (holder) return holder.member
  if (!staff(req)) throw signInFirst()
  if (!secretariatOrAdmin({ req })) throw wrongActor()
  return null
}

const BY_KEY = ['Key']
const BY_KEY_OR_STAFF = ['JWT', 'Key']

/** An endpoint with the schemes by which it knows who asks, and what it says of itself. */
const shownTo = (schemes: readonly string[], each: OwnEndpoint, said: Said): OwnEndpoint =>
  saying({ ...each, custom: { ...each.custom, schemes } }, { by: ['secretariat', 'admin'], ...said })

type On = { payload: Payload; holder: KeyHolder; id: string }

/** Who asks, then the webhook, then the body. @throws DomainError 401, 403, 404, 400 */
async function asked<Schema extends z.ZodType>({ req, param, body }: Posted<Schema>): Promise<On> {
  const holder = await holderIn({ req })
  const id = param('id')
  await webhookOf({ payload: req.payload }, holder.member, id)
  await body()
  return { payload: req.payload, holder, id }
}

const KEEP_IT = 'Le secret ne sera plus jamais montré\u00a0: gardez-le comme un mot de passe.'
const answered = (message: string, webhook: Webhook, more: object = {}): object => ({
  message,
  doc: shownWebhook(webhook),
  ...more,
})

const register = postingSecret('/', ASKED, async ({ body, ...ask }) => {
  const holder = await holderIn(ask)
  const { webhook, secret } = await registerWebhook(ask.req.payload, { ...(await body()), holder })
  return respond(answered(`L’adresse est notifiée. ${KEEP_IT}`, webhook, { secret }), 201)
})

const rotate = postingSecret('/:id/rotate-secret', NOTHING, async (posted) => {
  const { payload, ...on } = await asked(posted)
  const { webhook, secret } = await rotateSecret(payload, on)
  return respond(answered(`Pendant un jour, l’ancien secret signe aussi. ${KEEP_IT}`, webhook, { secret }))
})

const enable = posting('/:id/enable', NOTHING, async (posted) => {
  const { payload, ...on } = await asked(posted)
  return respond(answered('L’adresse est à nouveau notifiée.', await enableWebhook(payload, on)))
})

const revoke = posting('/:id/revoke', NOTHING, async (posted) => {
  const { payload, ...on } = await asked(posted)
  return respond(answered('L’adresse n’est plus notifiée.', await revokeWebhook(payload, on)))
})

const AGAIN = { fr: 'La notification part dans un instant.', en: 'It leaves in a moment.' }

const test = posting('/:id/test', NOTHING, async (posted) => {
  const { payload, ...on } = await asked(posted)
  return respond({ message: AGAIN[posted.language], doc: shownDelivery(await testWebhook(payload, on)) })
})

const deliveries: OwnEndpoint = {
  path: '/:id/deliveries',
  method: 'get',
  custom: { query: PAGING },
  handler: endpoint(async ({ req, param }) => {
    const member = await memberOrStaff({ req })
    const { payload } = req
    const id = param('id')
    if (member !== null) await webhookOf({ payload }, member, id)
    else if (!(await findById({ payload }, 'webhooks', id))) throw unknownWebhook()
    const { docs, ...paging } = await payload.find({
      collection: 'webhook-deliveries',
      where: { webhook: { equals: id } },
      sort: '-createdAt',
      depth: 0,
      overrideAccess: true,
      ...pagingAsked(req),
    })
    return respond({ docs: docs.map(shownDelivery), ...paging })
  }),
}

const again = posting('/:id/send-again', NOTHING, async ({ body, ...ask }) => {
  const member = await memberOrStaff(ask)
  const { payload } = ask.req
  const wanted = { id: ask.param('id'), member }
  await deliveryInQuestion({ payload }, wanted)
  await body()
  return respond({ message: AGAIN[ask.language], doc: shownDelivery(await sendAgain(payload, wanted)) })
})

const reading = readingByKey('webhooks', 'webhooks')

/** What a federation that reads its webhooks may ask for: pages. @throws DomainError 400 `bad-query` */
function refuseOtherThanPages({ query }: Pick<PayloadRequest, 'query'>): void {
  const others = Object.keys(query).filter((name) => !['limit', 'page', 'depth', 'locale'].includes(name))
  if (others.length > 0) throw badQuery(others.map((name) => issueAt(name, 'not-possible')))
}

/**
 * `POST /api/webhooks`, `/:id/rotate-secret`, `/:id/enable`, `/:id/revoke`, `/:id/test` for a federation; `GET` lists, and
 * `/:id/deliveries`, for the secretariat too.
 */
export const webhookEndpoints: OwnEndpoint[] = [
  shownTo(BY_KEY, register, {
    status: 201,
    answer: ANSWERS.secret,
    refusals: { 400: ['invalid'], 409: ['webhook-exists', 'too-many-webhooks'] },
  }),
  shownTo(BY_KEY, rotate, { answer: ANSWERS.secret, refusals: { 409: ['webhook-revoked'] } }),
  shownTo(BY_KEY, enable, { answer: ANSWERS.webhook, refusals: { 409: ['webhook-revoked'] } }),
  shownTo(BY_KEY, revoke, { answer: ANSWERS.webhook, refusals: { 409: ['webhook-revoked'] } }),
  shownTo(BY_KEY, test, { answer: ANSWERS.delivery, refusals: { 409: ['webhook-disabled'] } }),
  shownTo(BY_KEY_OR_STAFF, deliveries, { answer: ANSWERS.deliveries }),
  reading('/', async (req, { member }) => {
    refuseOtherThanPages(req)
    const where: Where = { member: { equals: member } }
    const { docs, ...paging } = await req.payload.find({
      collection: 'webhooks',
      where,
      sort: '-createdAt',
      limit: Number(req.searchParams.get('limit') ?? ON_A_PAGE),
      page: Number(req.searchParams.get('page') ?? 1),
      depth: 0,
      overrideAccess: true,
    })
    return { docs: docs.map(shownWebhook), ...paging }
  }),
  // Payload's own stands behind `/:id`, which would take it for a name.
  reading('/count', async (req, { member }) => {
    refuseOtherThanPages(req)
    return req.payload.count({ collection: 'webhooks', where: { member: { equals: member } }, overrideAccess: true })
  }),
  reading('/:id', async (req, { member }) => {
    const id = req.routeParams?.['id']
    return shownWebhook(await webhookOf({ payload: req.payload }, member, typeof id === 'string' ? id : ''))
  }),
]

/** `POST /api/webhook-deliveries/:id/send-again`, for the federation and the secretariat. */
export const deliveryEndpoints: OwnEndpoint[] = [
  shownTo(BY_KEY_OR_STAFF, again, {
    answer: ANSWERS.delivery,
    refusals: { 404: ['unknown-delivery'], 409: ['webhook-disabled', 'delivery-under-way'] },
  }),
]
