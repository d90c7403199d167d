import type { Payload } from 'payload'
import { DOCUMENT_KINDS } from '../../content/document-kinds.ts'
import { charterOfToday } from '../../charter/in-force.ts'
import { pageWords } from '../../content/page-words.ts'
import { publishedTree } from '../../content/pages/published-tree.ts'
import { readableText } from '../../content/words-changed.ts'
import { now } from '../../lib/clock.ts'
import { formatDay } from '../../lib/dates.ts'
import { bodiesOfToday } from '../kinds/bodies/bodies.ts'
import { bodyHref, memberHref } from '../kinds/members/hrefs.ts'
import { listedMembers } from '../kinds/members/members.ts'
import { REGIONS } from '../../organisation/region.ts'
import { DOCUMENTS, publicDocuments } from '../kinds/documents/public.ts'
import { eventHref } from '../kinds/events/hrefs.ts'
import { pageHref } from '../page-href.ts'
import { publicationHref } from '../kinds/publications/hrefs.ts'
import type { Entry } from './find.ts'

/** Everything that anybody may read, in French: read as anybody reads it. */
export async function publicEntries(payload: Payload): Promise<Entry[]> {
  const anybody = { depth: 0, limit: 0, pagination: false, overrideAccess: false } as const
  const [tree, pages, charter, bodies, members, publications, events, documents] = await Promise.all([
    publishedTree(payload, 'fr'),
    payload.find({ collection: 'pages', locale: 'fr', fallbackLocale: false, ...anybody }),
    charterOfToday(payload, now()),
    bodiesOfToday(payload),
    listedMembers(payload),
    payload.find({ collection: 'publications', sort: '-publishedOn', ...anybody }),
    payload.find({ collection: 'events', sort: '-startsAt', ...anybody }),
    publicDocuments(payload),
  ])
  return [
    ...pages.docs.flatMap(({ id, title, summary, layout }): Entry[] => {
      const place = tree.get(id)
      return place && title
        ? [
            {
              href: pageHref('fr', place.path),
              title,
              kind: 'page',
              text: [summary, pageWords(layout ?? [])].filter(Boolean).join(' '),
            },
          ]
        : []
    }),
    ...(charter
      ? [
          {
            href: '/charte',
            title: charter.title,
            kind: 'charter' as const,
            text: readableText(charter.canonicalText ?? ''),
          },
        ]
      : []),
    ...publications.docs.map(
      ({ slug, title, abstract, authors, body }): Entry => ({
        href: publicationHref(slug),
        title,
        kind: 'publication',
        text: [abstract, authors?.join(', '), pageWords([{ blockType: 'richText', content: body }])]
          .filter(Boolean)
          .join(' '),
      }),
    ),
    ...events.docs.map(
      ({ slug, title, summary, place, speakers, programme }): Entry => ({
        href: eventHref(slug),
        title,
        kind: 'event',
        text: [
          summary,
          place,
          ...(speakers ?? []).map(({ name }) => name),
          pageWords([{ blockType: 'richText', content: programme }]),
        ]
          .filter(Boolean)
          .join(' '),
      }),
    ),
    ...documents.map(
      ({ title, kind, day }): Entry => ({
        href: DOCUMENTS,
        title,
        kind: 'document',
        text: `${DOCUMENT_KINDS[kind]}, ${formatDay(day)}`,
      }),
    ),
    ...bodies.map(
      ({ body, holders }): Entry => ({
        href: bodyHref(body.slug),
        title: body.name,
        kind: 'body',
        text: [body.mission, ...holders.map(({ name }) => name)].filter(Boolean).join(', '),
      }),
    ),
    ...members.map(
      (member): Entry => ({
        href: memberHref(member),
        title: member.acronym ? `${member.legalName} (${member.acronym})` : member.legalName,
        kind: 'member',
        text: [
          member.directory?.description,
          member.directory?.city,
          REGIONS.find(({ code }) => code === member.directory?.region)?.name,
        ]
          .filter(Boolean)
          .join(', '),
      }),
    ),
  ]
}
