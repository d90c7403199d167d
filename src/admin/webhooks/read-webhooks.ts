import { findAll } from '../../db/find.ts'
import { shownDelivery } from '../../federations/webhooks/webhook.ts'
import { formatDateTime } from '../../lib/dates.ts'
import { idOf } from '../../lib/ids.ts'
import { isJsonObject } from '../../lib/json-object.ts'
import { own } from '../../lib/own.ts'
import type { Webhook, WebhookDelivery } from '../../payload-types.ts'
import type { ActionGroups } from '../actions/model.ts'
import type { Fact } from '../fact.ts'
import { asReader, type Reader } from '../reader.ts'
import { ERRORS, WEBHOOKS } from './words.ts'

/** Deliveries that are shown of each address: the API lists all. */
const SHOWN = 25

type DeliveryLine = {
  id: string
  at: string
  what: string
  became: string
  attempts: string[]
  /** What may be done with it now; null where nothing is. */
  actions: ActionGroups | null
}

export type WebhookSection = { id: string; federation: string; url: string; facts: Fact[]; deliveries: DeliveryLine[] }

const moment = (at: string): string => formatDateTime(new Date(at))

/** The addresses that federations have told, the latest first, and the last deliveries to each. Whoever calls has asked whether the reader may. */
export async function readWebhooks(reader: Reader): Promise<WebhookSection[]> {
  const { payload } = reader
  const { docs } = await payload.find({ collection: 'webhooks', sort: '-createdAt', limit: 0, ...asReader(reader) })
  const members = await findAll({ payload }, 'members', {
    where: { id: { in: [...new Set(docs.map(({ member }) => idOf(member)))] } },
  })
  const names = new Map(members.map(({ id, legalName }) => [id, legalName]))
  return Promise.all(
    docs.map(async (webhook) => {
      const { docs: deliveries } = await payload.find({
        collection: 'webhook-deliveries',
        where: { webhook: { equals: webhook.id } },
        sort: '-createdAt',
        ...asReader(reader),
        limit: SHOWN,
      })
      return {
        id: webhook.id,
        federation: names.get(idOf(webhook.member)) ?? '',
        url: webhook.url,
        facts: factsOf(webhook),
        deliveries: deliveries.map((each) => lineOf(webhook, each)),
      }
    }),
  )
}

function factsOf({ url, state, events, disabledReason, failingSince }: Webhook): Fact[] {
  return [
    { label: WEBHOOKS.url, value: url },
    { label: WEBHOOKS.state, value: WEBHOOKS.states[state] },
    ...(disabledReason ? [{ label: WEBHOOKS.reason, value: WEBHOOKS.reasons[disabledReason] }] : []),
    ...(failingSince ? [{ label: WEBHOOKS.failing, value: moment(failingSince) }] : []),
    { label: WEBHOOKS.events, value: events?.length ? events.join(', ') : WEBHOOKS.all },
  ]
}

function lineOf({ state }: Webhook, delivery: WebhookDelivery): DeliveryLine {
  const { id, type, status, lastError, createdAt, nextAttemptAt, attempts, body } = shownDelivery(delivery)
  const became = [
    WEBHOOKS.statuses[status],
    ...(lastError === null ? [] : [inWords(lastError)]),
    ...(nextAttemptAt === null ? [] : [WEBHOOKS.next(moment(nextAttemptAt))]),
  ]
  return {
    id,
    at: moment(createdAt),
    what: [type, ...referenceIn(body)].join(' · '),
    became: became.join('\u202f; '),
    attempts: attempts.map(({ at, status: answered, error, milliseconds }) =>
      WEBHOOKS.attempt(
        moment(at),
        answered === null ? inWords(error ?? '') : WEBHOOKS.answered(answered),
        milliseconds,
      ),
    ),
    actions: state === 'enabled' && status !== 'sending' ? sendingAgain(id) : null,
  }
}

const referenceIn = (body: unknown): string[] => {
  const data = isJsonObject(body) ? body['data'] : null
  return isJsonObject(data) && typeof data['reference'] === 'string' ? [data['reference']] : []
}

const inWords = (error: string): string => {
  const [, status] = /^http-(\d+)$/.exec(error) ?? []
  return status === undefined ? (own(ERRORS, error) ?? error) : WEBHOOKS.answered(Number(status))
}

const sendingAgain = (id: string): ActionGroups => ({
  main: null,
  others: [
    {
      name: 'send-again',
      url: `/api/webhook-deliveries/${id}/send-again`,
      button: WEBHOOKS.again,
      title: WEBHOOKS.againTitle,
      consequence: WEBHOOKS.againConsequence,
      confirm: WEBHOOKS.again,
      done: WEBHOOKS.againDone,
      fields: [],
    },
  ],
  record: [],
})
