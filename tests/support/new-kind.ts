import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../../scripts/lib/project.mjs'

/** All that a new kind of public page is made of: its collection, and its folder. */
const FILES: Readonly<Record<string, string>> = {
  'collections/initiatives.ts': `
import type { CollectionConfig } from 'payload'
import { editorOnly } from '../access/editor-only.ts'
import { publishedOrEditor } from '../access/published-or-editor.ts'
import { addressByTitle, addressWhileDraft } from '../hooks/address-while-draft.ts'
import { cancelWhatWasScheduled } from '../hooks/cancel-what-was-scheduled.ts'
import { keepEntryInPlace } from '../hooks/keep-entry-in-place.ts'
import { refuseDeletingUsed, refuseTrashingUsed } from '../hooks/keep-what-is-used.ts'
import { scheduleEndpoints } from '../src/api/scheduling/schedule-endpoints.ts'
import { INITIATIVE_KIND } from '../src/site/kinds/initiatives/kind.ts'
import { momentField } from './fields/moment.ts'
import { ofTheSite, writtenByEditors } from './fields/of-the-site.ts'
import { previewed, savedWhileTyping } from './fields/previewed.ts'
import { scheduleField } from './fields/schedule.ts'
import { siteText } from './fields/site-text.ts'
import { slugField } from './fields/slug.ts'

const { notesAddress, keepsOldAddress, leavesItsAddress } = keepEntryInPlace('initiatives')

export const Initiatives: CollectionConfig = {
  slug: 'initiatives',
  custom: { kind: INITIATIVE_KIND },
  labels: { singular: 'Initiative', plural: 'Initiatives' },
  access: writtenByEditors(publishedOrEditor, editorOnly),
  trash: true,
  hooks: {
    beforeOperation: [refuseTrashingUsed],
    beforeValidate: [addressWhileDraft, addressByTitle('initiatives')],
    beforeChange: [notesAddress],
    afterChange: [keepsOldAddress, cancelWhatWasScheduled('initiatives')],
    beforeDelete: [refuseDeletingUsed, leavesItsAddress],
  },
  versions: savedWhileTyping(),
  endpoints: scheduleEndpoints('initiatives'),
  lockDocuments: false,
  admin: { ...ofTheSite(), ...previewed('initiatives', publishedOrEditor) },
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'body', type: 'richText', editor: siteText() },
    { name: 'paper', type: 'upload', relationTo: 'files' },
    momentField({ name: 'endsAt', label: 'Fin' }),
    slugField('un-verger'),
    scheduleField(),
  ],
}
`,
  'src/site/kinds/initiatives/kind.ts': `
import { hrefOfPublished, published, type PublicKindOf } from '../../../content/public-kind.ts'

export const INITIATIVES = '/initiatives'

export const initiativeHref = (slug: string): string => \`\${INITIATIVES}/\${slug}\`

export const INITIATIVE_KIND: PublicKindOf<'initiatives'> = {
  collection: 'initiatives',
  at: INITIATIVES,
  readable: published,
  hrefOf: (loaded) => hrefOfPublished(loaded, initiativeHref),
  changesAt: 'endsAt',
  linked: true,
}
`,
  'src/site/kinds/initiatives/presentation.tsx': `
import type { Router } from 'express'
import type { Payload } from 'payload'
import type { ReactElement } from 'react'
import { pageWords } from '../../../content/page-words.ts'
import { publishedTree } from '../../../content/pages/published-tree.ts'
import { RichText } from '../../../content/rich-text.tsx'
import { now } from '../../../lib/clock.ts'
import type { Initiative } from '../../../payload-types.ts'
import { exactRouter } from '../../exact-router.ts'
import { formerAddressAt } from '../../former-address.ts'
import { sendRendered } from '../../kept/answer.ts'
import { placeOf } from '../../kept/place.ts'
import { resolveLinkIn } from '../../page-href.ts'
import type { Site } from '../../site.ts'
import { Layout } from '../../views/layout.tsx'
import { ANYBODY } from '../anybody.ts'
import { asDraft } from '../as-draft.ts'
import type { PresentationOf } from '../presentation.ts'
import { INITIATIVE_KIND, initiativeHref, INITIATIVES } from './kind.ts'

const readable = async (payload: Payload): Promise<Initiative[]> =>
  (await payload.find({ collection: 'initiatives', sort: 'title', ...ANYBODY, depth: 1 })).docs

async function view({ payload, chromes }: Site, { title, body, endsAt }: Initiative): Promise<ReactElement> {
  const resolveLink = resolveLinkIn(payload, 'fr', await publishedTree(payload, 'fr'))
  return (
    <Layout chrome={await chromes.of('fr', INITIATIVES)} title={title}>
      <h1>{title}</h1>
      {endsAt && new Date(endsAt) <= now() && <p>Cette initiative est close.</p>}
      <RichText content={body} resolveLink={resolveLink} />
    </Layout>
  )
}

function routes(site: Site): Router {
  const router = exactRouter()
  router.get(\`\${INITIATIVES}/:slug\`, async (req, res, next) => {
    const href = initiativeHref(req.params.slug)
    const answer = await site.rendered(placeOf(req, href), async () => {
      const found = (await readable(site.payload)).find(({ slug }) => slug === req.params.slug)
      return found ? view(site, found) : formerAddressAt(site.payload, 'fr', href.slice(1))
    })
    sendRendered(res, next, answer)
  })
  return router
}

export const INITIATIVE_PAGES: PresentationOf<'initiatives'> = {
  kind: INITIATIVE_KIND,
  routes,
  listed: async (payload) =>
    (await readable(payload)).map(({ slug, updatedAt }) => ({ href: initiativeHref(slug), changed: updatedAt })),
  search: {
    label: 'Initiative',
    entries: async (payload) =>
      (await readable(payload)).map(({ slug, title, body }) => ({
        href: initiativeHref(slug),
        title,
        text: pageWords([{ blockType: 'richText', content: body }]),
      })),
  },
  menu: { menu: 'nav', rank: 4, fr: 'Initiatives' },
  feed: {
    href: '/initiatives.atom',
    title: 'Initiatives',
    subtitle: 'Ce que font les membres.',
    items: async (payload) =>
      (await readable(payload)).map(({ id, slug, title, createdAt, updatedAt }) => ({
        record: id,
        title,
        href: initiativeHref(slug),
        published: new Date(createdAt),
        updated: new Date(updatedAt),
        authors: [],
        summary: '',
        categories: [],
      })),
  },
  preview: async (site, preview) => {
    const draft = await site.payload.findByID({ collection: 'initiatives', ...asDraft(preview) })
    return draft ? view(site, draft) : null
  },
}
`,
}

