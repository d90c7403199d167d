import { createHash, randomBytes } from 'node:crypto'

/** A whole number from 0 up to, and without, `below`. */
export type Chance = (name: string, below: number) => number

/** What a run draws its chances from: another one each time, or that of a run to be repeated. */
export const seed = process.env['KILL_SEED'] ?? randomBytes(6).toString('hex')

/**
 * Draws by name: under load nothing happens twice in the same order, so that what is drawn for the ninth kill or the
 * fortieth file must not depend on what was drawn before.
 */
export const chance: Chance = (name, below) =>
  createHash('sha256').update(`${seed} ${name}`).digest().readUInt32BE(0) % below
