import type { Endpoint } from 'payload'
import { parseDeclaration } from '../../adhesion/declaration.ts'
import { invalidBody } from '../../adhesion/errors.ts'
import { submit } from '../../adhesion/submit.ts'
import { endpoint, respond } from '../respond.ts'

const RECEIVED = {
  fr: 'La demande est enregistrée. Le représentant reçoit par courriel le lien pour lire et signer la charte.',
  en: 'The application is registered. The representative receives by e-mail the link to read and sign the charter.',
}

/** `POST /api/adhesions`: anybody applies. The answer holds nothing but what the caller may know already. */
export const submitEndpoint: Omit<Endpoint, 'root'> = {
  path: '/',
  method: 'post',
  handler: endpoint(async ({ req, client, language, json }) => {
    const read = parseDeclaration(await json())
    if (!read.ok) throw invalidBody(read.faults)
    const doc = await submit(req.payload, { declaration: read.declaration, warnings: read.warnings, client })
    return respond({ message: RECEIVED[language], doc }, 201)
  }),
}
