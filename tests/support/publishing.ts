import type { Payload } from 'payload'
import { PARIS } from '../../src/lib/dates.ts'
import type { Event, Publication } from '../../src/payload-types.ts'
import { richText } from './governance.ts'

/** The smallest file that is a PDF. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')

/** Keeps a PDF and says under which name. */
export async function makePdf(payload: Payload, name: string): Promise<{ id: string; filename: string }> {
  const { id, filename } = await payload.create({ collection: 'files', data: {}, file: { data: PDF, name: `${name}.pdf`, mimetype: 'application/pdf', size: PDF.length } })
  return { id, filename: filename ?? '' }
}

/** A published statement of a day, made past every rule. */
export function makePublication(payload: Payload, data: Partial<Publication> & Pick<Publication, 'title' | 'slug'>): Promise<Publication> {
  return payload.create({
    collection: 'publications',
    data: { kind: 'statement', publishedOn: '2026-03-01', body: richText(data.title), _status: 'published', ...data },
    draft: data._status === 'draft', depth: 0,
  })
}

/** A published webinar of a spring morning, made past every rule. */
export function makeEvent(payload: Payload, data: Partial<Event> & Pick<Event, 'title' | 'slug'>): Promise<Event> {
  return payload.create({
    collection: 'events',
    data: { kind: 'webinar', startsAt: '2026-05-05T08:00:00.000Z', startsAt_tz: PARIS, endsAt: '2026-05-05T10:00:00.000Z', endsAt_tz: PARIS, _status: 'published', ...data },
    draft: data._status === 'draft', depth: 0,
  })
}
