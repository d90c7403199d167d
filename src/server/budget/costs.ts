/** About a millisecond of the processor each, as measured with the demo's few rows. */
export const COSTS = {
  free: 0,
  page: 2,
  search: 10,
  form: 20,
  file: 4,
  read: 15,
  deepRead: 50,
  wordSearch: 40,
  write: 20,
  session: 50,
  /** Up to two hundred writes. */
  batch: 4_000,
  panel: 250,
  panelPart: 20,
  /** Beside the rest: what is nowhere is kept nowhere, and is looked for each time. */
  miss: 10,
} as const

const ASSET = /^\/(assets|_next\/static)\/|^\/[\w.-]+\.(css|svg|ico|png|txt|webmanifest)$/
const FILE = /^\/api\/(media|files|attachments)\/file\//
const BATCH = '/api/adhesions/batch'
const SESSION = /^\/api\/[^/]+\/(login|forgot-password|reset-password)$/

const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

/**
 * The cost of a request, by the kind of its route, before anything is done for it.
 * @param path in its one spelling
 * @param search the query, with its `?`
 */
export function costOf(method: string, path: string, search: string): number {
  if (ASSET.test(path)) return COSTS.free
  if (path === '/admin' || path.startsWith('/admin/')) return COSTS.panel
  if (path.startsWith('/_next/')) return COSTS.panelPart
  if (path.startsWith('/api/')) return costOfApi(method, path, search)
  if (!isReading(method)) return COSTS.form
  return search === '' ? COSTS.page : COSTS.search
}

function costOfApi(method: string, path: string, search: string): number {
  if (FILE.test(path) && isReading(method)) return COSTS.file
  if (SESSION.test(path)) return COSTS.session
  if (path === BATCH && !isReading(method)) return COSTS.batch
  const looksForWords = /(like|contains)/.test(search) ? COSTS.wordSearch : 0
  // A question may come as a POST: what is in its body costs what it costs there.
  if (!isReading(method)) return COSTS.write + COSTS.wordSearch
  return (/depth=[^0]/.test(search) ? COSTS.deepRead : COSTS.read) + looksForWords
}

/** Whether a request is of the dear kind, which is refused first when the house is full. */
export const isDear = (cost: number): boolean => cost >= COSTS.search
