import path from 'node:path'

/**
 * The order of the house (architecture: lib ← input, db ← record ← security ← organisation ← charter, governance ← accounts, deliberation ← publications,
 * membership ← adhesion ← api, site, jobs): which rooms of `src/` each room may import. A room that is not named here may not be
 * imported by a room that is; what is not named at all is a mistake.
 */
const domain = [
  'lib',
  'input',
  'db',
  'record',
  'security',
  'organisation',
  'charter',
  'governance',
  'accounts',
  'deliberation',
  'publications',
  'membership',
  'federations',
  'adhesion',
]
const before = (/** @type {string} */ room) => domain.slice(0, domain.indexOf(room))

/** @type {Record<string, readonly string[]>} */
const mayImport = {
  lib: [],
  env: ['lib'],
  input: ['lib'],
  db: ['lib', 'env'],
  record: before('record'),
  security: before('security'),
  organisation: before('organisation'),
  charter: before('charter'),
  governance: before('charter'),
  accounts: [...before('accounts'), 'workers'],
  deliberation: before('accounts'),
  publications: before('publications'),
  membership: before('publications'),
  federations: before('federations').filter((room) => room !== 'publications'),
  adhesion: before('adhesion').filter((room) => room !== 'publications'),
  contact: domain,
  scheduling: [...domain, 'content'],
  content: ['lib'],
  documents: ['lib'],
  redirects: ['lib', 'input', 'db', 'content'],
  workers: ['lib', 'content', 'security'],
  safekeeping: ['lib', 'db', 'record', 'env'],
  mail: ['lib'],
  mailbox: ['lib', 'mail'],
  jobs: [...domain, 'scheduling', 'mail', 'env'],
  api: [...domain, 'scheduling', 'redirects', 'content', 'documents', 'workers', 'env'],
  kinds: ['lib', 'organisation', 'content'],
  site: [...domain, 'contact', 'content', 'documents', 'kinds', 'env'],
  admin: [...domain, 'scheduling', 'content'],
  demo: [...domain, 'content', 'jobs', 'env'],
  server: [
    ...domain,
    'scheduling',
    'api',
    'site',
    'content',
    'documents',
    'mail',
    'mailbox',
    'jobs',
    'demo',
    'workers',
    'safekeeping',
    'env',
  ],
  app: ['admin', 'lib'],
}

/**
 * What a room may take as types alone (`import type` loads nothing): a row of the outbox is typed by the template it is
 * for, and the settings that travel with Payload by the environment they were read from.
 */
const typesOf = (/** @type {string} */ room) => {
  if (room === 'lib') return ['env']
  return room === 'contact' || domain.indexOf(room) >= domain.indexOf('record') ? ['mail'] : []
}

/** Folders beside `src/` that say what, who and when: the domain does not know them. */
const wiring = ['collections', 'access', 'hooks']

/** Where a kind of public page stands and who reads it: of all that `src/site` knows of the kind, what the wiring may know too. */
const KIND = /^src\/site\/kinds\/[^/]+\/kind\.ts$/

const root = path.resolve(import.meta.dirname, '..', '..')

/**
 * @param {string} file absolute
 * @returns {{ place: string, room: string | null } | null} null outside the project
 */
const locate = (file) => {
  const segments = path.relative(root, file).split(path.sep)
  const [first = '', second = ''] = segments
  if (first === '..' || first === '') return null
  if (KIND.test(segments.join('/'))) return { place: 'src', room: 'kinds' }
  return first === 'src' ? { place: 'src', room: second.replace(/\.tsx?$/, '') } : { place: first, room: null }
}

/**
 * @param {string} from absolute file
 * @param {string} to absolute file
 * @param {boolean} typesOnly
 * @returns {string | null} why the one may not import the other
 */
const objection = (from, to, typesOnly) => {
  const here = locate(from)
  const there = locate(to)
  if (!here || !there) return null
  if (here.room && there.room && here.room !== there.room) {
    const allowed = mayImport[here.room]
    const asTypes = typesOnly && typesOf(here.room).includes(there.room)
    if (allowed && there.room in mayImport && !allowed.includes(there.room) && !asTypes) {
      return `src/${here.room} may import ${allowed.join(', ') || 'no other room'}; not ${there.room}.`
    }
  }
  if (here.room && domain.includes(here.room) && wiring.includes(there.place)) {
    return `${there.place}/ is wired to the domain; src/${here.room} does not know it.`
  }
  if (here.place === 'access' && there.place === 'hooks') return 'access/ says who; it does not know hooks/.'
  if (['site', 'server', 'app'].includes(there.room ?? '') && [...wiring, 'payload.config.ts'].includes(here.place)) {
    return `${here.place} does not know src/${there.room}.`
  }
  if (there.room === 'api' && ['access', 'hooks'].includes(here.place)) return `${here.place}/ does not know src/api.`
  return null
}

/** @type {import('eslint').Rule.RuleModule} */
export const rooms = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { order: '{{why}}', extension: 'A relative import names its file with its extension.' },
  },
  create: (context) => {
    const look = (/** @type {import('estree').Node | null | undefined} */ source, typesOnly = false) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string' || !source.value.startsWith('.')) return
      if (!path.extname(source.value)) context.report({ node: source, messageId: 'extension' })
      const why = objection(context.filename, path.resolve(path.dirname(context.filename), source.value), typesOnly)
      if (why) context.report({ node: source, messageId: 'order', data: { why } })
    }
    return {
      ImportDeclaration: (node) => look(node.source, 'importKind' in node && node.importKind === 'type'),
      ExportNamedDeclaration: (node) => look(node.source),
      ExportAllDeclaration: (node) => look(node.source),
      ImportExpression: (node) => look(node.source),
    }
  },
}
