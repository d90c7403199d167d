import { deserialize, serialize } from 'node:v8'
import type { UnitDone } from '../../db/before-commit.ts'
import { seal, unseal } from '../../lib/seal.ts'

/** Characters of a sealed text that are kept; of more, it is known that there was an effect and not which. */
const LONGEST = 256 * 1024

/** What units of work returned, sealed as one text; null where it is too much, or is no plain data. */
export function sealUnits(secret: string, units: readonly UnitDone[]): string | null {
  try {
    const sealed = seal(secret, serialize(units).toString('base64'))
    return sealed.length > LONGEST ? null : sealed
  } catch {
    return null
  }
}

/** What {@link sealUnits} kept; null where that cannot be read, as after an upgrade of Node. */
export function unsealUnits(secret: string, sealed: string): UnitDone[] | null {
  try {
    const units: unknown = deserialize(Buffer.from(unseal(secret, sealed), 'base64'))
    return Array.isArray(units) && units.every(isUnit) ? units : null
  } catch {
    return null
  }
}

const isUnit = (value: unknown): value is UnitDone =>
  typeof value === 'object' && value !== null && 'of' in value && typeof value.of === 'string' && 'refused' in value
