import type { Payload } from 'payload'
import { z } from 'zod'
import { lexicalToMarkdown } from '../content/lexical-markdown.ts'
import { publishedTree } from '../content/pages/published-tree.ts'
import { RichText } from '../content/rich-text.tsx'
import { own } from '../lib/own.ts'
import { settingsOf } from '../lib/settings.ts'
import { PUBLIC_FACTS, publicFacts } from './kinds/members/public-member.ts'
import { PUBLICATION_KIND } from './kinds/publications/kind.ts'
import { resolveLinkIn } from './page-href.ts'
import { renderPart } from './views/render.ts'

/** A record of the API, as Payload answers it. */
type Doc = Record<string, unknown> & { id: string }

/** What is told of records beside them, by their ids. */
type Beside = (payload: Payload, docs: readonly Doc[]) => Promise<ReadonlyMap<string, object>>

const idsOf = (docs: readonly Doc[]) => ({ id: { in: docs.map(({ id }) => id) } })

const besideMembers: Beside = (payload, docs) => publicFacts(payload, settingsOf(payload).PUBLIC_URL, idsOf(docs))

/** Addresses of this site, made whole: what is read elsewhere does not stand here. */
const whole = (html: string, origin: string): string => html.replaceAll(/ (href|src)="\/(?!\/)/g, ` $1="${origin}/`)

/** The text of a publication as HTML and as Markdown, beside the tree of its editor. */
async function besidePublications(payload: Payload, docs: readonly Doc[]): Promise<ReadonlyMap<string, object>> {
  const found = await payload.find({
    collection: 'publications',
    where: { and: [PUBLICATION_KIND.readable(), idsOf(docs)] },
    select: { body: true },
    depth: 1,
    limit: 0,
    pagination: false,
    overrideAccess: false,
  })
  const resolveLink = resolveLinkIn(payload, 'fr', await publishedTree(payload, 'fr'))
  const { PUBLIC_URL } = settingsOf(payload)
  return new Map(
    found.docs.map(({ id, body }) => [
      id,
      body
        ? {
            bodyHtml: whole(renderPart(<RichText content={body} resolveLink={resolveLink} />), PUBLIC_URL),
            bodyMarkdown: lexicalToMarkdown(body),
          }
        : { bodyHtml: null, bodyMarkdown: null },
    ]),
  )
}

const TEXTS = z.object({ bodyHtml: z.string().nullable(), bodyMarkdown: z.string().nullable() })

/** What {@link publicReading} adds to the records of collections, for the description of the API. */
export const TOLD_BESIDE = { members: PUBLIC_FACTS, publications: TEXTS }

const BESIDE: Readonly<Record<keyof typeof TOLD_BESIDE, Beside>> = {
  members: besideMembers,
  publications: besidePublications,
}

/** Whether programs are told more of the records of a collection than they hold. */
export const tellsMore = (collection: string): boolean => Object.hasOwn(BESIDE, collection)

const isDoc = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'

/**
 * What anybody reads of a record or a list of them by the API, with what is told of them beside: of members their SIREN,
 * address, network and region, of publications their text in HTML and Markdown.
 */
export async function publicReading(payload: Payload, collection: string, answer: unknown): Promise<unknown> {
  const beside = own(BESIDE, collection)
  if (!beside || typeof answer !== 'object' || answer === null) return answer
  if ('docs' in answer && Array.isArray(answer.docs)) {
    const docs = answer.docs.filter(isDoc)
    const told = await beside(payload, docs)
    return { ...answer, docs: docs.map((doc) => ({ ...doc, ...told.get(doc.id) })) }
  }
  return isDoc(answer) ? { ...answer, ...(await beside(payload, [answer])).get(answer.id) } : answer
}
