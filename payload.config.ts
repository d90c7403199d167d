import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { fr } from '@payloadcms/translations/languages/fr'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { buildConfig } from 'payload'
import { Adhesions } from './collections/adhesions.ts'
import { ApiKeys } from './collections/api-keys.ts'
import { attachments } from './collections/attachments.ts'
import { Capabilities } from './collections/capabilities.ts'
import { CharterSignatures } from './collections/charter-signatures.ts'
import { CharterVersions } from './collections/charter-versions.ts'
import { ContentEpoch } from './collections/content-epoch.ts'
import { Counters } from './collections/counters.ts'
import { Documents } from './collections/documents.ts'
import { Events } from './collections/events.ts'
import { MOMENT_FORMAT, withServerCells } from './collections/fields/server-cells.ts'
import { files } from './collections/files.ts'
import { GovernanceBodies } from './collections/governance-bodies.ts'
import { Identity } from './collections/identity.ts'
import { InformationRequests } from './collections/information-requests.ts'
import { Journal } from './collections/journal.ts'
import { JoinDrafts } from './collections/join-drafts.ts'
import { Leases } from './collections/leases.ts'
import { Mandates } from './collections/mandates.ts'
import { media } from './collections/media.ts'
import { Members } from './collections/members.ts'
import { Footer, Header } from './collections/menus.ts'
import { Messages } from './collections/messages.ts'
import { Pages } from './collections/pages.ts'
import { PrivacyNotice } from './collections/privacy-notice.ts'
import { People } from './collections/people.ts'
import { PublicationApprovals } from './collections/publication-approvals.ts'
import { PublicationEditions } from './collections/publication-editions.ts'
import { PublicationOpinions } from './collections/publication-opinions.ts'
import { Publications } from './collections/publications.ts'
import { Redirects } from './collections/redirects.ts'
import { Schedules } from './collections/schedules.ts'
import { RequestKeys } from './collections/request-keys.ts'
import { Rounds } from './collections/rounds.ts'
import { SecurityEvents } from './collections/security-events.ts'
import { SecondFactors } from './collections/second-factors.ts'
import { SignInAttempts } from './collections/sign-in-attempts.ts'
import { StaffSessions } from './collections/staff-sessions.ts'
import { users } from './collections/users.ts'
import { Votes } from './collections/votes.ts'
import { foldedTitles } from './collections/fields/folded-titles.ts'
import { WebhookDeliveries } from './collections/webhook-deliveries.ts'
import { Webhooks } from './collections/webhooks.ts'
import { countedLengths } from './collections/fields/counted.ts'
import { lastWriters } from './collections/fields/last-writer.ts'
import { believeOwnSessions } from './src/accounts/believe-own-sessions.ts'
import { adhesionSubject } from './src/adhesion/lifecycle/subject.ts'
import { shapeError } from './src/api/errors.ts'
import { databaseAdapter } from './src/db/index.ts'
import { keptIds } from './src/db/kept-ids.ts'
import { watchTransactions } from './src/db/settled.ts'
import { tellWhenSignInFails } from './src/db/sign-in-tells.ts'
import { translations } from './src/admin/translations.ts'
import { countAnew } from './src/deliberation/count-anew.ts'
import { readEnv } from './src/env.ts'
import { createLogger } from './src/lib/logger.ts'
import { boundedSharp } from './src/lib/picture.ts'
import { bytesPlugin } from './src/record/bytes/plugin.ts'

const env = readEnv()
const uploads = path.join(env.DATA_DIR, 'uploads')

