import type { CollectionSlug, Where } from 'payload'
import { findAll, type ReadContext } from '../../db/find.ts'
import { fields } from '../../input/fields.ts'
import { readOrRefuse } from '../../input/read.ts'
import { now } from '../../lib/clock.ts'
import { parisDay } from '../../lib/dates.ts'
import { foldEmail } from '../../lib/fold.ts'
import { email } from '../../organisation/email-field.ts'
import { noteSecurityEvent } from '../../security/journal.ts'
import type { OwnEndpoint } from '../posting.ts'
import { endpoint } from '../respond.ts'
import { clerkOf } from './secretariat-endpoint.ts'

const ASKED = fields({ email: email() })

type Found = Partial<Record<CollectionSlug, { id: string | number }[]>>

/** Everything that is stored of whoever has an e-mail address, by collection; nothing that is secret or a mere key. */
async function storedOf(context: ReadContext, address: string): Promise<Found> {
  const found: Found = {}
  const add = async (collection: CollectionSlug, where: Where): Promise<string[]> => {
    const docs = await findAll(context, collection, { where, sort: 'createdAt' })
    if (docs.length > 0) found[collection] = docs
    return docs.map(({ id }) => String(id))
  }
  const key = { equals: foldEmail(address) }
  const among = (ids: string[]) => ({ in: ids })
  const people = await add('people', { emailKey: key })
  const accounts = await add('users', { email: key })
  const files = await add('adhesions', {
    or: [{ representativeEmailKey: key }, { contactEmailKey: key }, { federationContactKey: key }],
  })
  const members = await add('members', { or: [{ 'representative.email': key }, { 'contact.email': key }] })
  const subjects = [...files.map((id) => `adhesion:${id}`), ...members.map((id) => `member:${id}`)]
  await add('mandates', { person: among(people) })
  await add('votes', { person: among(people) })
  await add('charter-signatures', { adhesion: among(files) })
  await add('information-requests', { adhesion: among(files) })
  await add('attachments', { or: [{ adhesion: among(files) }, { member: among(members) }] })
  await add('journal', { subject: among(subjects) })
  await add('messages', { recipientKey: key })
  await add('security-events', { account: among(accounts) })
  return found
}

/**
 * `GET /api/people/access?email=…`: what is kept of somebody, for their right of access (GDPR, article 15), as JSON: the secretariat
 * reads it, takes out what is of others, and sends it. Noted in the security journal.
 */
export const accessExport: OwnEndpoint = {
  path: '/access',
  method: 'get',
  custom: {
    query: ASKED,
    says: {
      summary: { fr: 'Tout ce qui est conservé d’une personne', en: 'Everything that is kept of a person' },
      by: ['secretariat'],
    },
  },
  handler: endpoint(async (ask) => {
    const clerk = clerkOf(ask)
    const { req, client } = ask
    const { email: address } = readOrRefuse(ASKED, { email: req.query['email'] })
    const stored = await storedOf({ payload: req.payload, req }, address)
    const rows = Object.values(stored).reduce((sum, docs) => sum + docs.length, 0)
    await noteSecurityEvent(req.payload, {
      type: 'exported',
      account: clerk.id,
      by: clerk.id,
      ...client,
      data: { what: `Données d’une personne (${rows})`, collection: 'people', format: 'json', rows },
    })
    return new Response(JSON.stringify({ email: address, at: now().toISOString(), stored }, null, 2), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="cpof-acces-${parisDay(now())}.json"`,
        'Cache-Control': 'no-store',
      },
    })
  }),
}
