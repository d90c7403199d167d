import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Semaphore } from 'async-mutex'
import {
  initTransaction,
  killTransaction,
  type CollectionAfterErrorHook,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { findFirst } from '../src/db/find.ts'
import { onceSettled } from '../src/db/settled.ts'
import { isUseCase } from '../src/db/unit-of-work.ts'
import { DomainError } from '../src/lib/errors.ts'
import { plainPicture } from '../src/lib/picture.ts'

type Slug = 'files' | 'media'

/** The files that a request has written or replaced, until its transaction has ended. */
type Work = { folder: string | null; makes: boolean; replaced: { name: string; aside: string }[] }

const WORK = 'cpof.files'
const TURNS = Symbol.for('cpof.pictures')
/** Pictures that wait while another is worked on: one may take 200 MB. */
const MOST_WAITING = 4

type Turns = { lock: Semaphore; waiting: number }

/**
 * Before an upload is looked at: leaves the transaction that Payload has just begun, so that nobody waits for this
 * picture; refuses another kind of file in place of an image; takes from a picture what the camera noted in it; and lets
 * no two files that come at once have one name. {@link filesInTransaction} begins the transaction again.
 */
export const filesBeside =
  (collection: Slug): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    if ((operation !== 'create' && operation !== 'update') || isUseCase(req)) return args
    const id = 'id' in args && (typeof args.id === 'string' || typeof args.id === 'number') ? String(args.id) : null
    if (operation === 'update' && id === null) {
      if (req.file) throw oneByOne()
      return args
    }
    await killTransaction(req)
    const work: Work = {
      folder: folderOf(req.payload, collection),
      makes: req.file !== undefined || Boolean(req.query['uploadEdits']),
      replaced: [],
    }
    req.context[WORK] = work
    if (id !== null && work.makes) await takeAside(req, collection, id, work)
    if (!req.file) return args
    const plain = collection === 'media' ? await inTurn(req.payload, req.file.data) : null
    req.file = {
      ...req.file,
      ...(plain ? { data: plain, size: plain.length } : {}),
      name: nameOf(req.payload, collection, req.file.name),
    }
    return args
  }

/** Begins the transaction of the files: after they were made, and before any is written. */
export const filesInTransaction: CollectionBeforeValidateHook = async ({ data, req }) => {
  const work = workOf(req)
  if (!work || !(await initTransaction(req))) return data
  const transaction = await req.transactionID
  if (transaction === undefined) return data
  const { folder } = work
  const made = folder === null || !work.makes ? [] : namesIn(data).map((name) => path.join(folder, name))
  onceSettled(req.payload, transaction, {
    rolledBack: async () => {
      await Promise.all(made.map((file) => rm(file, { force: true })))
      await putBack(work)
    },
    committed: () => forget(work),
  })
  return data
}

/** Brings back a replaced file, which Payload takes away early, when the operation fails before its transaction has begun. */
export const filesComeBack: CollectionAfterErrorHook = async ({ req }) => {
  const work = workOf(req)
  if (work && !req.transactionID) await putBack(work)
}

const workOf = ({ context }: PayloadRequest): Work | null => (context[WORK] ? (context[WORK] as Work) : null)

/** Null where files lie in a bucket. */
function folderOf({ collections }: Payload, collection: Slug): string | null {
  const { staticDir, disableLocalStorage } = collections[collection].config.upload
  return staticDir && !disableLocalStorage ? staticDir : null
}

type Stored = {
  filename?: string | null
  mimeType?: string | null
  sizes?: Record<string, { filename?: string | null } | undefined>
}

/** Keeps the replaced files under another name until the row says the new ones. */
async function takeAside(req: PayloadRequest, collection: Slug, id: string, work: Work): Promise<void> {
  const stored = await findFirst({ payload: req.payload, req }, collection, { where: { id: { equals: id } } })
  if (!stored) return
  if (req.file && stored.mimeType?.startsWith('image/') !== req.file.mimetype.startsWith('image/')) throw OTHER_KIND()
  const { folder } = work
  if (folder === null) return
  const place = path.join(folder, '.replaced')
  await mkdir(place, { recursive: true })
  for (const name of namesIn(stored)) {
    const kept = { name: path.join(folder, name), aside: path.join(place, randomUUID()) }
    // One that is missing has nothing to come back.
    await link(kept.name, kept.aside).then(
      () => work.replaced.push(kept),
      () => undefined,
    )
  }
}

const namesIn = (data: Stored | undefined): string[] =>
  [data?.filename, ...Object.values(data?.sizes ?? {}).map((size) => size?.filename)].filter(
    (name): name is string => typeof name === 'string' && name !== '',
  )

async function putBack({ replaced }: Work): Promise<void> {
  await Promise.all(replaced.splice(0).map(({ name, aside }) => rename(aside, name)))
}

async function forget({ replaced }: Work): Promise<void> {
  await Promise.all(replaced.splice(0).map(({ aside }) => rm(aside, { force: true })))
}

/** One picture at a time. */
async function inTurn(payload: Payload & { [TURNS]?: Turns }, data: Buffer): Promise<Buffer | null> {
  const turns = (payload[TURNS] ??= { lock: new Semaphore(1), waiting: 0 })
  if (turns.waiting > MOST_WAITING) throw BUSY()
  turns.waiting += 1
  try {
    return await turns.lock.runExclusive(() => plainPicture(data))
  } finally {
    turns.waiting -= 1
  }
}

const COMING = Symbol.for('cpof.files-coming')
/** Longer than any upload takes. */
const COMING_MS = 120_000

/** The name that was given, or another where a file of that name is still on its way: Payload sees only those that are there. */
function nameOf(payload: Payload & { [COMING]?: Map<string, number> }, collection: Slug, given: string): string {
  const coming = (payload[COMING] ??= new Map<string, number>())
  const now = Date.now()
  for (const [name, since] of coming) if (now - since > COMING_MS) coming.delete(name)
  const key = `${collection}/${given.toLowerCase()}`
  if (coming.has(key)) {
    const { name, ext } = path.parse(given)
    return `${name}-${randomBytes(4).toString('hex')}${ext}`
  }
  coming.set(key, now)
  return given
}

const OTHER_KIND = () =>
  new DomainError('FileError', 'other-kind-of-file', 400, {
    fr: 'Un fichier d’une autre nature ne peut pas prendre la place de celui-ci\u00a0: créez un nouveau média.',
    en: 'A file of another kind cannot take the place of this one: make a new one.',
  })

const oneByOne = () =>
  new DomainError('FileError', 'one-by-one', 400, {
    fr: 'Remplacez les fichiers un par un.',
    en: 'Replace files one by one.',
  })

const BUSY = () =>
  new DomainError(
    'Unavailable',
    'busy',
    503,
    {
      fr: 'D’autres images sont en cours de préparation. Réessayez dans un instant.',
      en: 'Other pictures are being prepared. Try again in a moment.',
    },
    { extra: { retryAfter: 5 } },
  )