/** The lines that name the new kind in what there is: before which other line, in which file. */
const LINES: readonly (readonly [file: string, before: string, line: string])[] = [
  ['payload.config.ts', 'import { Journal }', "import { Initiatives } from './collections/initiatives.ts'"],
  ['payload.config.ts', '    Events,', '    Initiatives,'],
  [
    'src/site/kinds/index.ts',
    'import { MEMBER_PAGES }',
    "import { INITIATIVE_PAGES } from './initiatives/presentation.tsx'",
  ],
  ['src/site/kinds/index.ts', '  documents: DOCUMENT_PAGE,', '  initiatives: INITIATIVE_PAGES,'],
  [
    'src/record/retention.ts',
    '  redirects: {',
    "  initiatives: { what: 'Initiatives', terms: [kept('until an editor deletes them')], basis: 'legitimate-interest' },",
  ],
]

const COPIED = [
  'access',
  'collections',
  'hooks',
  'scripts',
  'src',
  'tests/support',
  'package.json',
  'payload.config.ts',
  'tsconfig.json',
]

/** Copies the project into a folder and adds a kind of public page to the copy: initiatives. */
export function copyWithNewKind(folder: string): void {
  for (const each of COPIED) cpSync(path.join(root, each), path.join(folder, each), { recursive: true })
  // Not the folder itself: what the copy puts together there is its own.
  mkdirSync(path.join(folder, 'node_modules'))
  for (const each of readdirSync(path.join(root, 'node_modules')))
    if (each !== '.cache') symlinkSync(path.join(root, 'node_modules', each), path.join(folder, 'node_modules', each))
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  for (const [file, before, line] of LINES) {
    const text = readFileSync(path.join(folder, file), 'utf8')
    if (!text.includes(`\n${before}`)) throw new Error(`${file} has no line that begins with ${before}`)
    writeFileSync(path.join(folder, file), text.replace(`\n${before}`, `\n${line}\n${before}`))
  }
}
