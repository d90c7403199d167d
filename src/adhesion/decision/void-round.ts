import type { FileInHand } from '../lifecycle/on-file.ts'

const ALIVE = new Set(['open', 'suspended', 'awaiting-confirmation'])

/** Voids whatever round of a file has not ended: online, suspended, or a session's record nobody confirmed. */
export async function voidRounds({ unit: { payload, req }, adhesion, at }: FileInHand, reason: string): Promise<void> {
  const { docs } = await payload.find({
    collection: 'rounds',
    where: { and: [{ adhesion: { equals: adhesion.id } }, { status: { in: [...ALIVE] } }] },
    limit: 10,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  for (const { id } of docs) {
    await payload.db.updateOne({
      collection: 'rounds',
      id,
      data: { status: 'void', voidReason: reason, closedAt: at.toISOString() },
      req,
    })
  }
}
