import type { Payload } from 'payload'
import { EPOCH } from './content-epoch.ts'
import { unitOfWork } from '../unit-of-work.ts'

/**
 * What the content epoch is as the database tells it, by area: a text that is another one after every commit that
 * changed something public there. It is made of all rows, since ids and clocks say in which order rows were made and
 * not in which they were committed; one that was made early and committed late changes it too.
 */
export async function readContentEpoch({ db }: Pick<Payload, 'db'>): Promise<ReadonlyMap<string, string>> {
  const { docs } = await db.find<{ id: string; area: string }>({
    collection: EPOCH,
    where: {},
    limit: 0,
    pagination: false,
    sort: 'id',
    select: { area: true },
  })
  const areas = new Map<string, string>()
  for (const { id, area } of docs) areas.set(area, `${areas.get(area) ?? ''} ${id}`)
  return areas
}

/** Of this area are the rows that stand for several of any area. */
export const EVERY_AREA = 'all'

/** More rows than this are put together into one. */
const MOST_ROWS = 100

/**
 * Puts the rows together into one where they have become many, so that reading them stays cheap. The new row makes the
 * epoch another one for whoever has not yet seen some of those that it stands for.
 * @returns how many rows it stands for
 */
export async function foldContentEpoch(payload: Payload): Promise<number> {
  const { docs } = await payload.db.find<{ id: string }>({
    collection: EPOCH,
    where: {},
    limit: 0,
    pagination: false,
    select: { area: true },
  })
  if (docs.length <= MOST_ROWS) return 0
  await unitOfWork(payload, async ({ req }) => {
    await payload.db.deleteMany({ collection: EPOCH, where: { id: { in: docs.map(({ id }) => id) } }, req })
    await payload.db.create({ collection: EPOCH, data: { area: EVERY_AREA }, req })
  })
  return docs.length
}
