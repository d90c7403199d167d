import { randomUUID } from 'node:crypto'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import type { Adhesion, Round } from '../../src/payload-types.ts'
import { fileOf, roundsOf, type House } from './bureau.ts'
import { validSiret } from './factories.ts'

type Row = { id: string; createdAt?: string; updatedAt?: string }

/** What a copy keeps of a row: all but what the database gave it. */
export function written<Doc extends Row>({
  id: _id,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  ...data
}: Doc): Omit<Doc, keyof Row> {
  return data
}

/**
 * As many files that stand where a file stands that use-cases brought there, each of an organisation of its own:
 * cheaper than as many applications. They share its signature, and their journals begin here.
 */
export async function copiesOf({ payload }: House, id: string, count: number): Promise<string[]> {
  const file = await fileOf(payload, id)
  const round = (await roundsOf(payload, id)).at(-1)
  return unitOfWork(payload, async ({ req }) => {
    const copies: string[] = []
    for (let made = 0; made < count; made += 1) {
      const siret = validSiret()
      const siren = siret.slice(0, 9)
      const identifierKey = `siren:${siren}`
      const unsigned: Omit<Adhesion, keyof Row> = {
        ...written(file),
        reference: `COPY-${randomUUID()}`,
        identifierKey,
        slot: identifierKey,
        organisation: { ...file.organisation, siret, siren },
      }
      const copy = await payload.db.create({ collection: 'adhesions', data: { ...unsigned, currentRound: null }, req })
      const copied: string = String(copy.id)
      if (round) {
        const data: Omit<Round, keyof Row> = { ...written(round), subject: `adhesion:${copied}` }
        const copiedRound = await payload.db.create({ collection: 'rounds', data, req })
        await payload.db.updateOne({
          collection: 'adhesions',
          where: { id: { equals: copied } },
          data: { currentRound: String(copiedRound.id) },
          options: { atomic: true },
          req,
        })
      }
      copies.push(copied)
    }
    return copies
  })
}
