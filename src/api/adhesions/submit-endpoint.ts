import type { Endpoint } from 'payload'
import { parseDeclaration } from '../../adhesion/declaration/parse-declaration.ts'
import { DECLARATION } from '../../adhesion/declaration/schema.ts'
import { SUBMIT, submit } from '../../adhesion/actions/submit.ts'
import { keyHolder } from '../../federations/key-in-use.ts'
import { invalidInput } from '../../input/issue.ts'
import { formatDateTime } from '../../lib/dates.ts'
import { endpoint, respond } from '../respond.ts'
import { byStatus } from './said-of-action.ts'
import { z } from 'zod'
import { CHARTER, MESSAGE } from '../description/answer-shapes.ts'
import type { Said } from '../description/said.ts'

/** Who sends the same again so soon has lost the answer. */
const A_MINUTE = 60_000

const RECEIVED = {
  fr: 'La demande est enregistrée. Le représentant reçoit par courriel le lien pour lire et signer la charte.',
  en: 'The application is registered. The representative receives by e-mail the link to read and sign the charter.',
}

/** Where an e-mail that was promised has to wait. */
const LATER = {
  fr: (until: Date) =>
    `Beaucoup de courriels ont été demandés vers cette adresse ou depuis votre réseau\u00a0: ce qui reste à envoyer partira le ${formatDateTime(until)}.`,
  en: (until: Date) =>
    `Many e-mails were asked for to this address or from your network: what remains to be sent leaves at ${until.toISOString()}.`,
}

const SAYS: Said = {
  summary: { fr: 'Déposer une demande d’adhésion', en: 'Apply for membership' },
  by: ['anybody'],
  status: 201,
  answer: MESSAGE.extend({
    doc: z.looseObject({
      id: z.string(),
      reference: z.string(),
      status: z.literal('awaiting-signature'),
      charterVersion: CHARTER,
    }),
    mailWaitsUntil: z.string().optional(),
  }),
  refusals: byStatus(SUBMIT.refusals ?? []),
}

/** `POST /api/adhesions`: anybody applies, a federation by its key. The answer holds nothing but what the caller may know already. */
export const submitEndpoint: Omit<Endpoint, 'root'> = {
  path: '/',
  method: 'post',
  custom: { body: DECLARATION, schemes: ['Key'], says: SAYS },
  handler: endpoint(
    async ({ req, client, language, json }) => {
      const holder = await keyHolder(req.payload, req, 'submit')
      const read = parseDeclaration(await json())
      if (!read.ok) throw invalidInput(read.issues)
      const { doc, mailWaitsUntil } = await submit(req.payload, {
        declaration: read.declaration,
        warnings: read.warnings,
        client,
        by: holder && { holder },
      })
      const waits = mailWaitsUntil ? { mailWaitsUntil: mailWaitsUntil.toISOString() } : {}
      return respond(
        {
          message: [RECEIVED[language], mailWaitsUntil ? LATER[language](mailWaitsUntil) : ''].join(' ').trim(),
          doc,
          ...waits,
        },
        201,
      )
    },
    { within: A_MINUTE },
  ),
}
