import { z } from 'zod'
import { EVENT_TYPES } from '../../adhesion/lifecycle/state-events.ts'
import { STATES } from '../../adhesion/lifecycle/states.ts'
import { MESSAGE } from '../description/answer-shapes.ts'

const moment = () => z.iso.datetime()

const WEBHOOK = z.object({
  id: z.string(),
  url: z.url(),
  events: z.array(z.enum(EVENT_TYPES)),
  state: z.enum(['enabled', 'disabled', 'revoked']),
  disabledReason: z.enum(['failures', 'gone']).nullable(),
  disabledAt: moment().nullable(),
  failingSince: moment().nullable(),
  createdAt: moment(),
})

const OF_FILE = z.object({
  id: z.string(),
  reference: z.string(),
  kind: z.enum(['member', 'partner']),
  state: z.enum(STATES),
})

/** What is posted to a webhook. */
export const WEBHOOK_BODY = z.object({
  type: z.enum([...EVENT_TYPES, 'webhook.test']),
  timestamp: moment(),
  data: z.union([OF_FILE, z.object({ webhook: z.string() })]),
})

const DELIVERY = z.object({
  id: z.string(),
  event: z.string().describe('The `webhook-id`, the same at each attempt.'),
  type: z.string(),
  status: z.enum(['owed', 'sending', 'sent', 'failed']),
  lastError: z.string().nullable(),
  createdAt: moment(),
  sentAt: moment().nullable(),
  nextAttemptAt: moment().nullable(),
  attempts: z.array(
    z.object({
      at: moment(),
      milliseconds: z.int(),
      status: z.int().nullable(),
      error: z.string().nullable(),
    }),
  ),
  body: WEBHOOK_BODY,
})

/** What is answered of webhooks, by what was asked. */
export const ANSWERS = {
  webhook: MESSAGE.extend({ doc: WEBHOOK }),
  secret: MESSAGE.extend({ doc: WEBHOOK, secret: z.string().describe('`whsec_` and base64; shown once.') }),
  delivery: MESSAGE.extend({ doc: DELIVERY }),
  deliveries: z.looseObject({ docs: z.array(DELIVERY), totalDocs: z.int(), page: z.int() }),
} as const