export default buildConfig({
  serverURL: env.PUBLIC_URL,
  secret: env.PAYLOAD_SECRET,
  csrf: [env.PUBLIC_URL],
  cors: [],
  telemetry: false,
  logger: createLogger(env.LOG_LEVEL),
  defaultDepth: 0,
  maxDepth: 5,
  db: databaseAdapter(env),
  editor: lexicalEditor(),
  sharp: boundedSharp,
  graphQL: { disable: true },
  i18n: { supportedLanguages: { fr, en }, fallbackLanguage: 'fr', translations },
  localization: {
    locales: [
      { code: 'fr', label: 'Français' },
      { code: 'en', label: 'Anglais' },
    ],
    defaultLocale: 'fr',
    fallback: false,
  },
  email: nodemailerAdapter({
    defaultFromName: 'CPOF',
    defaultFromAddress: env.MAIL_FROM.replace(/^.*<(.*)>$/, '$1'),
    skipVerify: true,
    // Everything leaves by the outbox; without a transport the adapter asks an account of a public test server.
    transport: env.SMTP_URL ? createTransport(env.SMTP_URL) : createTransport({ jsonTransport: true }),
  }),
  plugins: [bytesPlugin(env), keptIds(env), lastWriters, countedLengths, foldedTitles],
  hooks: { afterError: [shapeError] },
  onInit: async (payload) => {
    watchTransactions(payload)
    await believeOwnSessions(payload)
    tellWhenSignInFails(payload)
  },
  // In the order of the panel's groups: what only some people see comes first for them.
  collections: [
    users(env.PUBLIC_URL.startsWith('https:')),
    Pages,
    Publications,
    PublicationApprovals,
    PublicationOpinions,
    PublicationEditions,
    Events,
    Documents,
    media(uploads),
    files(uploads),
    Redirects,
    Schedules,
    Adhesions,
    InformationRequests,
    attachments(uploads),
    Rounds,
    Votes,
    Journal,
    CharterSignatures,
    Capabilities,
    Messages,
    Counters,
    JoinDrafts,
    Leases,
    SecurityEvents,
    StaffSessions,
    SignInAttempts,
    SecondFactors,
    RequestKeys,
    ApiKeys,
    Webhooks,
    WebhookDeliveries,
    ContentEpoch,
    CharterVersions,
    Members,
    GovernanceBodies,
    Mandates,
    People,
  ].map(withServerCells),
  globals: [Identity, PrivacyNotice, Header, Footer],
  admin: {
    user: 'users',
    avatar: 'default',
    dateFormat: MOMENT_FORMAT,
    // Long enough to be read twice; a message goes at once when it is clicked away.
    toast: { duration: 12_000 },
    components: {
      graphics: { Logo: '/src/admin/graphics/Logo.tsx#Logo', Icon: '/src/admin/graphics/Icon.tsx#Icon' },
      beforeDashboard: ['/src/admin/queues/Queues.tsx#Queues'],
      afterNavLinks: [
        '/src/admin/figures/FiguresLink.tsx#FiguresLink',
        '/src/admin/accounts/AccountsLink.tsx#AccountsLink',
        '/src/admin/security/SecurityLink.tsx#SecurityLink',
        '/src/admin/register/RegisterLink.tsx#RegisterLink',
        '/src/admin/webhooks/WebhooksLink.tsx#WebhooksLink',
        '/src/admin/version/Version.tsx#Version',
      ],
      views: {
        accounts: {
          Component: '/src/admin/accounts/AccountsView.tsx#AccountsView',
          path: '/comptes',
          meta: { title: 'Comptes de l’équipe' },
        },
        figures: {
          Component: '/src/admin/figures/FiguresView.tsx#FiguresView',
          path: '/chiffres',
          meta: { title: 'Chiffres de l’année' },
        },
        login: {
          Component: '/src/admin/sign-in/SignInView.tsx#SignInView',
          path: '/login',
          meta: { title: 'Connexion' },
        },
        security: {
          Component: '/src/admin/security/SecurityView.tsx#SecurityView',
          path: '/securite',
          meta: { title: 'Journal de sécurité' },
        },
        register: {
          Component: '/src/admin/register/RegisterView.tsx#RegisterView',
          path: '/registre',
          meta: { title: 'Registre des traitements' },
        },
        webhooks: {
          Component: '/src/admin/webhooks/WebhooksView.tsx#WebhooksView',
          path: '/notifications',
          meta: { title: 'Notifications automatiques' },
        },
      },
    },
    importMap: { baseDir: path.resolve('.'), importMapFile: path.resolve('src/app/(payload)/admin/importMap.js') },
    meta: { titleSuffix: ' – CPOF', icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/favicon.svg' }] },
  },
  // `npm run generate` writes the types. By itself Payload starts a process for it whenever it is not in production: at
  // each test file, for seconds, and over the file that the next one reads.
  typescript: { outputFile: path.resolve('src/payload-types.ts'), autoGenerate: false },
  upload: { limits: { fileSize: env.LIMIT_UPLOAD_MB * 1024 * 1024 }, abortOnLimit: true },
  custom: { env, subjects: { adhesion: adhesionSubject }, rightsHearers: [countAnew] },
})
