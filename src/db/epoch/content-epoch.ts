import type { BaseDatabaseAdapter, Payload, PayloadRequest } from 'payload'
import { shadow } from '../../lib/shadow.ts'

/** Where the rows stand that say that something public has changed. */
export const EPOCH = 'content-epoch'

/** Hangs on the adapter, since Next's bundle has its own copy of this module and the same adapter. */
const MOVES = Symbol.for('cpof.content-epoch')

type Moves = {
  /** What each open transaction has already said. */
  said: WeakMap<object, Set<string>>
  /** How many transactions of this process that changed something public were committed. */
  committed: number
}
type WithMoves = { [MOVES]?: Moves }

/**
 * Of these the public site shows nothing. Any other collection or global is taken for public: one that is forgotten
 * here costs a rendering, one that were forgotten on a list of public ones would leave pages as they were.
 */
const PRIVATE: ReadonlySet<string> = new Set([
  EPOCH,
  ...[
    'adhesions',
    'api-keys',
    'attachments',
    'rounds',
    'capabilities',
    'charter-signatures',
    'counters',
    'information-requests',
    'join-drafts',
    'journal',
    'leases',
    'messages',
    'request-keys',
    'schedules',
    'users',
    'votes',
    'webhook-deliveries',
    'webhooks',
  ],
  ...['second-factors', 'security-events', 'sign-in-attempts', 'staff-sessions'],
  ...[
    'payload-jobs',
    'payload-jobs-stats',
    'payload-kv',
    'payload-locked-documents',
    'payload-migrations',
    'payload-preferences',
  ],
])

/** Whether a change there is said: of a collection or a global. */
export const isPublicArea = (area: string): boolean => !PRIVATE.has(area)

const WRITES = [
  'create',
  'updateOne',
  'updateMany',
  'upsert',
  'deleteOne',
  'deleteMany',
  'createGlobal',
  'updateGlobal',
] as const

type Written = { collection?: string; slug?: string; data?: unknown; req?: Partial<PayloadRequest> }

function movesOf(adapter: object): Moves {
  const holder: WithMoves = adapter
  return (holder[MOVES] ??= { said: new WeakMap(), committed: 0 })
}

const transactionOf = async (req: Written['req']): Promise<string | null> => {
  const id = await req?.transactionID
  return id === undefined || id === null ? null : String(id)
}

/** The same request, seen inside a transaction: what else it knows it goes on knowing. */
export const withTransaction = (req: { transactionID?: unknown }, transactionID: string): object =>
  shadow(req, { transactionID })

/** Whether all that is written is a draft nobody has published: in one language, or in each. */
function isNewDraft(name: string, data: unknown): boolean {
  const status: unknown =
    name === 'create' && typeof data === 'object' && data !== null && '_status' in data ? data._status : undefined
  const each: unknown[] = typeof status === 'object' && status !== null ? Object.values(status) : [status]
  return each.length > 0 && each.every((one) => one === 'draft')
}

/**
 * Makes an adapter say, in the transaction of each write of public data, that it changed: whoever writes, by whatever
 * way, past every hook too. Drafts of what is published are versions, and say nothing. A row of its own for each
 * transaction and area: transactions that wrote one and the same row would lose races against each other on MongoDB.
 * To be put on before what gives writes without a transaction one of their own.
 */
export function sayContentEpoch(adapter: Pick<BaseDatabaseAdapter, (typeof WRITES)[number] | 'sessions'>): void {
  const insert = adapter.create
  const say = async (area: string, req: Written['req']): Promise<void> => {
    const session = adapter.sessions?.[(await transactionOf(req)) ?? '']
    if (!session) throw new Error(`${area}: public data changes in a transaction only`)
    const { said } = movesOf(adapter)
    const areas = said.get(session) ?? new Set<string>()
    if (areas.has(area)) return
    said.set(session, areas.add(area))
    await insert.call(adapter, { collection: EPOCH, data: { area }, ...(req ? { req } : {}) })
  }
  for (const name of WRITES) {
    const write = adapter[name] as (args: Written) => Promise<unknown>
    const saying = async (args: Written): Promise<unknown> => {
      const written = await write.call(adapter, args)
      const area = args.collection ?? args.slug ?? ''
      if (!PRIVATE.has(area) && !isNewDraft(name, args.data)) await say(area, args.req)
      return written
    }
    Object.assign(adapter, { [name]: saying })
  }
}

/** Gives a write of public data that is in no transaction one of its own. */
export function writeInTransactions(
  adapter: Pick<
    BaseDatabaseAdapter,
    (typeof WRITES)[number] | 'beginTransaction' | 'commitTransaction' | 'rollbackTransaction'
  >,
): void {
  for (const name of WRITES) {
    const write = adapter[name] as (args: Written) => Promise<unknown>
    const inside = async (args: Written): Promise<unknown> => {
      if (PRIVATE.has(args.collection ?? args.slug ?? '') || (await transactionOf(args.req)) !== null)
        return write.call(adapter, args)
      const id = await adapter.beginTransaction()
      if (id === null) throw new Error('The database opened no transaction')
      try {
        const written = await write.call(adapter, { ...args, req: withTransaction(args.req ?? {}, String(id)) })
        await adapter.commitTransaction(id)
        return written
      } catch (error) {
        await adapter.rollbackTransaction(id)
        throw error
      }
    }
    Object.assign(adapter, { [name]: inside })
  }
}

/** Notes that a transaction was committed in this process, by its session; to be called after the commit. */
export function noteCommit(adapter: object, session: object | undefined): void {
  const moves = movesOf(adapter)
  if (session && moves.said.has(session)) moves.committed += 1
}

/** How many times something public was changed by this process: it need not ask the database about its own doing. */
export const changesHere = ({ db }: Pick<Payload, 'db'>): number => movesOf(db).committed
