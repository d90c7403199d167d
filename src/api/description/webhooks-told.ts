import { WEBHOOK_BODY } from '../federations/webhook-answers.ts'
import type { Language } from '../language.ts'
import { fromZod } from './from-zod.ts'
import type { OpenApi, Parameter } from './openapi.ts'

const header = (name: string, description: string): Parameter => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})

const SUMMARY = {
  fr: 'Une demande déposée par le réseau a changé d’état',
  en: 'An application of the federation stands elsewhere',
} as const

/** What is posted to the webhooks of federations (OpenAPI 3.1, Webhooks). */
export const webhooksTold = (language: Language): OpenApi['webhooks'] => ({
  'adhesion-state': {
    post: {
      operationId: 'onAdhesionState',
      summary: SUMMARY[language],
      description:
        'By Standard Webhooks. Verify the signature by the raw body, then go by `webhook-id` and `timestamp`.',
      tags: ['webhooks'],
      security: [],
      parameters: [
        header('webhook-id', 'The event, the same at each attempt.'),
        header('webhook-timestamp', 'When this attempt left, in seconds since 1970.'),
        header('webhook-signature', '`v1,` and the base64 of HMAC-SHA-256, one for each secret, with spaces between.'),
      ],
      requestBody: { required: true, content: { 'application/json': { schema: fromZod(WEBHOOK_BODY, 'output') } } },
      responses: {
        '2XX': { description: 'Taken.' },
        410: { description: 'The webhook is disabled at once.' },
        default: { description: 'Failed: it comes again, for three days.' },
      },
    },
  },
})
