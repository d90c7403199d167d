import type { Endpoint } from 'payload'
import { declarationSent } from '../../adhesion/declaration/correction.ts'
import { parseDeclaration } from '../../adhesion/declaration/parse-declaration.ts'
import { EXAMPLE } from '../../adhesion/declaration/example.ts'
import { DECLARATION } from '../../adhesion/declaration/schema.ts'
import { lookAtFiles } from '../../adhesion/actions/attach-files.ts'
import { SUBMIT, submit } from '../../adhesion/actions/submit.ts'
import { keyHolder } from '../../federations/key-in-use.ts'
import { invalidInput } from '../../input/issue.ts'
import { formatDateTime } from '../../lib/dates.ts'
import { endpoint, respond } from '../respond.ts'
import { documentPerhapsWithFiles } from '../sent-with-files.ts'
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

/** How the file is followed by program: the token of the link goes by e-mail, and nowhere else. */
const FOLLOW = {
  fr: 'Le contact, sinon le représentant, reçoit par courriel le lien de suivi. Son jeton, la dernière partie de l’adresse, ouvre la demande par l’API\u00a0: Authorization: Link <jeton>.',
  en: 'The contact, else the representative, receives the follow-up link by e-mail. Its token, the last part of the address, opens the application by the API: Authorization: Link <token>.',
}

/** Where an e-mail that was promised has to wait. */
const LATER = {
  fr: (until: Date) =>
    `Beaucoup de courriels ont été demandés vers cette adresse ou depuis votre réseau\u00a0: ce qui reste à envoyer partira le ${formatDateTime(until)}.`,
  en: (until: Date) =>
    `Many e-mails were asked for to this address or from your network: what remains to be sent leaves at ${until.toISOString()}.`,
}

/** The parts of a form: what is declared, as in JSON, and the files that are attached at once. */
const PARTS = { documentIn: 'adhesion', filesIn: 'files' } as const

const SAYS: Said = {
  summary: { fr: 'Déposer une demande d’adhésion', en: 'Apply for membership' },
  by: ['anybody'],
  example: EXAMPLE,
  status: 201,
  answer: MESSAGE.extend({
    doc: z.looseObject({
      id: z.string(),
      reference: z.string(),
      status: z.literal('awaiting-signature'),
      charterVersion: CHARTER,
    }),
    declaration: z.looseObject({}),
    warnings: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
    follow: z.object({
      message: z.string(),
      method: z.literal('GET'),
      href: z.string(),
      authorization: z.literal('Link'),
    }),
    mailWaitsUntil: z.string().optional(),
  }),
  refusals: byStatus(SUBMIT.refusals ?? []),
}

/**
 * `POST /api/adhesions`: anybody applies, a federation by its key, in JSON or as a form with files. The answer holds nothing but what the caller may know
 * already: the file's reference, what was sent as it was read, what is odd in it, and how to follow the file.
 */
export const submitEndpoint: Omit<Endpoint, 'root'> = {
  path: '/',
  method: 'post',
  custom: { body: DECLARATION, ...PARTS, formsOfAnybody: true, schemes: ['Key'], says: SAYS },
  handler: endpoint(
    async (ask) => {
      const { req, client, language } = ask
      const holder = await keyHolder(req.payload, req, 'submit')
      const { document, uploads, issues: ofForm } = await documentPerhapsWithFiles(ask, PARTS)
      const read = ofForm.some(({ path }) => path === PARTS.documentIn)
        ? { ok: false as const, issues: [] }
        : parseDeclaration(document)
      const files = await lookAtFiles(req.payload, uploads)
      const issues = [...ofForm, ...(read.ok ? [] : read.issues), ...files.issues]
      if (!read.ok || issues.length > 0) throw invalidInput(issues)
      const { doc, mailWaitsUntil } = await submit(req.payload, {
        declaration: read.declaration,
        warnings: read.warnings,
        files: files.checked,
        client,
        by: holder && { holder },
      })
      const waits = mailWaitsUntil ? { mailWaitsUntil: mailWaitsUntil.toISOString() } : {}
      return respond(
        {
          message: [RECEIVED[language], mailWaitsUntil ? LATER[language](mailWaitsUntil) : ''].join(' ').trim(),
          doc,
          declaration: declarationSent(read.declaration),
          warnings: read.warnings.map(({ path, code, messages }) => ({ path, code, message: messages[language] })),
          follow: { message: FOLLOW[language], method: 'GET', href: '/api/adhesions/by-link', authorization: 'Link' },
          ...waits,
        },
        201,
      )
    },
    { within: A_MINUTE },
  ),
}
