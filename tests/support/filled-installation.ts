import { getPayload } from 'payload'
import { seedDemo } from '../../src/demo/seed.ts'
import { applied, signed } from './applications.ts'
import { actorOf } from './bureau.ts'
import { lastToken } from './outbox.ts'
import { draftPage, picture, publishedPage } from './pages.ts'
import { makePdf, PDF } from './publishing.ts'
import { attach } from './actions.ts'

/**
 * Fills the installation that its environment names with the sample data and with what that lacks, in a process of its
 * own; tells its parent what to look for later, and ends cleanly.
 */
const { default: configPromise } = await import('../../payload.config.ts')
const config = await configPromise
const payload = await getPayload({ config })
const app = { payload, config, database: 'sqlite' as const, dataDir: '', stop: async () => {} }

await seedDemo(payload)
const {
  docs: [secretary],
} = await payload.find({ collection: 'users', where: { email: { equals: 'secretariat@demo.cpof.example' } } })
if (!secretary) throw new Error('The sample data has a secretary')
const file = await signed(app)
const waiting = await applied(app)
await attach(payload, { id: file.id, actor: actorOf(secretary), files: [{ name: 'statuts.pdf', data: PDF }] })
const page = await publishedPage(payload, { slug: 'demenagement', title: 'Déménagement', summary: 'Avant.' })
await payload.update({
  collection: 'pages',
  id: page.id,
  locale: 'en',
  data: { title: 'Moving', _status: 'published' },
})
await payload.update({ collection: 'pages', id: page.id, locale: 'fr', data: { title: 'Un brouillon' }, draft: true })
await draftPage(payload, { slug: 'jamais-publiee', title: 'Jamais publiée' })
// One name in two collections.
const media = await picture(payload, 'mot')
const paper = await makePdf(payload, 'mot')
await payload.db.create({
  collection: 'payload-preferences',
  data: { key: 'pages-list', user: { relationTo: 'users', value: secretary.id }, value: { limit: 50 } },
})
await payload.db.create({ collection: 'counters', data: { key: 'of-the-test', last: 7 } })

process.send?.({
  secretary: secretary.id,
  file,
  waiting,
  page: page.id,
  media: media.filename,
  rendition: media.sizes?.small?.filename ?? null,
  paper: paper.filename,
  followUp: await lastToken(payload, { adhesion: file.id, template: 'receipt' }, 'followUp'),
  sign: await lastToken(payload, { adhesion: waiting.id, template: 'signature-link' }),
  owed: (await payload.count({ collection: 'messages', where: { status: { equals: 'owed' } } })).totalDocs,
})
await payload.destroy()
process.disconnect?.()
